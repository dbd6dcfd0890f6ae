import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { validateAnswers } from '@tanfang/shared';
import { Filling } from '@/visitor/form/Filling';
import { bodyOf } from '@/visitor/sign/hand-in';
import { beginDraft, draftOf } from '@/visitor/visit/draft';
import { setCare } from '@/state';
import { useDraft } from '@/visitor/visit/use-draft';
import { FakeService } from '../family/service';
import { visited } from '../taro';
import { card, complete, form, LIXIULAN, zhoumin } from './story';

function Visit() {
  const [draft] = useDraft(LIXIULAN);
  return draft && <Filling draft={draft} definition={form} />;
}

const group = (name: string | RegExp) => screen.getByRole('radiogroup', { name });
const choose = (question: string, answer: string | RegExp) =>
  fireEvent.click(within(group(question)).getByRole('radio', { name: answer }));
const tick = (name: string | RegExp) => fireEvent.click(screen.getByRole('checkbox', { name }));
const write = (label: string | RegExp, text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value: text } });
const draft = () => draftOf(zhoumin.account.id, LIXIULAN).get()!;
const handedIn = () => bodyOf(draft(), form, draft().startedAt + 60_000).answers;
const mainButton = () => screen.getByRole('button', { name: /下一段|还差|要看看|填好了/ });
const tapMain = () => act(async () => fireEvent.click(mainButton()));

/** To the last part, where the form says what is missing. */
async function toTheEnd() {
  while (/下一段/.test(mainButton().textContent ?? '')) await tapMain();
}

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  await new FakeService().signIn(zhoumin);
  beginDraft(zhoumin.account.id, card(), { mode: 'on-site', pendingCheckIn: null });
  render(<Visit />);
});

describe('last time’s answers', () => {
  it('are dashed, count as nothing, and are not handed in until they are tapped', () => {
    expect(screen.getByText('已答 0 / 4')).toBeTruthy();
    within(group('精神状态')).getByRole('radio', { name: '无变化，上次的答案，还没有确认' });
    screen.getByRole('checkbox', { name: '稳定，上次的答案，还没有确认' });
    expect(handedIn()).toEqual({});
    choose('精神状态', /无变化/);
    expect(handedIn()).toEqual({ spirits: 'unchanged' });
    expect(screen.getByText('已答 1 / 4')).toBeTruthy();
  });

  it('that were written stand beside the field and are taken over by a tap', () => {
    expect(screen.getByText('上次：糖尿病')).toBeTruthy();
    expect((screen.getByRole('textbox', { name: '严重疾病名称' }) as HTMLInputElement).value).toBe('');
    fireEvent.click(screen.getByRole('button', { name: '严重疾病名称还是上次的：糖尿病' }));
    expect(handedIn()).toEqual({ illness: '糖尿病' });
    fireEvent.click(screen.getByRole('button', { name: '收缩压还是上次的：140 毫米汞柱' }));
    expect(handedIn()).toEqual({ illness: '糖尿病', pressure: 140 });
  });
});

describe('安全情况：每次重新看', () => {
  it('never offers last time’s answer, even when the service sends one: it is there in words', () => {
    expect(within(group('燃气安全')).queryByRole('radio', { name: /上次/ })).toBeNull();
    expect(within(group('燃气安全')).queryAllByRole('radio', { checked: true })).toEqual([]);
    expect(screen.getByText('上次：较安全')).toBeTruthy();
    expect(handedIn()).toEqual({});
  });

  it('gives advice at once on 不安全, and takes it away on 安全', () => {
    choose('燃气安全', '不安全');
    expect(screen.getByText('关上燃气阀门，打开门窗')).toBeTruthy();
    expect(screen.getByText('闻到气味到屋外打 119')).toBeTruthy();
    choose('燃气安全', '安全');
    expect(screen.queryByText('关上燃气阀门，打开门窗')).toBeNull();
  });

  it('keeps words about a hazard while the visitor hesitates, and hands them in only with the hazard', async () => {
    choose('燃气安全', '不安全');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '写两句' })));
    write('燃气安全：看到了什么', '软管裂了');
    expect(handedIn()).toEqual({ gas: 'unsafe', 'gas-note': '软管裂了' });
    choose('燃气安全', '安全');
    expect(screen.queryByRole('textbox', { name: '燃气安全：看到了什么' })).toBeNull();
    expect(handedIn()).toEqual({ gas: 'safe' });
    choose('燃气安全', '较安全');
    expect(handedIn()).toEqual({ gas: 'fairly-safe', 'gas-note': '软管裂了' });
  });
});

describe('a question that another answer opens', () => {
  it('appears, must be answered, and goes again with its answer', async () => {
    for (const [id, value] of Object.entries(complete)) if (id !== 'economy') answer(id, value);
    expect(screen.queryByRole('textbox', { name: '其他经济状况' })).toBeNull();
    tick('其他');
    screen.getByRole('textbox', { name: '其他经济状况' });
    expect(screen.getByText('已答 4 / 5')).toBeTruthy();
    await toTheEnd();
    expect(mainButton().textContent).toBe('还差 1 题');
    write('其他经济状况', '儿子做生意亏了');
    expect(mainButton().textContent).toBe('填好了，请老人确认');
    tick('其他');
    tick(/^稳定/);
    expect(handedIn()).toEqual({ ...complete });
  });

  const answer = (id: string, value: unknown) =>
    act(() => {
      const store = draftOf(zhoumin.account.id, LIXIULAN);
      store.set({ ...store.get()!, answers: { ...store.get()!.answers, [id]: value as string } });
    });
});

