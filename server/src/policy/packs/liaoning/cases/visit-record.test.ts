import {
  fieldOf,
  fieldsOf,
  findings,
  lastTime,
  progress,
  summarise,
  validateAnswers,
  visibleAnswers,
  type Answers,
} from '@tanfang/shared';
import { formDefinition, packOf, visitFormOf } from '../../..';
import {
  beyondOf,
  boxesOf,
  CHANGED,
  headingsOf,
  SAFE,
  SATISFIED,
  YES_NO,
  type Box,
} from '../../../../../test/policy/boxes';
import { TODAY } from './story';

const use = visitFormOf(packOf('liaoning')!, TODAY);
const form = formDefinition(use.id, use.version)!;

const ONE = '一、探访对象基本情况';
const THREE = '三、家庭生活条件';
const FOUR = '四、已享受帮扶情况';
const SIX = '六、关爱服务情况';

/** 附件1, read off the printed form from top to bottom: heading, box, options in their order. */
const PRINTED: Box[] = [
  ['', '日期', []],
  [ONE, '家庭住址', []],
  [ONE, '是否居住在户籍所在地', YES_NO],
  [ONE, '被探访人姓名', []],
  [ONE, '联系电话', []],
  [ONE, '紧急联系人', []],
  [ONE, '联系电话', []],
  [ONE, '是否残疾', YES_NO],
  [ONE, '残疾人证号', []],
  [ONE, '是否独居', YES_NO],
  [ONE, '是否空巢', YES_NO],
  [ONE, '是否留守', YES_NO],
  [ONE, '是否失能', YES_NO],
  [ONE, '是否计划生育特殊家庭老年人', YES_NO],
  ['二、家庭基本情况', '家庭基本情况', []],
  // Blank on the form: the words 安全 and 不安全 are ours.
  [THREE, '饮水是否安全', ['安全', '不安全']],
  [THREE, '生活用电是否安全', ['安全', '不安全']],
  [THREE, '住房是否安全', ['安全', '不安全']],
  [THREE, '家庭每月收入（元）', []],
  [THREE, '家庭每月领取养老保险、社会救助和社会福利补贴等情况', []],
  [
    FOUR,
    '帮扶单位（组织）',
    ['党政机关、群团组织', '乡镇（街道）、村（居）民委员会', '企业', '社会组织', '专业社会工作者', '志愿者', '其他'],
  ],
  [FOUR, '帮扶责任人', []],
  [FOUR, '帮扶措施', []],
  ['', '第几次开展探访', []],
  ['', '日期', []],
  ['', '探访方式', ['电话问候', '上门探访', '互联网音（视）频探访', '其他']],
  ['家庭状况', '家庭人口', ['无变化', '增加', '减少']],
  // □ 增加 人 and □ 减少 人: the blanks beside the boxes.
  ['家庭状况', '增加几人', []],
  ['家庭状况', '减少几人', []],
  ['健康状况', '表达能力', CHANGED],
  ['健康状况', '行动能力', CHANGED],
  ['健康状况', '疾病状况', ['无变化', '严重', '转好']],
  ['健康状况', '疾病名称', []],
  ['精神状态', '情绪状态', CHANGED],
  ['安全情况', '燃气安全', SAFE],
  ['安全情况', '水暖安全', SAFE],
  ['安全情况', '用电安全', SAFE],
  ['安全情况', '消防安全', SAFE],
  ['卫生状况', '个人卫生', CHANGED],
  ['卫生状况', '家庭卫生', CHANGED],
  ['居住环境', '室内环境', CHANGED],
  // Blank on the form: the words are those of 二（一）4, and ours.
  [
    '老年人服务需求',
    '老年人服务需求',
    ['没有', '生活照料', '康复护理', '精神慰藉', '居家适老化改造', '看病、拿药', '其他'],
  ],
  ['老年人服务需求', '其他需求', []],
  ['实施关爱服务建议', '实施关爱服务建议', []],
  ['', '探访人员（签字）', []],
  ['', '被探访人（签字）', []],
  ['', '信息录入人（签字）', []],
  ['', '录入日期', []],
  [SIX, '第几次开展关爱', []],
  [SIX, '日期', []],
  [SIX, '关爱服务情况', []],
  ['', '服务人员签字（盖章）', []],
  ['', '签字日期', []],
  ['', '老年人服务满意度评价', SATISFIED],
];

/** 佟桂荣 in September: all as usual, parts 三 and 四 were asked long ago. */
const september: Answers = {
  'household-change': 'unchanged',
  expression: 'unchanged',
  mobility: 'unchanged',
  illness: 'unchanged',
  spirits: 'unchanged',
  gas: 'safe',
  'water-heating': 'safe',
  electricity: 'safe',
  fire: 'safe',
  'personal-hygiene': 'unchanged',
  'home-hygiene': 'unchanged',
  'indoor-environment': 'unchanged',
  'help-wanted': ['none'],
  satisfaction: 'satisfied',
};
const messages = (change: Answers) => validateAnswers(form, { ...september, ...change }).map(({ message }) => message);
const found = (change: Answers, previous?: Answers) => findings(form, { ...september, ...change }, previous);
const matters = (change: Answers) => found(change).map(({ matter }) => matter);

