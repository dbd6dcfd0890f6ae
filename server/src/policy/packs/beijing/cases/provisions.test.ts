import { articlesOf, HELP_NUMBERS, type Row } from '../../../../../test/policy/cited';
import { provisionsOf } from '../../../../../test/policy/provisions';

const { pack: beijing, lists } = provisionsOf('beijing', '北京');

describe('北京 二（二）服务对象的依据', () => {
  const OBJECTS: Row[] = [
    ['age', '', '读法 二（二）', '60 周岁及以上'],
    ['living-alone', '', '二（二）1', '无配偶无子女的老年人'],
    ['living-alone', '', '二（二）1', '日常缺乏陪伴和照顾'],
    ['empty-nest', '', '二（二）2', '不与子女在同一街道(乡镇)居住'],
    ['empty-nest', '', '二（二）2、读法 二（二）2', '生日不清楚的不算满 60 周岁'],
    ['left-behind', '', '二（二）3、读法 二（二）3', '户籍地和经常居住地的区以外'],
    ['disabled-ability', '', '二（二）4', '一级(重度)、二级(中度)、三级(轻度)'],
    ['disabled-ability', '', '读法 二（二）4、二（二）4', '完全失能也是失能'],
    ['severe-disability', '', '二（二）5、读法 二（二）5', '残疾等级为三级的智力、精神残疾'],
    ['family-planning-special', '', '二（二）6', '独生子女三级以上伤残或死亡后'],
    ['other', '', '二（二）7', '进一步细化特殊困难老年人分类'],
    ['none', '', '读法 二（二）', '不符合方案列明的六类'],
  ];

  lists('objects', 'every category rests on the plan, and says where we read it', OBJECTS);
});

describe('北京 一、二（五）1 目标和期限', () => {
  const MILESTONES: Row[] = [
    ['mechanism', '2024-01-31 基本建立探访关爱服务机制', '一', '到2024年1月底前'],
    ['house-by-house', '2024-05-31 全面开展入户核查', '二（五）1', '2024年6月前'],
    ['service-running', '2024-08-31 探访关爱服务普遍有效开展', '一', '到2024年8月底前'],
    ['standards', '2025-12-31 制定探访关爱服务标准规范', '一', '到2025年底'],
  ];

  lists('milestones', 'what is to be reached by when', MILESTONES);

  it('一: monthly 100 % by the end of 2024, weekly 100 % (原则上) by the end of 2025', () => {
    expect(beijing.rateTarget).toMatchObject({ percent: 100, every: 'month', by: '2024-12-31' });
    expect(beijing.laterRateTarget).toMatchObject({ percent: 100, every: 'week', by: '2025-12-31' });
    expect(beijing.rateTarget.because.map(({ text }) => text)).toEqual(['到2024年底,特殊困难老年人月探访率达到100%']);
    expect(beijing.laterRateTarget?.because.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^到2025年底,.*原则上特殊困难老年人周探访率达到100%$/),
    ]);
  });

  it('二（一）1: a census every year is our reading; working days are not counted', () => {
    expect(beijing.census.everyMonths).toBe(12);
    expect(articlesOf(beijing.census.because)).toBe('读法 二（一）1、二（一）1');
    expect(beijing.deadlines).toEqual({ registryEntry: null, tellProvider: null });
  });
});

describe('北京 二（一）、三（一）职责', () => {
  const DUTIES: Row[] = [
    ['1', '民政部门', '二（一）1', '进行统筹协调和监督管理'],
    ['2', '市民政局', '二（一）3', '建立特殊困难老年人信息数据功能模块'],
    ['3', '民政、卫生健康、医保、残联等部门', '二（一）3', '完善数据共享机制'],
    ['4', '市委政法委', '三（一）', '纳入平安北京建设重要任务'],
    ['5', '首都文明办', '三（一）', '新时代文明实践中心服务工作重要内容'],
  ];

  lists('duties', 'five tasks in the text; 附件1 with the rest is not published', DUTIES);
});

describe('北京 二（三）探访关爱服务力量', () => {
  const BODIES: Row[] = [
    ['committee', 'committee', '二（三）1', '村（居）民委员会'],
    ['care-place', 'care-place', '二（三）2', '社区养老服务驿站'],
    ['social-work', 'social-work', '二（三）3', '社会工作服务机构和社会工作者'],
    ['primary-health', 'primary-health', '二（三）3', '家庭医生'],
    ['elder-association', 'elder-association', '二（三）3', '基层老年协会'],
    ['property', 'property', '二（三）3', '物业服务企业'],
    ['volunteer', 'volunteer', '二（三）3', '养老服务志愿者'],
    ['neighbour', 'neighbour', '二（三）3', '邻里亲属'],
    ['other', 'other', '二（三）3', '等力量'],
  ];

  lists('bodies', 'eight kinds of visitors, and others', BODIES);
});

