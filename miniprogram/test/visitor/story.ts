import type { ChoiceField, FormDefinition, FormField, TextField } from '@tanfang/shared';
import type { Me } from '@/state';
import type { ElderCard, VisitDraft } from '@/visitor/visit/draft';

const filled = { filledBy: 'visitor', visibility: 'family', print: 1 } as const;

function hazard(id: string, label: string): [ChoiceField, TextField] {
  return [
    {
      ...filled,
      id,
      label,
      type: 'choice',
      required: true,
      hazard: true,
      options: [
        { code: 'safe', label: '安全', meaning: 'done' },
        { code: 'fairly-safe', label: '较安全', meaning: 'worry', asksFor: `${id}-note` },
        {
          code: 'unsafe',
          label: '不安全',
          meaning: 'danger',
          asksFor: `${id}-note`,
          finding: {
            matter: 'gas-safety',
            needType: 'safety-hazard',
            severity: 'urgent',
            title: '燃气不安全，要处理',
            plain: '厨房燃气有隐患',
            advice: ['关上燃气阀门，打开门窗', '闻到气味到屋外打 119'],
          },
        },
      ],
    },
    {
      ...filled,
      id: `${id}-note`,
      label: `${label}：看到了什么`,
      type: 'text',
      maxLength: 20,
      lines: 3,
      afresh: true,
      shownWhen: { field: id, isOneOf: ['fairly-safe', 'unsafe'] },
    },
  ];
}

const economy: FormField[] = [
  {
    ...filled,
    id: 'economy',
    label: '家庭经济状况',
    type: 'choices',
    required: true,
    options: [
      { code: 'stable', label: '稳定', exclusive: true },
      { code: 'illness-expense', label: '疾病支出' },
      { code: 'other', label: '其他', asksFor: 'economy-other' },
    ],
  },
  {
    ...filled,
    id: 'economy-other',
    label: '其他经济状况',
    type: 'text',
    maxLength: 100,
    shownWhen: { field: 'economy', is: 'other' },
    requiredWhen: { field: 'economy', is: 'other' },
  },
];

const spirits: FormField = {
  ...filled,
  id: 'spirits',
  label: '精神状态',
  type: 'choice',
  required: true,
  options: [
    { code: 'unchanged', label: '无变化' },
    { code: 'better', label: '较好' },
    { code: 'worse', label: '较差' },
  ],
};

const illness: FormField = { ...filled, id: 'illness', label: '严重疾病名称', type: 'text', maxLength: 100 };

/** What other places ask besides: a number, a day, a table. */
const elsewhere: FormField[] = [
  { ...filled, id: 'pressure', label: '收缩压', type: 'number', min: 60, max: 260, unit: '毫米汞柱' },
  { ...filled, id: 'seen-doctor', label: '上次看医生', type: 'date' },
  {
    ...filled,
    id: 'medicines',
    label: '在吃的药',
    type: 'table',
    maxRows: 2,
    columns: [
      { id: 'name', label: '药名', type: 'text', maxLength: 20, required: true },
      { id: 'times', label: '一天几次', type: 'number', min: 1, max: 6 },
    ],
  },
];

/** A short form with every kind of question that the engine knows. */
export const form: FormDefinition = {
  id: 'short-record',
  version: 1,
  title: '探访记录',
  source: { document: '方案', annex: '附件1' },
  archive: { copies: 1, keepers: [], remark: '' },
  nothingToSay: '来看过了，一切都好',
  sections: [
    { id: 'economy', title: '家庭经济状况', part: 'visit', fields: economy },
    { id: 'health', title: '健康状况', part: 'visit', fields: [spirits, illness] },
    {
      id: 'safety',
      title: '安全情况',
      part: 'visit',
      fields: [...hazard('gas', '燃气安全'), ...hazard('fire', '消防安全')],
    },
    { id: 'elsewhere', title: '别处也问的', part: 'visit', fields: elsewhere },
    {
      id: 'closing',
      title: '',
      part: 'closing',
      fields: [
        {
          ...filled,
          id: 'satisfaction',
          label: '老人对服务满意度评价',
          type: 'choice',
          required: true,
          options: [
            { code: 'satisfied', label: '满意' },
            { code: 'dissatisfied', label: '不满意' },
          ],
        },
      ],
    },
  ],
};

export const zhoumin: Me = {
  account: { id: '01KB2Z6QF3T9V8XW7M5N4P3R10', name: '周敏', phoneMasked: null },
  roles: [{ role: 'visitor', division: null }],
  kin: [],
  demo: null,
};

export const LIXIULAN = '01KB2Z6QF3T9V8XW7M5N4P3R00';

/** 李秀兰, 82, lives alone; last time she was well and the gas hose old. */
export function card(changes: Partial<ElderCard> = {}): ElderCard {
  return {
    checkInId: '01KB2Z6QF3T9V8XW7M5N4P3R20',
    elder: {
      id: LIXIULAN,
      name: '李秀兰',
      age: 82,
      sex: '女',
      livesAlone: true,
      callName: '李奶奶',
      phone: '14200000009',
    },
    owed: { obligationId: '01KB2Z6QF3T9V8XW7M5N4P3R30', every: 'week', dueOn: '2026-11-29' },
    pause: null,
    hints: [],
    form: { id: form.id, version: form.version, hash: 'h1' },
    lastAnswers: {
      on: '2026-11-18',
      // A service that forgot to take the hazard out must not be believed.
      answers: { economy: ['stable'], spirits: 'unchanged', illness: '糖尿病', pressure: 140, gas: 'safe' },
    },
    lastHazards: { gas: 'fairly-safe' },
    emergency: {
      address: '济南市历下区样例小区 3 号楼 2 单元 301',
      numbers: [
        { call: 'emergency-services', number: '120', label: '急病、受伤', masked: null },
        { call: 'emergency-services', number: '119', label: '起火、燃气', masked: null },
        { call: 'first-contact', number: '14200000001', label: '女儿 王静', masked: null },
      ],
    },
    ...changes,
  };
}

/** Every question of the short form that must be answered. */
export const complete: VisitDraft['answers'] = {
  economy: ['stable'],
  spirits: 'unchanged',
  gas: 'safe',
  fire: 'safe',
  satisfaction: 'satisfied',
};
