import type { ChoiceField, FindingRule, FormDefinition, FormSection, Matter, Option, TextField } from '@tanfang/shared';
import { plan } from '../plan';
import { careSection } from './visit-record.v1.care';

/**
 * 附件1 特殊困难老年人探访关爱服务记录表, box by box, in the form's own order and words. What the plan's text asks but
 * the form has no box for is marked `additional` and prints on the continuation sheet.
 */

const headSection: FormSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    {
      id: 'visited-on',
      label: '日期',
      type: 'date',
      filledBy: 'server',
      from: 'visit.date',
      visibility: 'family',
      print: 1,
    },
    {
      id: 'elder-name',
      label: '被探访人姓名',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'elder.name',
      visibility: 'family',
      print: 2,
    },
    {
      id: 'id-number',
      label: '身份证号',
      type: 'text',
      maxLength: 18,
      filledBy: 'server',
      from: 'elder.id-number',
      visibility: 'staff',
      print: 3,
    },
    {
      id: 'home-address',
      label: '家庭住址',
      type: 'text',
      maxLength: 200,
      filledBy: 'server',
      from: 'elder.address',
      visibility: 'staff',
      print: 4,
    },
    {
      id: 'identities',
      label: '被探访人身份',
      type: 'choices',
      filledBy: 'server',
      from: 'elder.identities',
      visibility: 'staff',
      print: 5,
      options: [
        { code: 'left-behind', label: '留守' },
        { code: 'empty-nest', label: '空巢' },
        { code: 'living-alone', label: '独居' },
        { code: 'disabled-ability', label: '失能' },
        // Any certificate ticks this box, whatever its grade: the form says 残疾, not 重残.
        { code: 'disability-certificate', label: '残疾' },
        { code: 'family-planning-special', label: '计划生育特扶家庭' },
      ],
    },
    {
      id: 'certificate-number',
      label: '残疾证号',
      type: 'text',
      maxLength: 30,
      filledBy: 'server',
      from: 'elder.certificate-number',
      visibility: 'staff',
      print: 6,
    },
    {
      id: 'tier',
      label: '人群类型',
      type: 'choice',
      filledBy: 'server',
      from: 'elder.tier',
      visibility: 'staff',
      print: 7,
      options: [
        { code: 'key', label: '重点人群' },
        { code: 'secondary', label: '次重点人群' },
        { code: 'general', label: '一般人群' },
      ],
    },
    {
      id: 'mode',
      label: '探访方式',
      type: 'choice',
      filledBy: 'server',
      from: 'visit.mode',
      visibility: 'family',
      print: 8,
      options: [
        { code: 'on-site', label: '上门' },
        { code: 'phone', label: '电话' },
        { code: 'online', label: '互联网音视频' },
        { code: 'other', label: '其他' },
      ],
    },
  ],
};

const economySection: FormSection = {
  id: 'economy',
  title: '家庭经济状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    {
      id: 'economy',
      label: '家庭经济状况',
      type: 'choices',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      print: 9,
      options: [
        { code: 'stable', label: '稳定', exclusive: true },
        {
          code: 'illness-expense',
          label: '疾病支出',
          finding: {
            matter: 'family-finances',
            needType: 'benefits',
            severity: 'ordinary',
            title: '看病花销大',
            plain: '看病吃药花销比较大，可以问问能不能享受救助和医保政策',
          },
        },
        {
          code: 'accident-expense',
          label: '意外变故支出',
          finding: {
            matter: 'misfortune',
            needType: 'relief',
            severity: 'ordinary',
            title: '家里出了意外开支',
            plain: '家里最近有意外的大笔开支，可以问问能不能申请救助',
          },
        },
        { code: 'other', label: '其他', asksFor: 'economy-other' },
      ],
    },
    {
      id: 'economy-other',
      label: '其他经济状况',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'staff',
      shownWhen: { field: 'economy', is: 'other' },
      requiredWhen: { field: 'economy', is: 'other' },
      print: 10,
    },
  ],
};

interface Compared {
  readonly id: string;
  readonly label: string;
  readonly print: number;
  readonly trend: { label: string; better: string; worse: string; headline?: true; charted?: true };
  /** Said when there is no visit before to compare with. */
  readonly says?: { better?: string; unchanged?: string; worse?: string };
  readonly finding: Omit<FindingRule, 'severity' | 'whenRepeated'>;
}

