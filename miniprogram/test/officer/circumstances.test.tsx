import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { asksOf, type Asks } from '@/officer/desk/asks';
import type { ElderDetail } from '@/officer/desk/elder-words';
import { ChangeRelativeSheet } from '@/officer/elder/ChangeRelativeSheet';
import {
  changesOf,
  circumstancesOf,
  newRelative,
  toRelativeBody,
  type RelativeDraft,
  type StandingDraft,
} from '@/officer/relatives/relative-draft';
import { RelativeFields } from '@/officer/relatives/RelativeFields';
import { FakeService, settle } from '../family/service';
import { ELDER, officer, PACKS } from './story';

const AWAY = '从哪天起外出？';
const BORN = '亲属哪天出生？';
const ABLE = '有没有能力赡养老人';
const STREET = '370102009';

const son: RelativeDraft = { ...newRelative(), name: '刘洋', relation: 'child', lives: 'elsewhere' };

describe('what is asked of a relative', () => {
  function Fields({ start, asks }: { start: RelativeDraft; asks: Asks }) {
    const [draft, setDraft] = useState(start);
    return <RelativeFields draft={draft} onChange={setDraft} errorOf={() => undefined} asks={asks} />;
  }
  const asked = (packId: string, changes: Partial<RelativeDraft> = {}): string[] => {
    const { unmount } = render(<Fields start={{ ...son, ...changes }} asks={asksOf(PACKS, packId)} />);
    const found = [AWAY, BORN, ABLE].filter((words) => screen.queryAllByText(words).length > 0);
    unmount();
    return found;
  };

  it('is what the plan uses, of whom it concerns', () => {
    expect(asked('jinan')).toEqual([AWAY]);
    expect(asked('beijing')).toEqual([AWAY, ABLE]);
    expect(asked('beijing', { lives: 'together' })).toEqual([BORN, ABLE]);
    expect(asked('beijing', { relation: 'sibling' })).toEqual([]);
    expect(asked('beijing', { relation: 'sibling', lives: 'together' })).toEqual([BORN]);
    expect(asked('nowhere')).toEqual([]);
  });

  it('is taken back to unknown by a press', () => {
    render(<Fields start={{ ...son, awaySince: '2023-11-01' }} asks={['relatives.awaySince']} />);
    expect(screen.getByLabelText<HTMLInputElement>(AWAY).value).toBe('2023-11-01');
    fireEvent.click(screen.getByRole('button', { name: `${AWAY}，改成不清楚` }));
    expect(screen.getByLabelText<HTMLInputElement>(AWAY).value).toBe('');
    expect(screen.queryByRole('button', { name: `${AWAY}，改成不清楚` })).toBeNull();
  });
});

describe('what is known of a relative', () => {
  it('is sent as far as it is known: unknown is not no, and who lives there is not away', () => {
    expect(toRelativeBody(son, STREET)).toEqual({
      ...{ id: son.id, name: '刘洋', relation: 'child', livesWithElder: false },
    });
    const known = { ...son, birthDate: '1980-01-01', awaySince: '2023-11-01', emergencyContact: true };
    expect(toRelativeBody({ ...known, ableToSupport: 'no' }, STREET)).toMatchObject({
      ...{ birthDate: '1980-01-01', awaySince: '2023-11-01', ableToSupport: false, emergencyContact: true },
    });
    expect(toRelativeBody({ ...known, ableToSupport: 'yes' }, STREET).ableToSupport).toBe(true);
    expect(toRelativeBody({ ...known, lives: 'together' }, STREET)).not.toHaveProperty('awaySince');
  });

  it('is changed by what differs alone; what is not known any more is struck out', () => {
    const known = { relation: 'child', livesWithElder: false, residence: { division: '370102009005' } } as const;
    const before: StandingDraft = {
      ...circumstancesOf({ ...known, awaySince: '2023-11-01', ableToSupport: false }, STREET),
      emergencyContact: true,
    };
    expect(before).toMatchObject({ lives: 'same-street', ableToSupport: 'no', birthDate: '' });
    expect(changesOf(before, before, STREET)).toEqual({});
    const unknown = { awaySince: '', ableToSupport: null, emergencyContact: false };
    expect(changesOf(before, { ...before, ...unknown }, STREET)).toEqual({
      ...{ awaySince: null, ableToSupport: null, emergencyContact: false },
    });
    expect(changesOf(before, { ...before, lives: 'together' }, STREET)).toEqual({
      ...{ livesWithElder: true, residence: null, awaySince: null },
    });
    expect(changesOf(before, { ...before, lives: 'elsewhere', region: '310104' }, STREET)).toEqual({
      residence: { division: '310104' },
    });
  });
});

describe('改情况', () => {
  const SON = '01KB2Z6QF3T9V8XW7M5N4P3R0S';
  const ROUTE = `PATCH /api/elders/${ELDER}/relatives/${SON}`;
  const relative: ElderDetail['relatives'][number] = {
    ...{ id: SON, name: '刘洋', relation: 'child', kinWord: '儿子', callsElder: null, phoneMasked: null },
    ...{ firstContact: false, emergencyContact: false, guardian: false, livesWithElder: false },
    ...{ residence: '310104', birthDate: null, awaySince: null, ableToSupport: null },
  };
  const facts = { residence: { division: '370102009002' } };
  const elder = { id: ELDER, facts, relatives: [relative] } as unknown as ElderDetail;
  const [onClose, onChanged] = [jest.fn(), jest.fn(() => Promise.resolve())];
  let service: FakeService;

  beforeEach(async () => {
    onClose.mockClear();
    onChanged.mockClear();
    service = new FakeService();
    await service.signIn(officer());
    const props = { elder, relative, asks: asksOf(PACKS, 'jinan'), onClose, onChanged };
    render(<ChangeRelativeSheet {...props} />);
  });
  const save = async () => {
    fireEvent.click(screen.getByRole('button', { name: '存下' }));
    await settle();
  };

  it('writes since when he is away, and nothing else', async () => {
    service.on(ROUTE, { status: 200, body: relative });
    fireEvent.change(screen.getByLabelText(AWAY), { target: { value: '2023-11-01' } });
    await save();
    expect(service.written(ROUTE)).toEqual([{ awaySince: '2023-11-01' }]);
    expect([onClose.mock.calls.length, onChanged.mock.calls.length]).toEqual([1, 1]);
  });

  it('says at the question what the service would not take, and stays open', async () => {
    const fields = [{ field: 'awaySince', message: '外出日期还没到，请再看看' }];
    service.on(ROUTE, { status: 400, body: { code: 'request.invalid', detail: '有几处没填对', fields } });
    fireEvent.change(screen.getByLabelText(AWAY), { target: { value: '2099-11-01' } });
    await save();
    expect(screen.getByText('外出日期还没到，请再看看')).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
  });
});