describe('what is still missing', () => {
  it('is counted on the button, shown on tapping it, and the first gap gets the focus', async () => {
    choose('精神状态', '较好');
    choose('燃气安全', '安全');
    await toTheEnd();
    expect(mainButton().textContent).toBe('还差 2 题');
    expect(screen.queryByText(/还没有选/)).toBeNull();
    await tapMain();
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)));
    expect(screen.getAllByText(/还没有选/).map((each) => each.textContent)).toEqual([
      '「家庭经济状况」还没有选',
      '「消防安全」还没有选',
    ]);
    expect(document.activeElement?.closest('#q-economy')).toBeTruthy();
    tick('疾病支出');
    choose('消防安全', '安全');
    expect(screen.queryByText(/还没有选/)).toBeNull();
    await tapMain();
    expect(visited.at(-1)).toEqual({ how: 'go', url: `/visitor/sign/index?elderId=${LIXIULAN}` });
  });

  it('says so when something was written wrongly', async () => {
    choose('精神状态', '较好');
    choose('燃气安全', '安全');
    choose('消防安全', '安全');
    tick('疾病支出');
    write('收缩压', '一百四');
    await toTheEnd();
    expect(mainButton().textContent).toBe('有 1 处要看看');
    await tapMain();
    expect(screen.getByText('「收缩压」应填整数')).toBeTruthy();
    write('收缩压', '１４０');
    expect(handedIn()).toMatchObject({ pressure: 140 });
    expect(mainButton().textContent).toBe('填好了，请老人确认');
  });
});

describe('稳定 stands alone', () => {
  it('and any other answer takes its place', () => {
    tick(/稳定/);
    tick('疾病支出');
    expect(handedIn()).toEqual({ economy: ['illness-expense'] });
    tick(/^稳定/);
    expect(handedIn()).toEqual({ economy: ['stable'] });
  });
});

describe('a table of another place’s form', () => {
  it('has a card for each row, at most as many as the sheet, and leaves empty cells out', () => {
    fireEvent.click(screen.getByRole('button', { name: '添一行' }));
    write('药名', '氨氯地平');
    write('一天几次', '1');
    fireEvent.click(screen.getByRole('button', { name: '再添一行' }));
    expect(screen.queryByRole('button', { name: '再添一行' })).toBeNull();
    expect(handedIn()).toEqual({ medicines: [{ name: '氨氯地平', times: 1 }, {}] });
    fireEvent.click(screen.getByRole('button', { name: '去掉第 2 行' }));
    expect(handedIn()).toEqual({ medicines: [{ name: '氨氯地平', times: 1 }] });
    fireEvent.change(screen.getByLabelText('上次看医生'), { target: { value: '2026-11-02' } });
    expect(validateAnswers(form, { ...complete, ...handedIn() })).toEqual([]);
  });
});

describe('leaving', () => {
  it('asks nothing while nothing is filled in', () => {
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(visited.at(-1)).toEqual({ how: 'restart', url: '/pages/landing/index' });
  });

  it('keeps what was filled in: the same visit, with the same id, opens again', () => {
    choose('精神状态', '较差');
    const { visitId, startedAt } = draft();
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(screen.getByRole('dialog', { name: '先离开？填的会留着' })).toBeTruthy();
    const kept = JSON.parse(localStorage.getItem(`tanfang.today.${zhoumin.account.id}.draft.${LIXIULAN}`)!);
    expect(kept.value).toMatchObject({ visitId, startedAt, answers: { spirits: 'worse' } });
  });
});

describe('求助', () => {
  it('is on the page all the time: the plan’s numbers in order, and what to say', () => {
    fireEvent.click(screen.getByRole('button', { name: '紧急求助' }));
    const sheet = screen.getByRole('dialog', { name: '紧急求助' });
    expect(
      within(sheet)
        .getAllByRole('button', { name: /打/ })
        .map((each) => each.getAttribute('aria-label')),
    ).toEqual(['打 120，急病、受伤', '打 119，起火、燃气', '给女儿 王静打电话']);
    expect(sheet.textContent).toContain('济南市历下区样例小区 3 号楼 2 单元 301，82 岁女性，一个人住');
  });
});

describe('关怀模式', () => {
  const toNextPart = tapMain;
  beforeEach(() => act(() => setCare(true)));
  afterEach(() => act(() => setCare(false)));

  it('folds what is done into one line on going on, never under the finger that answers', async () => {
    choose('精神状态', '较差');
    expect(screen.queryByRole('button', { name: /点开可以改/ })).toBeNull();
    await toNextPart();
    await toNextPart();
    screen.getByRole('button', { name: '精神状态：较差，点开可以改' });
    // 安全情况 is where she is now; she scrolls back and answers what she left out.
    tick('疾病支出');
    expect(screen.getByRole('checkbox', { name: '疾病支出' })).toBeTruthy();
    choose('燃气安全', '不安全');
    expect(screen.getByText('关上燃气阀门，打开门窗')).toBeTruthy();
  });

  it('opens a folded answer again to be changed', async () => {
    choose('精神状态', '较差');
    await toNextPart();
    await toNextPart();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '精神状态：较差，点开可以改' })));
    choose('精神状态', '较好');
    expect(handedIn()).toEqual({ spirits: 'better' });
    expect(screen.queryByRole('button', { name: /点开可以改/ })).toBeNull();
  });
});
