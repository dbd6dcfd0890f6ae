import type { ChoiceField, FindingRule, Matter, NeedType } from '@tanfang/shared';
import { compared, hazard } from '../form-questions';
import { NOT_YET_PLACED, type Unplaced } from './placing';

/**
 * Questions that plans ask in their text while their forms have no box for them. They follow the form and print on the
 * continuation sheet; each takes the article that asks it. What concerns the family's own duty is for staff only.
 */

const asked = (article: string) => ({ filledBy: 'visitor', visibility: 'family', additional: true, article }) as const;
const askedForStaff = (article: string) =>
  ({ ...asked(article), visibility: 'staff', afresh: true, help: '只给社区和街道看，家人看不到' }) as const;

function ordinary(matter: Matter, needType: NeedType, title: string, plain: string): { finding: FindingRule } {
  return { finding: { matter, needType, severity: 'ordinary', title, plain } };
}

/** 反应能力 */
export function reaction(article: string): ChoiceField {
  const question = compared({
    id: 'reaction',
    label: '反应能力',
    print: NOT_YET_PLACED,
    trend: { label: '反应', says: { better: '反应比上次快', worse: '反应比上次慢些' } },
    says: { worse: '反应有些慢' },
    finding: {
      matter: 'reaction',
      needType: 'medical',
      title: '反应比上次慢',
      plain: '反应比上次慢一些，要不要去医院看看记性和反应，请您拿主意',
      advice: ['问问最近有没有忘事、走错路'],
    },
  });
  return { ...question, required: false, additional: true, article } as ChoiceField;
}

/** 衣食住行医等方面的困难 */
export function livelihood(article: string): Unplaced {
  const hard = (what: string) =>
    ordinary('livelihood', 'relief', `${what}有困难`, `${what}有困难，可以问问能不能申请救助`);
  return {
    ...asked(article),
    id: 'livelihood',
    label: '衣食住行医有没有困难',
    type: 'choices',
    options: [
      { code: 'none', label: '没有', exclusive: true },
      { code: 'clothing', label: '穿衣', ...hard('穿衣') },
      { code: 'food', label: '吃饭', ...hard('吃饭') },
      { code: 'housing', label: '住房', ...hard('住房') },
      { code: 'getting-about', label: '出行', ...hard('出行') },
      { code: 'seeing-a-doctor', label: '看病', ...hard('看病') },
    ],
  };
}

/** 是否享受相关社会保障政策待遇、是否落实到位 */
export function benefits(article: string): Unplaced {
  return {
    ...asked(article),
    id: 'benefits',
    label: '社会保障政策待遇',
    type: 'choice',
    options: [
      { code: 'received', label: '享受了，落实到位' },
      {
        code: 'may-qualify',
        label: '可能符合，还没申请',
        ...ordinary(
          'relief-policy',
          'benefits',
          '可能符合救助政策',
          '可能符合社会保障或者救助政策，可以申请，社区会告诉怎么办',
        ),
      },
      {
        code: 'not-in-place',
        label: '没有落实到位',
        ...ordinary('relief-policy', 'benefits', '待遇没落实到位', '该享受的政策待遇还没有落实到位，社区会去问'),
      },
      { code: 'not-known', label: '没问到' },
    ],
  };
}

/** 房屋: asked where the form has boxes for gas, water and electricity but none for the house itself. */
export function housing(article: string): Unplaced[] {
  const [choice, note] = hazard('housing', {
    label: '房屋安全',
    print: NOT_YET_PLACED,
    notePrint: NOT_YET_PLACED,
    article,
  });
  return [{ ...choice, additional: true, article }, note];
}

/** 不良安全习惯（如吸烟、常用大功率电器等） */
export function unsafeHabits(article: string): Unplaced[] {
  const habit = (title: string, plain: string) =>
    ({
      finding: { matter: 'unsafe-habits', needType: 'safety-hazard', severity: 'information', title, plain },
    }) as const;
  const other = { field: 'unsafe-habits', is: 'other' } as const;
  return [
    {
      ...asked(article),
      id: 'unsafe-habits',
      label: '有没有不良安全习惯',
      type: 'choices',
      options: [
        { code: 'none', label: '没有', exclusive: true },
        { code: 'smoking', label: '吸烟', ...habit('家里有人抽烟', '家里有人抽烟，请提醒别在床上抽、烟头掐灭') },
        {
          code: 'heavy-appliances',
          label: '常用大功率电器',
          ...habit('常用大功率电器', '家里常用大功率电器，请提醒别几样一起开、人走断电'),
        },
        {
          code: 'other',
          label: '其他',
          asksFor: 'unsafe-habits-other',
          ...habit('用火用电要当心', '家里用火用电的习惯要当心，请多提醒'),
        },
      ],
    },
    {
      ...asked(article),
      id: 'unsafe-habits-other',
      label: '其他不良安全习惯',
      type: 'text',
      maxLength: 100,
      afresh: true,
      help: '写看到的东西，家人也会看到',
      shownWhen: other,
      requiredWhen: other,
    },
  ];
}

/** 是否经常看望或者问候老人 */
export function familyContact(article: string): Unplaced {
  return {
    ...askedForStaff(article),
    id: 'family-contact',
    label: '分开住的家人常来看望或问候吗',
    type: 'choice',
    options: [
      { code: 'often', label: '经常' },
      { code: 'sometimes', label: '有时' },
      {
        code: 'seldom',
        label: '很少',
        ...ordinary(
          'family-contact',
          'family-relations',
          '家人很少看望或问候',
          '分开住的家人很少看望或问候老人，请提醒和督促',
        ),
      },
      { code: 'none-apart', label: '没有分开住的家人' },
    ],
  };
}

/** 是否履行赡养、扶养义务 */
export function familyDuty(article: string): Unplaced[] {
  const neglect = (severity: FindingRule['severity'], title: string, plain: string) => ({
    asksFor: 'family-duty-note',
    finding: { matter: 'family-duty', needType: 'family-relations', severity, title, plain } as const,
  });
  return [
    {
      ...askedForStaff(article),
      id: 'family-duty',
      label: '分开住的家人履行赡养扶养义务吗',
      type: 'choice',
      options: [
        { code: 'fulfilled', label: '履行' },
        {
          code: 'partly',
          label: '不到位',
          ...neglect('ordinary', '赡养扶养不到位', '家人履行赡养扶养义务不到位，请先提醒沟通'),
        },
        {
          code: 'neglected',
          label: '不履行',
          ...neglect('urgent', '家人不履行赡养扶养义务', '家人不履行赡养扶养义务，请街道核实'),
        },
        { code: 'none-apart', label: '没有分开住的家人' },
        { code: 'not-known', label: '没问到' },
      ],
    },
    {
      ...asked(article),
      visibility: 'staff',
      id: 'family-duty-note',
      label: '赡养扶养：听到看到的情况',
      type: 'text',
      maxLength: 300,
      lines: 4,
      afresh: true,
      shownWhen: { field: 'family-duty', isOneOf: ['partly', 'neglected'] },
    },
  ];
}

/** 政策、安全常识、应急自救: what the elder was told this time. */
export function told(article: string): Unplaced {
  return {
    ...asked(article),
    visibility: 'staff',
    id: 'told',
    label: '这次给老人讲了什么',
    type: 'choices',
    afresh: true,
    options: [
      { code: 'policy', label: '政策' },
      { code: 'safety', label: '安全常识' },
      { code: 'self-rescue', label: '应急自救' },
      { code: 'health', label: '健康知识' },
    ],
  };
}