describe('辽宁 附件1 特殊困难老年人探访关爱服务记录表', () => {
  it('has every box and option of all six parts, in their order and words', () => {
    expect(boxesOf(form)).toEqual(PRINTED);
  });

  it('prints the six parts, and the headings of the fifth', () => {
    expect(headingsOf(form)).toEqual([
      ONE,
      '二、家庭基本情况',
      THREE,
      FOUR,
      '五、探访情况',
      '家庭状况',
      '健康状况',
      '精神状态',
      '安全情况',
      '卫生状况',
      '居住环境',
      '老年人服务需求',
      '实施关爱服务建议',
      SIX,
    ]);
  });

  it('二 has a row for each member of the household, with seven columns', () => {
    const table = fieldOf(form, 'household-members');
    // 序号 is the number of the row.
    expect(table?.type === 'table' && ['序号', ...table.columns.map(({ label }) => label)]).toEqual([
      '序号',
      '姓名',
      '性别',
      '公民身份号码',
      '与被探访人关系',
      '健康状况',
      '是否为低保对象/特困人员',
    ]);
  });

  it('一: the registry answers 是 or 否, 是否残疾 for any certificate', () => {
    const whether = fieldsOf(form).filter(
      ({ id }) => id.startsWith('is-') || id.startsWith('has-') || id.startsWith('lives-'),
    );
    expect(whether.map((field) => field.filledBy === 'server' && field.from)).toEqual([
      'elder.lives-at-household',
      'elder.has-certificate',
      'elder.is-living-alone',
      'elder.is-empty-nest',
      'elder.is-left-behind',
      'elder.is-disabled-ability',
      'elder.is-family-planning-special',
    ]);
  });

  it('is headed and archived as the form says', () => {
    expect(form.title).toBe('特殊困难老年人探访关爱服务记录表');
    expect(form.archive).toEqual({
      copies: 2,
      keepers: ['县级民政部门', '乡镇（街道）'],
      remark: '此表一式两份，可复印，县级民政部门、乡镇（街道）各存档一份。',
    });
  });

  it('lists the slips of the print: two boxes without □, and 户主 for a number', () => {
    expect(form.corrections?.map(({ where, reads }) => [where, reads])).toEqual([
      ['一 是否独居', '是否独居 □是 □否'],
      ['一 是否空巢', '是否空巢 □是 □否'],
      ['二 序号', '1（户主） 2 3'],
    ]);
  });

  it('leaves identity, household, mode, numbers and signatures to the server', () => {
    const filled = fieldsOf(form).filter(({ filledBy }) => filledBy === 'server');
    expect(filled).toHaveLength(26);
    const written = fieldsOf(form).filter(({ filledBy }) => filledBy === 'visitor');
    for (const { label } of written) expect(label).not.toMatch(/号码|证号|电话|住址|姓名|签字/);
    expect(messages({ 'household-members': [{ name: '王振兴' }] })).toEqual(['「家庭基本情况」由系统填写，不用填']);
  });

  it('is accepted when filled, and not before; parts 三 and 四 may wait', () => {
    expect(messages({})).toEqual([]);
    expect(validateAnswers(form, {})).toHaveLength(14);
    expect(progress(form, {})).toMatchObject({ answered: 0, total: 13 });
    expect(
      progress(form, {})
        .sections.filter(({ optional }) => optional)
        .map(({ title }) => title),
    ).toEqual([THREE, FOUR, '实施关爱服务建议', SIX, '再问几句']);
  });

  it('fills parts 三 and 四 as well', () => {
    const full: Answers = {
      'drinking-water': 'safe',
      'household-electricity': 'safe',
      house: 'safe',
      'monthly-income': 860,
      'monthly-benefits': '养老保险 135 元，低保 520 元',
      'support-bodies': ['street-and-committee', 'other'],
      'support-bodies-other': '合作社',
      'support-person': '艾新华',
      'support-measures': '每月送米面',
    };
    expect(messages(full)).toEqual([]);
    expect(messages({ ...full, 'monthly-income': -1 })).toHaveLength(1);
    expect(messages({ 'support-bodies': ['other'] })).toEqual(['「其他帮扶单位（组织）」还没有填']);
  });

  it('「严重」 asks for the name, 「增加 人」 for a number, 「其他」 for words', () => {
    expect(messages({ illness: 'serious' })).toEqual(['「疾病名称」还没有填']);
    expect(messages({ 'household-change': 'increased' })).toEqual(['「增加几人」还没有填']);
    expect(messages({ 'household-change': 'decreased' })).toEqual(['「减少几人」还没有填']);
    expect(messages({ 'help-wanted': ['other'] })).toEqual(['「其他需求」还没有填']);
  });

  it('asks the four hazards afresh, and what the home is like', () => {
    const last = lastTime(form, { ...september, fire: 'fairly-safe', house: 'unsafe', 'monthly-income': 860 });
    expect(last.hazards).toEqual({ gas: 'safe', 'water-heating': 'safe', electricity: 'safe', fire: 'fairly-safe' });
    expect(last.answers).toMatchObject({ 'monthly-income': 860, mobility: 'unchanged' });
    for (const id of ['house', 'satisfaction', 'fire']) expect(last.answers).not.toHaveProperty(id);
  });
});

