import {
  checkDefinition,
  fieldOf,
  fieldsOf,
  findings,
  lastTime,
  optionsOf,
  validateAnswers,
  type Answers,
} from '@tanfang/shared';
import { formDefinition, packOf, registrationFormOf } from '../../..';
import { boxesOf, headingsOf, type Box } from '../../../../../test/policy/boxes';
import { TODAY } from './story';

const shishi = packOf('shishi')!;
const use = registrationFormOf(shishi, TODAY)!;
const form = formDefinition(use.id, use.version)!;

const ONE = '一、服务对象基本情况';
const TWO = '二、家庭成员';
const THREE = '三、家庭生活条件';
const FOUR = '四、已享受帮扶情况';

/** 附件3 特殊困难老年人信息登记表, read off the printed form from top to bottom, its `(` read as □. */
const PRINTED: Box[] = [
  ['', '建档日期', []],
  ['', '姓名', []],
  ['', '性别', []],
  ['', '居民身份证号码', []],
  ['', '联系电话', []],
  ['', '紧急联系人', []],
  // Blank on the form: the words 女 and 男 are ours.
  ['', '性别', ['女', '男']],
  ['', '联系电话', []],
  ['', '户籍地址', []],
  ['', '居住地址', []],
  ['健康情况', '能力程度', ['能力完好', '轻度失能', '中度失能', '重度失能']],
  ['健康情况', '曾患病史', []],
  ['经济情况', '经济情况', ['特困人员', '低保、低保边缘']],
  ['经济情况', '月可支配收入', []],
  ['经济情况', '经济来源', []],
  [
    '类别',
    '对象类型',
    [
      '孤寡老年人',
      '独居老年人',
      '空巢老年人',
      '留守老年人',
      '失能老年人（包括中、重）',
      '重残老年人',
      '计划生育特殊家庭老年人',
    ],
  ],
  // （残疾证号： ） beside 重残老年人.
  ['类别', '残疾证号', []],
  ['类别', '类别', ['重点对象', '一般对象']],
  [TWO, '家庭成员', []],
  // Blank on the form: the words 安全 and 不安全 are ours.
  [THREE, '饮水是否安全', ['安全', '不安全']],
  [THREE, '生活用电是否安全', ['安全', '不安全']],
  [THREE, '住房是否安全', ['安全', '不安全']],
  [THREE, '家庭月收入（元）', []],
  [THREE, '家庭每月领取养老保险、社会救助和社会福利补贴等情况', ['有领取养老保险', '无养老保险']],
  // 每月 元 beside 有领取养老保险.
  [THREE, '养老保险每月', []],
  [THREE, '享受社会救助和社会福利补贴项目', []],
  [THREE, '每月补贴金额', []],
  [
    FOUR,
    '开展帮扶单位（组织）',
    ['党政机关、群团组织', '乡镇（街道）、村（居）委员会', '企业', '社会组织', '专业社会工作者', '志愿者', '其他'],
  ],
  [FOUR, '帮扶责任人', []],
  [FOUR, '帮扶措施', []],
  ['', '工作人员签字', []],
  ['', '签字日期', []],
];

/** 蔡金土, an old fisherman. */
const registered: Answers = {
  'past-illnesses': '风湿',
  'disposable-income': 620,
  'income-source': '基础养老金、村里补助',
  'drinking-water': 'safe',
  'household-electricity': 'safe',
  house: 'safe',
  'monthly-income': 620,
  pension: 'received',
  'pension-monthly': 190,
  subsidies: '临时救助',
  'subsidies-monthly': 430,
  'support-bodies': ['street-and-committee', 'volunteer'],
  'support-person': '施青山',
  'support-measures': '每周送一次菜',
};
const messages = (change: Answers) => validateAnswers(form, { ...registered, ...change }).map(({ message }) => message);

