import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { openOutbox, closeOutbox, outbox } from '@/offline';
import { ulid } from '@/platform';
import SignPage from '@/visitor/sign';
import { beginDraft, changeDraft, draftOf } from '@/visitor/visit/draft';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { card, complete, form, LIXIULAN, zhoumin } from './story';

const me = zhoumin.account.id;
const draft = () => draftOf(me, LIXIULAN).get();
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = async (name: string | RegExp) => {
  await act(async () => fireEvent.click(button(name)));
  await settle();
  await settle();
};

let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  closeOutbox();
  service = new FakeService();
  await service.signIn(zhoumin);
  openOutbox(me);
  service.on('GET /api/forms/short-record/1', { status: 200, body: { definition: form, hash: 'h1' } });
  Object.assign(router, { path: '/visitor/sign/index', params: { elderId: LIXIULAN } });
});

/** 周敏 has phoned 李秀兰, and asked everything but her opinion. */
async function openAfterCall(): Promise<string> {
  const { visitId } = beginDraft(me, card(), { mode: 'phone', pendingCheckIn: null });
  const { satisfaction: _, ...answers } = complete;
  changeDraft(me, LIXIULAN, { answers });
  render(<SignPage />);
  await settle();
  return visitId;
}

const received = (id: string) => ({ status: 201, body: { id, number: '1124-003-752', receivedAt: 1 } });

describe('the last page of a visit by phone', () => {
  it('asks in words that can be read out, and says how much is missing', async () => {
    await openAfterCall();
    expect(screen.getByRole('heading', { name: '李奶奶觉得这次怎么样？' })).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: '怎么确认' })).toBeNull();
    await press('还差 2 项');
    expect(screen.getByText('「老人对服务满意度评价」还没有选')).toBeTruthy();
    expect(screen.getByText('请念给李奶奶听，说对了再点一下')).toBeTruthy();
    expect(service.written('POST /api/visits')).toEqual([]);
  });

  it('hands in what was asked, under the id the visit has had from the start', async () => {
    const visitId = await openAfterCall();
    const { startedAt } = draft()!;
    service.on('POST /api/visits', received(visitId));
    fireEvent.click(screen.getByRole('radio', { name: '满意' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /念过了/ }));
    await press('提交记录');
    const [sent] = service.written('POST /api/visits');
    expect(sent).toEqual({
      id: visitId,
      elderId: LIXIULAN,
      obligationId: card().owed!.obligationId,
      mode: 'phone',
      form: { id: form.id, version: form.version },
      answers: complete,
      startedAt,
      endedAt: expect.any(Number),
      signature: { kind: 'phone' },
      photos: [],
    });
    expect(visited).toEqual([{ how: 'restart', url: `/visitor/done/index?visitId=${visitId}&fresh=1` }]);
    expect(draft()).toBeNull();
    expect(outbox.get().items).toEqual([]);
  });

  it('keeps the record when there is no network, and the draft is over', async () => {
    const visitId = await openAfterCall();
    service.on('POST /api/visits', 'offline');
    fireEvent.click(screen.getByRole('radio', { name: '满意' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /念过了/ }));
    await press('提交记录');
    expect(outbox.get().items.map(({ body, kept }) => [body.id, kept])).toEqual([[visitId, true]]);
    expect(draft()).toBeNull();
    expect(visited).toEqual([{ how: 'restart', url: `/visitor/done/index?visitId=${visitId}&fresh=1` }]);
  });

  it('stays, with everything filled in and the same id, when the record is refused', async () => {
    const visitId = await openAfterCall();
    const refusal = { code: 'visit.time', detail: '探访的起止时间不对，请检查手机时间' };
    service.on('POST /api/visits', { status: 400, body: refusal }, received(visitId));
    fireEvent.click(screen.getByRole('radio', { name: '满意' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /念过了/ }));
    await press('提交记录');
    expect(screen.getByText('探访的起止时间不对，请检查手机时间')).toBeTruthy();
    expect(visited).toEqual([]);
    expect(draft()).toMatchObject({ visitId, answers: complete });
    expect(outbox.get().items).toEqual([]);
    await press('提交记录');
    expect(service.written('POST /api/visits').map(({ id }) => id)).toEqual([visitId, visitId]);
    expect(visited).toHaveLength(1);
  });

  it('fires once, however often it is tapped', async () => {
    const visitId = await openAfterCall();
    service.on('POST /api/visits', received(visitId));
    fireEvent.click(screen.getByRole('radio', { name: '满意' }));
    fireEvent.click(screen.getByRole('checkbox', { name: /念过了/ }));
    const submit = button('提交记录');
    await act(async () => {
      fireEvent.click(submit);
      fireEvent.click(submit);
    });
    await settle();
    await settle();
    expect(service.written('POST /api/visits')).toHaveLength(1);
    expect(visited).toHaveLength(1);
  });
});

describe('a record that was handed in before', () => {
  it('is not there to be handed in again', async () => {
    Object.assign(router, { params: { elderId: ulid() } });
    render(<SignPage />);
    await settle();
    expect(screen.getByText('这份记录不在手里了')).toBeTruthy();
    expect(within(screen.getByRole('main')).getByRole('button', { name: '回到今日' })).toBeTruthy();
  });
});
