import { fireEvent, render, screen } from '@testing-library/react';
import type { ElderDetail } from '@/officer/desk/elder-words';
import { Ended, Ending } from '@/officer/elder/Ending';
import { dayOf } from '@/platform';
import { FakeService, settle } from '../family/service';
import { ELDER, officer } from './story';

const END = `PATCH /api/elders/${ELDER}`;
const REOPEN = `POST /api/elders/${ELDER}/reopenings`;
const lixiulan = (changes: Partial<ElderDetail> = {}) =>
  ({
    ...{ id: ELDER, name: '李秀兰', version: 3, registeredOn: '2025-03-01', endedOn: null, endReason: null },
    ...changes,
  }) as ElderDetail;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const onChanged = jest.fn(() => Promise.resolve());
let service: FakeService;

beforeEach(async () => {
  onChanged.mockClear();
  service = new FakeService();
  await service.signIn(officer());
});

describe('a record that runs', () => {
  const since = (day: string) => fireEvent.change(screen.getByLabelText('从哪天起'), { target: { value: day } });

  beforeEach(() => {
    service.on(END, { status: 200, body: lixiulan() });
    render(<Ending elder={lixiulan()} onChanged={onChanged} />);
    press('给李秀兰销册');
  });

  it('ends for a reason and from a day, after saying what follows', async () => {
    expect(screen.queryByText(/门牌码作废/)).toBeNull();
    press('请先选原因');
    choose(/去世了/);
    since('2025-11-20');
    expect(screen.getByText(/^2025年11月20日起不再要人去.*门牌码作废.*可以撤回$/)).toBeTruthy();
    await settle();
    expect(service.written(END)).toEqual([]);
    press('销册');
    await settle();
    expect(service.written(END)).toEqual([{ version: 3, ended: { on: '2025-11-20', reason: 'deceased' } }]);
    expect(onChanged).toHaveBeenCalledTimes(1);
    expect(screen.queryByRole('radio')).toBeNull();
  });

  it('ends today unless another day is given, and on no day that is to come or before the registration', async () => {
    choose(/迁走了/);
    expect(screen.getByLabelText<HTMLInputElement>('从哪天起').value).toBe(dayOf(Date.now()));
    since(dayOf(Date.now() + 86_400_000));
    press('这天还没到');
    since('2025-02-28');
    press('不能早于入册那天');
    since('');
    press('请填日期');
    await settle();
    expect(service.written(END)).toEqual([]);
  });

  it('that was a mistake ends with the day of the registration', async () => {
    choose(/登记错了/);
    expect(screen.queryByLabelText('从哪天起')).toBeNull();
    press('销册');
    await settle();
    expect(service.written(END)).toEqual([{ version: 3, ended: { on: '2025-03-01', reason: 'mistake' } }]);
  });

  it('stays where somebody was faster, and says so', async () => {
    service.on(END, { status: 409, body: { code: 'elder.stale', detail: '刚才有人改过，请再看一遍' } });
    choose(/迁走了/);
    press('销册');
    await settle();
    expect(screen.getByText(/刚才有人改过/)).toBeTruthy();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('stays when the officer thinks again', async () => {
    choose(/去世了/);
    press('不销册');
    await settle();
    expect(service.written(END)).toEqual([]);
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('a record that has ended', () => {
  const ended = lixiulan({ endedOn: '2025-11-20', endReason: 'deceased' });
  const show = (may = true, elder = ended) => render(<Ended elder={elder} may={may} onChanged={onChanged} />);

  it('says since when and why', () => {
    show();
    expect(screen.getByText('已经去世，2025年11月20日起不再探访')).toBeTruthy();
  });

  it('runs again for a reason, after saying what follows', async () => {
    service.on(REOPEN, { status: 201, body: lixiulan() });
    show();
    press('撤回李秀兰的销册');
    expect(screen.getByText(/探访员要重新派，门牌码要重新发/)).toBeTruthy();
    press('请写一句原因');
    fireEvent.change(screen.getByLabelText('为什么撤回'), { target: { value: ' 看错了人，老人还在 ' } });
    press('撤回');
    await settle();
    expect(service.written(REOPEN)).toEqual([{ reason: '看错了人，老人还在' }]);
    expect(onChanged).toHaveBeenCalledTimes(1);
  });

  it('stays ended where the person was registered again', async () => {
    service.on(REOPEN, { status: 409, body: { code: 'elder.duplicate', detail: '这个身份证号已经登记过' } });
    show();
    press('撤回李秀兰的销册');
    fireEvent.change(screen.getByLabelText('为什么撤回'), { target: { value: '老人又搬回来了' } });
    press('撤回');
    await settle();
    expect(screen.getByText(/已经登记过/)).toBeTruthy();
    expect(onChanged).not.toHaveBeenCalled();
  });

  it('is looked at, not taken back, by those who may not; one that runs has nothing to show', () => {
    show(false);
    expect(screen.getByText(/已经去世/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    show(true, lixiulan());
    expect(screen.getAllByText(/不再探访/)).toHaveLength(1);
  });
});