/** A question answered by comparing with last time. 较差 is a need; 较差 twice running is urgent. */
function compared({ id, label, print, trend, says = {}, finding }: Compared): ChoiceField {
  const { better, worse, ...rest } = trend;
  return {
    id,
    label,
    type: 'choice',
    filledBy: 'visitor',
    visibility: 'family',
    required: true,
    print,
    trend: { ...rest, scale: 'relative', order: ['worse', 'unchanged', 'better'], says: { better, worse } },
    options: [
      option('unchanged', '无变化', says.unchanged),
      option('better', '较好', says.better),
      { ...option('worse', '较差', says.worse), finding: { ...finding, severity: 'ordinary', whenRepeated: 'urgent' } },
    ],
  };
}

function option(code: string, label: string, says: string | undefined): Option {
  return says === undefined ? { code, label } : { code, label, says };
}

const healthSection: FormSection = {
  id: 'health',
  title: '健康状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    {
      id: 'mobility',
      label: '行动能力',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      print: 11,
      trend: {
        label: '走路',
        scale: 'absolute',
        order: ['poor', 'fair', 'good'],
        says: { better: '走路比上次稳当', worse: '走路慢了些' },
        headline: true,
        charted: true,
      },
      options: [
        { code: 'good', label: '较好', says: '走路稳当' },
        { code: 'fair', label: '一般', says: '走路还可以' },
        {
          code: 'poor',
          label: '较差',
          says: '走路有些吃力',
          finding: {
            matter: 'mobility',
            needType: 'rehabilitation',
            severity: 'ordinary',
            whenRepeated: 'urgent',
            title: '走路吃力，要留意',
            plain: '走路比较吃力，起身和上下楼要有人扶，可以看看要不要做康复',
            advice: ['扶着坐稳再说话', '问问最近有没有摔过'],
          },
        },
      ],
    },
    compared({
      id: 'illness',
      label: '疾病状况',
      print: 12,
      trend: { label: '身体', better: '身体比上次好', worse: '身体比上次差些' },
      says: { worse: '身体有些不舒服' },
      finding: {
        matter: 'illness',
        needType: 'medical',
        title: '身体比上次差',
        plain: '身体比上次差一些，要不要去医院看看，请您拿主意',
        advice: ['问清哪里不舒服、药还够不够', '说不清话、胸口痛、喘不上气，马上打 120'],
      },
    }),
    {
      id: 'serious-illness',
      label: '严重疾病名称',
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'family',
      print: 13,
      help: '有严重疾病才写，没有就空着',
      finding: {
        matter: 'serious-illness',
        needType: 'medical',
        severity: 'urgent',
        onlyWhenNew: true,
        title: '说起一种严重的病',
        plain: '探访时说起一种比较严重的病，要尽快看医生',
        advice: ['问清在哪家医院看、药还够不够', '病情突然加重，马上打 120'],
      },
    },
    compared({
      id: 'spirits',
      label: '精神状态',
      print: 14,
      trend: { label: '精神', better: '精神比上次好', worse: '精神比上次差些', headline: true, charted: true },
      says: { unchanged: '精神平稳', better: '精神不错', worse: '精神不太好' },
      finding: {
        matter: 'spirits',
        needType: 'emotional-support',
        title: '精神不如上次',
        plain: '精神不如上次，多打电话、多陪着说说话会好些',
        advice: ['多坐一会儿，听老人慢慢说'],
      },
    }),
  ],
};

interface Hazard {
  readonly id: string;
  readonly label: string;
  readonly matter: Matter;
  readonly print: number;
  readonly note: { readonly id: string; readonly label: string; readonly print: number };
  readonly fairlySafe: { readonly title: string; readonly plain: string; readonly advice: readonly string[] };
  readonly unsafe: {
    readonly title: string;
    readonly plain: string;
    readonly says: string;
    readonly advice: readonly string[];
  };
}