describe('北京 二（四）探访服务和关爱服务', () => {
  const CONTENTS: Row[] = [
    ['health', '探访服务：健康方面', '二（四）1', '表达能力、行动能力、反应能力、疾病情况、精神状况'],
    ['means', '探访服务：经济方面', '二（四）1', '衣食住行医'],
    ['family', '探访服务：赡养和看望', '二（四）1', '是否经常看望或者问候老年人'],
    ['safety', '探访服务：安全方面', '二（四）1', '家庭房屋和水电气暖设施设备'],
    ['care-needs', '探访服务：服务需求', '二（四）1', '生活照料、康复护理、精神慰藉、居家适老化改造'],
    ['care-benefits', '关爱服务：告知申请待遇', '二（四）2', '告知其依法申请'],
    ['care-hazards', '关爱服务：消除隐患', '二（四）2', '提醒其及时消除隐患'],
    ['care-services', '关爱服务：对接服务', '二（四）2', '帮助对接养老服务和医疗健康等服务资源'],
    ['told', '政策应晓尽晓', '三（三）', '应晓尽晓'],
  ];

  lists('contents', '探访服务 asks five things, 关爱服务 does three, and policy is told', CONTENTS);
});

describe('北京 二（五）2 方式和特殊节点', () => {
  const MODES: Row[] = [
    ['on-site', '算一次', '二（五）2', '入户探访'],
    ['phone', '算一次', '二（五）2', '电话探访'],
    ['online', '算一次', '二（五）2', '线上探访'],
    ['remote-monitoring', '不算', '读法 二（五）2、二（五）2', '远程监测'],
    ['other', '算一次', '读法 二（五）2、二（五）2', '等相结合的方式'],
  ];
  const OCCASIONS: Row[] = [
    ['extreme-weather', '极端恶劣天气', '二（五）2', '在极端恶劣天气'],
    ['traditional-festival', '传统节假日', '二（五）2', '传统节假日'],
  ];

  lists('modes', 'a visit, a call and a video fulfil; a sensor reading alone does not', MODES);

  lists('occasions', 'visits on top in extreme weather and at festivals, in any mode', OCCASIONS);
});

describe('北京 二（五）4 危及生命安全的突发情况', () => {
  const CALLS: Row[] = [
    ['first-contact', '', '二（五）4', '应第一时间联系老年人的探访关爱第一联系人'],
    ['family', '', '二（五）4', '或其他家庭成员'],
    ['emergency-services', HELP_NUMBERS, '读法 二（五）4、二（五）4', '协助做好相关工作'],
  ];

  lists('calls', 'the first contact or other family at once, then help', CALLS);

  it('a record afterwards is our reading', () => {
    expect(articlesOf(beijing.emergency.recordAfterwards)).toBe('读法 二（五）4');
  });
});

describe('北京 二（一）2 督促子女', () => {
  const STEPS: Row[] = [['urge-children', '督促子女履行赡养义务', '二（一）2', '督促其子女履行法定赡养义务']];

  lists('familyDuty', 'is the one step towards the family', STEPS);
});

describe('北京 三（三）、三（四）表扬和督导', () => {
  const SUPERVISION: Row[] = [
    ['unclear-registry', '底数不清', '三（四）', '底数不清'],
    ['hazards-unchecked', '风险隐患排查不实', '三（四）', '风险隐患排查不实'],
    ['late-emergency', '突发事件处置不及时', '三（四）', '突发事件处置不及时'],
    ['formality', '关爱服务流于形式', '三（四）', '关爱服务流于形式'],
    ['privacy-leaked', '泄露个人隐私', '三（四）', '泄露个人隐私、侵害老年人权益的要严肃追究责任'],
    ['rights-harmed', '侵害老年人权益', '三（四）', '将移送相关部门依法处理'],
  ];
  const RECOGNITION: Row[] = [['commendation', '表扬', '三（三）', '给予表扬']];

  lists('supervision', 'four failings, and two that go to the competent body', SUPERVISION);

  lists('recognition', '表扬', RECOGNITION);

  it('neither points nor photographs are asked for', () => {
    expect([beijing.points, beijing.photos]).toEqual([null, null]);
  });
});

it('北京 附件 the record form is not published: the Fujian form is our reading', () => {
  expect(articlesOf(beijing.visitForm[0].because)).toBe('读法 附件、附件');
  expect(beijing.registrationForm).toBeUndefined();
  expect(beijing.entrustmentForm).toBeUndefined();
});