describe('辽宁 二（一）、二（四）表上没有而方案要了解的', () => {
  it('asks them after the form, each with its article', () => {
    expect(beyondOf(form).filter(([id]) => !id.endsWith('-note') || id === 'family-duty-note')).toEqual([
      ['support-bodies-other', '附件1 四'],
      ['reaction', '二（一）1'],
      ['livelihood', '二（一）2'],
      ['benefits', '二（一）2'],
      ['unsafe-habits', '二（一）3'],
      ['unsafe-habits-other', '二（一）3'],
      ['family-duty', '二（一）5'],
      ['family-duty-note', '二（一）5'],
      ['family-contact', '二（一）5'],
      ['production-help', '二（一）6'],
      ['production-help-other', '二（一）6'],
      ['neighbours', '二（一）7'],
      ['misfortune', '二（一）7'],
      ['relief-in-place', '二（一）7'],
      ['wished-mode', '二（四）'],
      ['wished-time', '二（四）'],
      ['told', '三（三）'],
    ]);
  });

  it('6 生产帮助: 春播, 秋收 and 生产资料 are needs of their own kind', () => {
    const help = found({ 'production-help': ['autumn-harvest'] });
    expect(help).toMatchObject([{ matter: 'production-help', needType: 'production-help', severity: 'ordinary' }]);
    expect(messages({ 'production-help': ['other'] })).toEqual(['「其他生产困难」还没有填']);
    expect(matters({ 'production-help': ['none'] })).toEqual([]);
  });

  it('7 重大变故: asks whether relief has come, and opens a need where it has not', () => {
    expect(messages({ 'relief-in-place': 'not-yet' })).toEqual(['「相应的救助政策享受到了吗」这次不用填']);
    expect(matters({ misfortune: ['natural-disaster'], 'relief-in-place': 'not-yet' })).toEqual([
      'misfortune',
      'relief-policy',
    ]);
  });

  it('3 不良安全习惯 and 7 睦邻', () => {
    expect(found({ 'unsafe-habits': ['smoking'] })).toMatchObject([
      { matter: 'unsafe-habits', severity: 'information' },
    ]);
    expect(messages({ 'unsafe-habits': ['other'] })).toEqual(['「其他不良安全习惯」还没有填']);
    const words = { 'unsafe-habits': ['other'], 'unsafe-habits-other': '屋里烧炭取暖' };
    expect(found(words)).toMatchObject([{ matter: 'unsafe-habits', noteField: 'unsafe-habits-other' }]);
    expect(found({ neighbours: 'strained' })).toMatchObject([{ matter: 'neighbours', severity: 'ordinary' }]);
  });

  it('5 亲情关怀 is for staff only', () => {
    const answers: Answers = {
      ...september,
      'family-duty': 'partly',
      'family-duty-note': '过年没回来',
      'family-contact': 'seldom',
    };
    expect(Object.keys(visibleAnswers(form, answers, 'family')).filter((id) => id.startsWith('family'))).toEqual([]);
    expect(findings(form, answers).every(({ visibility }) => visibility === 'staff')).toBe(true);
    expect(summarise(form, answers, september)).toBe(summarise(form, september, september));
  });
});

describe('辽宁 探访发现的事', () => {
  it.each(['gas', 'water-heating', 'electricity', 'fire'])('%s 不安全 is urgent, 较安全 is for information', (id) => {
    expect(found({ [id]: 'unsafe' })).toMatchObject([{ severity: 'urgent', needType: 'safety-hazard' }]);
    expect(found({ [id]: 'fairly-safe' })).toMatchObject([{ severity: 'information' }]);
  });

  it.each([
    ['drinking-water', 'drinking-water'],
    ['household-electricity', 'electrical-safety'],
    ['house', 'housing-safety'],
  ])('三 %s 不安全 is urgent', (id, matter) => {
    expect(found({ [id]: 'unsafe' })).toMatchObject([{ matter, severity: 'urgent' }]);
  });

  it('用电 twice on one form is one matter', () => {
    expect(new Set(matters({ electricity: 'unsafe', 'household-electricity': 'unsafe' }))).toEqual(
      new Set(['electrical-safety']),
    );
  });

  it('严重 is urgent; 较差 twice running as well; 不满意 is for somebody else to hear', () => {
    expect(found({ illness: 'serious', 'serious-illness': '肺气肿' })).toMatchObject([{ severity: 'urgent' }]);
    const worse = { ...september, spirits: 'worse' };
    expect(found(worse, worse)).toMatchObject([{ matter: 'spirits', severity: 'urgent' }]);
    expect(found({ satisfaction: 'dissatisfied' })).toMatchObject([{ matter: 'satisfaction', visibility: 'staff' }]);
  });

  it('finds nothing on a quiet visit, and tells the family so', () => {
    expect(found({}, september)).toEqual([]);
    expect(summarise(form, september, september)).toBe('走路、精神都和上次一样，水电燃气都安全');
  });
});