/** A hazard with its short note, which prints on the continuation sheet. */
function hazard({ id, label, matter, print, note, fairlySafe, unsafe }: Hazard): [ChoiceField, TextField] {
  const { says, ...danger } = unsafe;
  return [
    {
      id,
      label,
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      hazard: true,
      print,
      options: [
        { code: 'safe', label: '安全', meaning: 'done' },
        {
          code: 'fairly-safe',
          label: '较安全',
          meaning: 'worry',
          asksFor: note.id,
          finding: { matter, needType: 'safety-hazard', severity: 'information', ...fairlySafe },
        },
        {
          code: 'unsafe',
          label: '不安全',
          meaning: 'danger',
          asksFor: note.id,
          says,
          finding: { matter, needType: 'safety-hazard', severity: 'urgent', ...danger },
        },
      ],
    },
    {
      id: note.id,
      label: note.label,
      type: 'text',
      maxLength: 200,
      lines: 3,
      filledBy: 'visitor',
      visibility: 'family',
      afresh: true,
      additional: true,
      article: '二（二）4',
      shownWhen: { field: id, isOneOf: ['fairly-safe', 'unsafe'] },
      help: '写看到的东西，家人也会看到',
      print: note.print,
    },
  ];
}

const safetySection: FormSection = {
  id: 'safety',
  title: '安全情况',
  group: '探访服务内容',
  part: 'visit',
  advice: '四样都要走近看，每次重新看，不沿用上次的',
  fields: [
    ...hazard({
      id: 'gas',
      label: '燃气安全',
      matter: 'gas-safety',
      print: 15,
      note: { id: 'gas-note', label: '燃气：看到了什么', print: 1 },
      fairlySafe: {
        title: '燃气要留意',
        plain: '燃气眼下能用，但有要留意的地方，请您抽空看看',
        advice: ['提醒老人用完关阀', '下次来再看一遍'],
      },
      unsafe: {
        title: '燃气不安全，要处理',
        plain: '厨房燃气有隐患，要尽快修好或者换掉',
        says: '燃气要尽快处理',
        advice: ['关上燃气阀门，打开门窗', '闻到气味不开灯、不点火，到屋外打 119'],
      },
    }),
    ...hazard({
      id: 'water-heating',
      label: '水暖安全',
      matter: 'water-heating-safety',
      print: 16,
      note: { id: 'water-heating-note', label: '水暖：看到了什么', print: 2 },
      fairlySafe: {
        title: '水暖要留意',
        plain: '水管和暖气眼下能用，但有要留意的地方，请您抽空看看',
        advice: ['提醒老人留心漏水和烫伤', '下次来再看一遍'],
      },
      unsafe: {
        title: '水暖不安全，要处理',
        plain: '水管或者暖气有隐患，要尽快修好',
        says: '水暖要尽快处理',
        advice: ['漏水先关总阀，地上擦干，别滑倒', '烧煤烧炭取暖的，开窗通风，头晕恶心马上打 120'],
      },
    }),
    ...hazard({
      id: 'electricity',
      label: '用电安全',
      matter: 'electrical-safety',
      print: 17,
      note: { id: 'electricity-note', label: '用电：看到了什么', print: 3 },
      fairlySafe: {
        title: '用电要留意',
        plain: '用电眼下没有出事，但有要留意的地方，请您抽空看看',
        advice: ['提醒老人不用的插头拔掉', '下次来再看一遍'],
      },
      unsafe: {
        title: '用电不安全，要处理',
        plain: '电线或者插座有隐患，要尽快请电工看',
        says: '用电要尽快处理',
        advice: ['手干着才能碰，先拉下这一路的闸', '冒烟、烧焦味，拉闸出屋，打 119'],
      },
    }),
    ...hazard({
      id: 'fire',
      label: '消防安全',
      matter: 'fire-safety',
      print: 18,
      note: { id: 'fire-note', label: '消防：看到了什么', print: 4 },
      fairlySafe: {
        title: '防火要留意',
        plain: '家里防火有要留意的地方，请您抽空看看',
        advice: ['提醒老人不在床上抽烟、不堵门口', '下次来再看一遍'],
      },
      unsafe: {
        title: '防火不安全，要处理',
        plain: '家里有着火的隐患，要尽快清走或者修好',
        says: '防火要尽快处理',
        advice: ['先把明火灭掉，门口的东西挪开', '着了火先扶人出屋，再打 119'],
      },
    }),
  ],
};

