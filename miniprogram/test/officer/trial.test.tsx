import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import TrialPage from '@/officer/trial';
import type { Explanation } from '@/officer/verdict/lines';
import { FakeService, settle } from '../family/service';
import { wangjing } from '../family/story';
import { router } from '../taro';
import { ELDER, officer, PACKS } from './story';

const ask = (packId: string) => `POST /api/policies/${packId}/explanations`;
const citation = (text: string, reading = false) => ({
  ...{ rule: 'x.cadence', document: '方案全名', article: '二（五）2', text, reading },
});

const says = (pack: string, every: 'week' | 'month' | null): Explanation => ({
  evaluation: {
    ...{ pack, on: '2026-11-24', age: 82, eligible: every !== null, because: [citation('老年人')] },
    categories: every ? [{ code: 'living-alone', because: [citation('独居老人')] }] : [],
    ...{ tier: null, entrustment: null, flags: [], notes: [], serviceProvider: every ? 'assigned' : null },
    visits: every && { every, because: [citation(`${pack}的频次`)] },
    referral: every && { to: 'community', inform: ['first-contact'], because: [citation('转给谁', true)] },
  },
  provider: every && { code: 'assigned', because: [citation('谁来')] },
});

let service: FakeService;

async function open(params: Record<string, string> = { a: 'jinan', b: 'beijing' }): Promise<void> {
  Object.assign(router, { path: '/officer/trial/index', params });
  await service.signIn(officer());
  render(<TrialPage />);
  await settle();
}

/** Nobody has touched anything for a moment, and the answers are there. */
async function rest(): Promise<void> {
  await act(() => jest.advanceTimersByTimeAsync(300));
  await act(() => jest.advanceTimersByTimeAsync(50));
}

const compare = (name: string) => screen.getByRole('heading', { name }).closest('.compare') as HTMLElement;

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['Date'], advanceTimers: true });
  service = new FakeService();
  service.on('GET /api/policies', { status: 200, body: { items: PACKS } });
  service.on('GET /api/divisions', { status: 200, body: { items: [] } });
  service.on(ask('jinan'), { status: 200, body: says('jinan', 'week') });
  service.on(ask('beijing'), { status: 200, body: says('beijing', 'month') });
});
afterEach(() => jest.useRealTimers());

describe('政策试算', () => {
  it('begins with an example, and lays two places side by side with a word where they differ', async () => {
    await open();
    expect(service.written(ask('jinan'))).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: /^82 岁，独居/ }));
    await rest();
    expect(service.written(ask('jinan'))).toHaveLength(1);
    expect(service.written(ask('jinan'))).toEqual(service.written(ask('beijing')));
    const visits = compare('多久一次');
    expect(visits.textContent).toContain('济南 每周一次北京 每月一次');
    expect(visits.textContent).toMatch(/济南“jinan的频次”.*北京“beijing的频次”/);
    expect(within(visits).getByText('不一样')).toBeTruthy();
    // Where they agree the grounds come on a tap.
    expect(within(compare('类别')).queryByText('不一样')).toBeNull();
    expect(compare('看到的事').textContent).not.toContain('转给谁');
    fireEvent.click(screen.getByRole('button', { name: '看到的事，看依据' }));
    expect(within(compare('看到的事')).getAllByText('方案没写明，是我们的理解')).toHaveLength(2);
  });

  it('begins with the plan of the officer’s own place, unless the address names another', async () => {
    const places = () =>
      ['哪里的方案', '和哪里比'].map(
        (label) =>
          within(screen.getByRole('radiogroup', { name: label })).getByRole('radio', { checked: true }).textContent,
      );
    await open({});
    expect(places()).toEqual(['济南', '北京']);
    cleanup();
    await open({ a: 'beijing' });
    expect(places()).toEqual(['北京', '济南']);
  });

  it('works it out anew when a fact changes, and asks once for a burst of changes', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: /^75 岁，老两口/ }));
    await rest();
    service.on(ask('jinan'), { status: 200, body: says('jinan', null) });
    fireEvent.click(screen.getByRole('button', { name: /^身体和家里/ }));
    fireEvent.click(screen.getByRole('checkbox', { name: '卧床' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '失智' }));
    await rest();
    const asked = service.written(ask('jinan')) as { facts: object }[];
    expect(asked).toHaveLength(2);
    expect(asked[1]!.facts).toMatchObject({ bedridden: true, dementia: true });
    expect(compare('多久一次').textContent).toContain('济南 不用定期探访');
  });

  it('says at the field what the service would not take, and keeps the last result', async () => {
    await open();
    fireEvent.click(screen.getByRole('button', { name: /^82 岁，独居/ }));
    await rest();
    const fields = [
      { field: 'facts.residence.division', message: 'facts.residence.division 应是行政区划代码，最多 12 位数字' },
      { field: 'facts.shoeSize', message: 'facts.shoeSize 不是认识的字段' },
    ];
    service.on(ask('jinan'), { status: 400, body: { code: 'policy.facts', detail: '有几项没填对', fields } });
    fireEvent.click(screen.getByRole('button', { name: /^年纪和住处/ }));
    const code = screen.getByLabelText('常住在哪里');
    fireEvent.change(code, { target: { value: '37x' } });
    await rest();
    expect(document.getElementById(code.getAttribute('aria-describedby')!.split(' ').at(-1)!)!.textContent).toBe(
      '应是行政区划代码，最多 12 位数字',
    );
    expect(screen.getByText('不是认识的字段')).toBeTruthy();
    expect(screen.getByText('有几项没填对，下面还是改之前的结果')).toBeTruthy();
    expect(compare('多久一次').textContent).toContain('济南 每周一次');
  });

  it('tries again when nothing came', async () => {
    await open();
    service.on(ask('beijing'), 'offline', { status: 200, body: says('beijing', 'month') });
    fireEvent.click(screen.getByRole('button', { name: /^82 岁，独居/ }));
    await rest();
    fireEvent.click(screen.getByRole('button', { name: '再算一次' }));
    await rest();
    expect(compare('多久一次').textContent).toContain('北京 每月一次');
  });

  it('compares with nothing when nobody wants to', async () => {
    await open({ a: 'jinan', b: 'none' });
    fireEvent.click(screen.getByRole('button', { name: /^82 岁，独居/ }));
    await rest();
    expect(service.written(ask('beijing'))).toEqual([]);
    expect(compare('多久一次').textContent).not.toContain('每月一次');
    expect(screen.queryByText('不一样')).toBeNull();
  });

  it('takes over the facts of somebody of the register, with their place', async () => {
    const facts = { birthDate: '1944-03-02', residence: { division: '110105012003', rural: false }, relatives: [] };
    const body = { facts, ...says('beijing', 'month') };
    service.on(`GET /api/elders/${ELDER}/explanation`, { status: 200, body });
    await open({ a: 'jinan', elder: ELDER });
    await rest();
    expect(service.written(ask('beijing')).at(-1)).toMatchObject({ facts: { ...facts, relatives: [] } });
    expect(screen.getByRole('radiogroup', { name: '哪里的方案' }).textContent).toContain('北京');
    expect(screen.getAllByRole('radio', { name: '北京' })[0]!.getAttribute('aria-checked')).toBe('true');
  });

  it('is the officers’', async () => {
    Object.assign(router, { path: '/officer/trial/index', params: {} });
    await service.signIn(wangjing);
    render(<TrialPage />);
    await settle();
    expect(screen.getByText(/这一页是社区和街道用的/)).toBeTruthy();
  });
});
