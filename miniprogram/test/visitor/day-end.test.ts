import { forgetOtherDays, keepForToday, keptToday } from '@/offline';
import { beginDraft, draftOf, endDraftsOfOtherDays, keptDrafts } from '@/visitor/visit/draft';
import { card, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
const at = (text: string) => Date.parse(`${text}+08:00`);
const clockSays = (text: string) => jest.setSystemTime(at(text));

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
  clockSays('2026-11-24T23:40:00');
});
afterEach(() => jest.useRealTimers());

const endTheDay = () => {
  forgetOtherDays();
  endDraftsOfOtherDays(Date.now());
};

describe('the end of the day', () => {
  it('takes from the phone what was looked at', () => {
    keepForToday(me, 'read.card.x', card());
    endTheDay();
    expect(keptToday(me, 'read.card.x')).not.toBeNull();
    clockSays('2026-11-25T00:00:01');
    expect(keptToday(me, 'read.card.x')).toBeNull();
    endTheDay();
    expect(JSON.stringify({ ...localStorage })).not.toContain('李秀兰');
  });

  it('lets a visit that is being made go on, with its pictures', () => {
    const { visitId } = beginDraft(me, card(), { mode: 'on-site', pendingCheckIn: null });
    clockSays('2026-11-25T00:05:00');
    endTheDay();
    expect(draftOf(me, LIXIULAN).get()?.visitId).toBe(visitId);
    expect(keptDrafts()).toEqual([visitId]);
  });

  it('drops a draft that was left lying', () => {
    beginDraft(me, card(), { mode: 'on-site', pendingCheckIn: null });
    clockSays('2026-11-25T08:00:00');
    endTheDay();
    expect(draftOf(me, LIXIULAN).get()).toBeNull();
    expect(keptDrafts()).toEqual([]);
  });
});