const hygieneSection: FormSection = {
  id: 'hygiene',
  title: '卫生状况',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    compared({
      id: 'personal-hygiene',
      label: '个人卫生',
      print: 19,
      trend: { label: '个人整洁', better: '收拾得比上次干净', worse: '洗漱换衣有些顾不上' },
      finding: {
        matter: 'personal-hygiene',
        needType: 'daily-care',
        title: '洗漱换衣要人帮',
        plain: '洗漱换衣有些顾不上，可能要有人帮一把',
      },
    }),
    compared({
      id: 'home-hygiene',
      label: '家庭卫生',
      print: 20,
      trend: { label: '家里整洁', better: '家里比上次整洁', worse: '家里有些顾不上收拾', charted: true },
      finding: {
        matter: 'home-hygiene',
        needType: 'daily-care',
        title: '家里要人帮着收拾',
        plain: '家里有些顾不上收拾，可能要有人帮着打扫',
      },
    }),
  ],
};

const environmentSection: FormSection = {
  id: 'environment',
  title: '居住环境',
  group: '探访服务内容',
  part: 'visit',
  fields: [
    compared({
      id: 'indoor-environment',
      label: '室内环境',
      print: 21,
      trend: { label: '屋里环境', better: '屋里比上次敞亮', worse: '屋里不如上次' },
      finding: {
        matter: 'indoor-environment',
        needType: 'daily-care',
        title: '屋里环境不如上次',
        plain: '屋里的采光、通风或者过道不如上次，可以看看要不要整理',
      },
    }),
  ],
};

const visitorSection: FormSection = {
  id: 'visitor',
  title: '探访主体',
  part: 'closing',
  fields: [
    {
      id: 'visitor-body',
      label: '探访主体',
      type: 'choice',
      filledBy: 'server',
      from: 'visitor.body',
      visibility: 'family',
      print: 22,
      options: [
        { code: 'committee', label: '村（居）民委员会' },
        { code: 'care-place', label: '养老服务场所管理运营方' },
        { code: 'social-work', label: '社会工作服务机构' },
        { code: 'primary-health', label: '基层医疗卫生机构' },
        { code: 'property', label: '物业服务企业' },
        { code: 'volunteer', label: '志愿服务组织' },
        { code: 'neighbour', label: '邻里亲属' },
        { code: 'other', label: '其他' },
      ],
    },
  ],
};

const closingSection: FormSection = {
  id: 'closing',
  title: '',
  group: '关爱服务内容',
  part: 'closing',
  fields: [
    {
      id: 'visitor-signature',
      label: '服务人员签字（盖章）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'visitor.signature',
      visibility: 'staff',
      print: 24,
    },
    {
      id: 'visitor-signature-date',
      label: '签字日期',
      type: 'date',
      filledBy: 'server',
      from: 'visitor.signature-date',
      visibility: 'staff',
      print: 25,
    },
    {
      id: 'satisfaction',
      label: '老人对服务满意度评价',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'staff',
      required: true,
      afresh: true,
      print: 26,
      // The form leaves this box blank; the words are ours.
      options: [
        { code: 'satisfied', label: '满意' },
        { code: 'fairly-satisfied', label: '基本满意' },
        {
          code: 'dissatisfied',
          label: '不满意',
          finding: {
            matter: 'satisfaction',
            needType: 'other',
            severity: 'ordinary',
            title: '老人对服务不满意',
            plain: '老人说这次服务不满意，请换个人去听听',
          },
        },
        { code: 'declined', label: '不想说' },
      ],
    },
  ],
};

const pointsSection: FormSection = {
  id: 'points',
  title: '积分管理情况',
  part: 'closing',
  fields: [
    {
      id: 'points-earned',
      label: '服务积分',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.earned',
      visibility: 'staff',
      print: 27,
    },
    {
      id: 'points-total',
      label: '累积记分',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.total',
      visibility: 'staff',
      print: 28,
    },
    {
      id: 'points-redeemed',
      label: '积分兑换',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.redeemed',
      visibility: 'staff',
      print: 29,
    },
  ],
};

export const visitRecordV1: FormDefinition = {
  id: 'jinan-visit-record',
  version: 1,
  title: '特殊困难老年人探访关爱服务记录表',
  source: { document: plan.document, annex: '附件1' },
  archive: {
    copies: 2,
    keepers: ['县级民政部门', '街道（镇）'],
    remark: plan.quotations.archive.text,
  },
  nothingToSay: '来看过了，一切都好',
  allSafe: '水电燃气都安全',
  sections: [
    headSection,
    economySection,
    healthSection,
    safetySection,
    hygieneSection,
    environmentSection,
    visitorSection,
    careSection,
    closingSection,
    pointsSection,
  ],
};
