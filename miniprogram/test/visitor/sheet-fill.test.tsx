import { act, fireEvent, render, screen } from '@testing-library/react';
import type { FormDefinition } from '@tanfang/shared';
import SheetFill from '@/visitor/sheet-fill';
import { FakeService, settle } from '../family/service';
import { router, visited } from '../taro';
import { zhoumin } from './story';

const ELDER = '01KB2Z6QF3T9V8XW7M5N4P3R77';
const REF = { id: 'registration', version: 1, hash: 'h1' };
const form: FormDefinition = {
  ...{ id: 'registration', version: 1, title: '信息登记表', nothingToSay: '登记了' },
  source: { document: '方案', annex: '附件3' },
  archive: { copies: 2, keepers: [], remark: '' },
  sections: [
    {
      ...{ id: 'elder', title: '一、基本情况', part: 'visit' },
      fields: [
        {
          ...{ id: 'phone', label: '联系电话', type: 'text', maxLength: 20, filledBy: 'server', from: 'elder.phone' },
          ...{ visibility: 'staff', print: 1 },
        },
        {
          ...{ id: 'illnesses', label: '曾患病史', type: 'text', maxLength: 100, filledBy: 'visitor' },
          ...{ visibility: 'staff', print: 2 },
        },
      ],
    },
  ],
};

const blank = (amends: string | null, illnesses?: string) => ({
  kind: 'registration',
  elder: { id: ELDER, name: '施玉英', callName: '施奶奶' },
  form: REF,
  boxes: [{ field: 'phone', words: '*** **** **10' }],
  answers: illnesses ? { illnesses } : {},
  amends: amends && { id: amends, recordedAt: Date.parse('2026-11-03T10:00:00+08:00'), recorderName: '施青山' },
});

const OPEN = `GET /api/elders/${ELDER}/sheets/registration`;
let service: FakeService;

beforeEach(async () => {
  localStorage.clear();
  visited.splice(0);
  service = new FakeService();
  await service.signIn(zhoumin);
  service.on('GET /api/forms/registration/1', { status: 200, body: { definition: form, hash: 'h1' } });
  service.on('POST /api/sheets', { status: 201, body: { id: 'x', recordedAt: 1, ordinal: 1 } });
  Object.assign(router, { path: '/visitor/sheet-fill/index', params: { elderId: ELDER, kind: 'registration' } });
});

async function open(): Promise<void> {
  render(<SheetFill />);
  await settle();
}

const write = (text: string) =>
  act(async () => fireEvent.change(screen.getByRole('textbox', { name: '曾患病史' }), { target: { value: text } }));
const handIn = async () => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '填好了，交上去' })));
  await settle();
};
const sent = () => service.written('POST /api/sheets');

describe('filling a form that records no visit', () => {
  // What is kept of a draft lives as long as the app; each test is another elder's.
  it('shows what the registry has, hands in the rest, and goes on to reading it', async () => {
    service.on(OPEN, { status: 200, body: blank(null) });
    await open();
    expect(screen.getByText('*** **** **10')).toBeTruthy();
    await write('高血压');
    await handIn();
    expect(sent()).toMatchObject([{ elderId: ELDER, kind: 'registration', answers: { illnesses: '高血压' } }]);
    expect(sent()[0]).not.toHaveProperty('amends');
    expect(visited.at(-1)).toMatchObject({ how: 'replace', url: expect.stringContaining('/visitor/sheet/index?id=') });
  });

  it('an amendment begins with what the last one says', async () => {
    service.on(OPEN, { status: 200, body: blank('s1', '高血压') });
    await open();
    expect((screen.getByRole('textbox', { name: '曾患病史' }) as HTMLInputElement).value).toBe('高血压');
    await write('高血压、糖尿病');
    await handIn();
    expect(sent()).toMatchObject([{ amends: 's1', answers: { illnesses: '高血压、糖尿病' } }]);
  });

  it('without a network keeps everything, says so, and sends the same record later', async () => {
    service.on(OPEN, { status: 200, body: blank(null) });
    service.on('POST /api/sheets', 'offline', { status: 201, body: { id: 'x', recordedAt: 1, ordinal: 1 } });
    await open();
    await write('风湿');
    await handIn();
    expect(screen.getByText('没交上，填的都还在')).toBeTruthy();
    await handIn();
    expect(sent()).toHaveLength(2);
    expect(sent()[0]).toEqual(sent()[1]);
    expect(visited).toHaveLength(1);
  });

  it('when somebody was faster asks whose content goes on', async () => {
    service.on(OPEN, { status: 200, body: blank('s1', '高血压') }, { status: 200, body: blank('s2', '中风') });
    service.on(
      'POST /api/sheets',
      { status: 409, body: { code: 'sheet.stale', detail: '刚刚有人交了更新的一份' } },
      { status: 201, body: { id: 'x', recordedAt: 1, ordinal: 3 } },
    );
    await open();
    await write('高血压、糖尿病');
    await handIn();
    expect(screen.getByText('施青山交了更新的一份')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByRole('button', { name: '用我填的' })));
    await handIn();
    expect(sent().at(-1)).toMatchObject({ amends: 's2', answers: { illnesses: '高血压、糖尿病' } });
  });
});