describe('石狮 附件3 特殊困难老年人信息登记表', () => {
  it('is sound, and has every box and option of the form, in its order and words', () => {
    expect(checkDefinition(form)).toEqual([]);
    expect(boxesOf(form)).toEqual(PRINTED);
  });

  it('prints the four parts, and the headings of the first', () => {
    expect(headingsOf(form)).toEqual([ONE, '健康情况', '经济情况', '类别', TWO, THREE, FOUR]);
  });

  it('二 家庭成员 has seven columns', () => {
    const table = fieldOf(form, 'members');
    // 序号 is the number of the row.
    expect(table?.type === 'table' && ['序号', ...table.columns.map(({ label }) => label)]).toEqual([
      '序号',
      '姓名',
      '性别',
      '与户主关系',
      '居民身份证号码',
      '健康状况',
      '是否经常探访',
    ]);
  });

  it('is headed and archived as the form says', () => {
    expect(form.title).toBe('特殊困难老年人信息登记表');
    expect(form.archive).toEqual({
      copies: 2,
      keepers: ['县级民政部门', '乡镇（街道）'],
      remark: '此表一式两份，县级民政部门、乡镇（街道）各存档一份。',
    });
  });

  it('lists the slips of the print: `(` for □ in six places, `;` for ：', () => {
    const slips = form.corrections ?? [];
    expect(slips.filter(({ printed, reads }) => printed.includes('(') && reads.includes('□'))).toHaveLength(6);
    expect(slips.filter(({ printed }) => printed.endsWith(';'))).toMatchObject([{ reads: '月可支配收入：' }]);
    expect(slips).toHaveLength(7);
    for (const { reads } of slips) expect(reads).not.toContain('(');
  });

  it('has no box for 完全失能: it is printed as 重度失能 with a remark', () => {
    const severe = optionsOf(fieldOf(form, 'ability')!).find(({ code }) => code === 'severe');
    expect(severe).toMatchObject({ label: '重度失能', standsInFor: [{ code: 'total', remark: '评估为完全失能' }] });
  });

  it('has one box for 低保 and 低保边缘', () => {
    const [, minimum] = optionsOf(fieldOf(form, 'assistance')!);
    expect(minimum).toMatchObject({ code: 'minimum-living', standsInFor: [{ code: 'low-income-margin' }] });
  });

  it('takes what the registry knows from the registry', () => {
    const filled = fieldsOf(form).filter(({ filledBy }) => filledBy === 'server');
    expect(filled.map(({ id }) => id)).toEqual([
      'filed-on',
      'elder-name',
      'elder-sex',
      'id-number',
      'phone',
      'emergency-contact',
      'emergency-contact-phone',
      'household-address',
      'home-address',
      'ability',
      'assistance',
      'identities',
      'tier',
      'staff-signature',
      'staff-signature-date',
    ]);
    expect(messages({ tier: 'key' })).toEqual(['「类别」由系统填写，不用填']);
  });

  it('asks whoever sits with the elder for what the registry does not know', () => {
    expect(messages({ 'emergency-contact-sex': 'female', 'certificate-number': '99000019480311004X42' })).toEqual([]);
    expect(messages({ 'certificate-number': '42 号' })).toEqual(['「残疾证号」没有写全，请照证件抄完']);
  });

  it('keeps its first version for what was recorded with it', () => {
    const before = formDefinition('shishi-registration', 1)!;
    expect(boxesOf(before).map(([heading, label]) => [heading, label])).toEqual(
      PRINTED.map(([heading, label]) => [heading, label]),
    );
    expect(fieldOf(before, 'certificate-number')).toMatchObject({ filledBy: 'server' });
  });

  it('is accepted when filled, and part by part', () => {
    expect(messages({})).toEqual([]);
    expect(validateAnswers(form, {})).toEqual([]);
    expect(messages({ members: [{ name: '蔡金水', relation: '兄弟', 'visits-often': 'no' }] })).toEqual([]);
    expect(messages({ members: [{ name: '蔡金水' }] })).toHaveLength(1);
    expect(messages({ members: [{ name: '蔡金水', relation: '兄弟', 'visits-often': 'perhaps' }] })).toHaveLength(1);
  });

  it('「有领取养老保险，每月 元」 asks for the sum, 「其他」 for words', () => {
    expect(validateAnswers(form, { pension: 'received' }).map(({ message }) => message)).toEqual([
      '「养老保险每月」还没有填',
    ]);
    expect(validateAnswers(form, { pension: 'none' })).toEqual([]);
    expect(messages({ pension: 'none' })).toEqual(['「养老保险每月」这次不用填']);
    expect(messages({ 'support-bodies': ['other'] })).toEqual(['「其他帮扶单位（组织）」还没有填']);
  });

  it('a home that is not safe is a need, and is looked at afresh', () => {
    expect(findings(form, { ...registered, 'drinking-water': 'unsafe' })).toMatchObject([
      { matter: 'drinking-water', severity: 'urgent', needType: 'safety-hazard' },
    ]);
    expect(Object.keys(lastTime(form, registered).answers)).not.toContain('drinking-water');
  });

  it('nobody of the family sees what the household lives on', () => {
    const seen = fieldsOf(form).filter(({ visibility }) => visibility === 'family');
    expect(seen.map(({ id }) => id)).toEqual(['drinking-water', 'household-electricity', 'house']);
  });

  it('is no visit record: nobody can hand in a visit on it', () => {
    expect(shishi.forms.map(({ id }) => id)).toEqual(['shishi-visit-record']);
  });
});
