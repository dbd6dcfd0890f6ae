import { act, fireEvent, render, screen } from '@testing-library/react';
import type { FormDefinition, FormField } from '@tanfang/shared';
import { Filling } from '@/visitor/form/Filling';
import { bodyOf } from '@/visitor/sign/hand-in';
import { beginDraft, draftOf } from '@/visitor/visit/draft';
import { useDraft } from '@/visitor/visit/use-draft';
import { FakeService } from '../family/service';
import { card, LIXIULAN, zhoumin } from './story';

const filled = { filledBy: 'visitor', visibility: 'staff', print: 1 } as const;
const money = (id: string, label: string): FormField => ({
  ...{ ...filled, id, label, type: 'number', min: 0, max: 100_000, unit: '元' },
});
const water: FormField = {
  ...{ ...filled, id: 'water', label: '饮水是否安全', type: 'choice', afresh: true },
  options: [
    { code: 'safe', label: '安全' },
    { code: 'unsafe', label: '不安全' },
  ],
};
const form: FormDefinition = {
  ...{ id: 'household-record', version: 1, title: '探访记录', nothingToSay: '一切都好' },
  source: { document: '方案', annex: '附件1' },
  archive: { copies: 1, keepers: [], remark: '' },
  sections: [
    {
      ...{ id: 'living', title: '三、家庭生活条件', part: 'visit', standing: true },
      fields: [water, money('income', '家庭每月收入'), money('benefits', '每月补贴'), money('rent', '每月房租')],
    },
  ],
};

function Visit() {
  const [draft] = useDraft(LIXIULAN);
  return draft && <Filling draft={draft} definition={form} />;
}

const handedIn = () => {
  const draft = draftOf(zhoumin.account.id, LIXIULAN).get()!;
  return bodyOf(draft, form, draft.startedAt).answers;
};
const tap = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));

beforeEach(async () => {
  localStorage.clear();
  await new FakeService().signIn(zhoumin);
  const lastAnswers = { on: '2026-10-18', answers: { income: 830, benefits: 620 } };
  beginDraft(zhoumin.account.id, card({ lastAnswers }), { mode: 'on-site', pendingCheckIn: null });
  render(<Visit />);
});

describe('a part that seldom changes', () => {
  it('stands there as it was told last, in words, and is no answer until somebody says so', () => {
    expect(screen.getByText('830 元')).toBeTruthy();
    expect(screen.getByText('620 元')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(handedIn()).toEqual({});
  });

  it('is confirmed as a whole with one tap', async () => {
    await tap('都没变');
    expect(handedIn()).toEqual({ income: 830, benefits: 620 });
    expect(screen.getByText('和上次一样')).toBeTruthy();
  });

  it('still asks afresh what has to be looked at', async () => {
    fireEvent.click(screen.getByRole('radio', { name: '不安全' }));
    await tap('都没变');
    expect(handedIn()).toEqual({ water: 'unsafe', income: 830, benefits: 620 });
  });

  it('opens when something has changed, with what was left open last time', async () => {
    await tap('有变化');
    const field = screen.getByRole('textbox', { name: '家庭每月收入' });
    await act(async () => fireEvent.change(field, { target: { value: '900' } }));
    expect(screen.getByRole('textbox', { name: '每月房租' })).toBeTruthy();
    expect(handedIn()).toEqual({ income: 900 });
    await tap('每月补贴还是上次的：620 元');
    expect(handedIn()).toEqual({ income: 900, benefits: 620 });
  });

  it('that was confirmed can still be changed', async () => {
    await tap('都没变');
    await tap('有变化，我来改');
    const field = screen.getByRole('textbox', { name: '每月补贴' });
    await act(async () => fireEvent.change(field, { target: { value: '700' } }));
    expect(handedIn()).toEqual({ income: 830, benefits: 700 });
  });
});
