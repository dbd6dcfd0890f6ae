import { articlesOf, HELP_NUMBERS, type Row } from '../../../../../test/policy/cited';
import { provisionsOf } from '../../../../../test/policy/provisions';

const { pack: liaoning, lists } = provisionsOf('liaoning', '辽宁');

describe('辽宁 附件2 有关名称解释的依据', () => {
  const OBJECTS: Row[] = [
    ['age', '', '附件2 6', '60周岁（含60周岁）以上'],
    ['living-alone', '', '附件2 1、读法 附件2 1', '没有子女住在同一乡镇（街道）'],
    ['empty-nest', '', '附件2 1', '独自居住的老年夫妇'],
    ['left-behind', '', '附件2 2、读法 附件2 2', '没有子女同住的，是留守'],
    ['disabled-ability', '', '附件2 3、读法 附件2 3', '没有评估但长期卧床，是丧失生活自理能力'],
    ['severe-disability', '', '附件2 4、读法 附件2 4', '残疾证过了有效期就不再计入'],
    ['family-planning-special', '', '附件2 5', '未再生育或收养子女'],
    ['none', '', '二（一）、读法 二（一）', '由摸底时掌握，不另作判断'],
  ];

  lists('objects', 'every category rests on the plan, and says where we read it', OBJECTS);
});

describe('辽宁 一（三）、三 目标和期限', () => {
  const MILESTONES: Row[] = [
    ['district-plans', '2025-06-30 各县（市）区出台具体实施方案', '一（三）', '到2025年6月'],
    ['service-running', '2025-08-31 探访关爱服务普遍有效开展', '一（三）', '到2025年8月'],
    ['report-to-city', '2025-12-31 工作情况报市民政局', '三', '2025年底前'],
  ];

  lists('milestones', 'plans by June, service by August, a report by the end of 2025', MILESTONES);

  it('一（三）: 100 % a month by the end of 2025', () => {
    expect(liaoning.rateTarget).toMatchObject({ percent: 100, every: 'month', by: '2025-12-31' });
    expect(liaoning.rateTarget.because.map(({ text }) => text)).toEqual([
      '到2025年底，各地确保特殊困难老年人月探访率达到100%',
    ]);
    expect(liaoning.laterRateTarget).toBeUndefined();
  });

  it('二（二）: a census every year is our reading; working days are not counted', () => {
    expect(liaoning.census.everyMonths).toBe(12);
    expect(articlesOf(liaoning.census.because)).toBe('读法 二（二）、二（二）、二（二）');
    expect(liaoning.deadlines).toEqual({ registryEntry: null, tellProvider: null });
  });
});

describe('辽宁 二（一）探访关爱服务内容', () => {
  const CONTENTS: Row[] = [
    ['health', '健康状况', '二（一）1', '健康状况：'],
    ['livelihood', '生活保障', '二（一）2、二（四）', '生活保障：'],
    ['safety', '安全环境', '二（一）3、二（四）', '安全环境：'],
    ['care-needs', '养老需求', '二（一）4、二（四）', '养老需求：'],
    ['family', '亲情关怀', '二（一）5', '亲情关怀：'],
    ['production', '生产帮助', '二（一）6', '春播秋收'],
    ['other', '其他情况', '二（一）7', '其他情况：'],
    ['told', '知晓政策', '三（三）', '知晓政策'],
  ];

  lists('contents', 'seven contents, 生产帮助 among them, and telling of policy', CONTENTS);

  it('二（四）: what is done about hardship, hazards and needs', () => {
    const done = liaoning.contentAreas
      .flatMap(({ because }) => because)
      .filter(({ article }) => article === '二（四）');
    expect(done.map(({ text }) => text)).toEqual([
      expect.stringContaining('告知其依法申请，并视情给予必要救助'),
      expect.stringContaining('提醒其及时消除隐患'),
      expect.stringContaining('对接养老服务和医疗健康等服务资源'),
    ]);
  });
});

describe('辽宁 二（三）探访关爱服务力量', () => {
  const BODIES: Row[] = [
    ['committee', 'committee', '二（三）', '村（居）民委员会'],
    ['grid', 'grid', '二（三）', '村（社区）网格员'],
    ['care-place', 'care-place', '二（三）', '养老服务单位'],
    ['social-work', 'social-work', '二（三）', '民政服务站（原社会工作站）'],
    ['elder-association', 'elder-association', '二（三）', '村（社区）老年协会'],
    ['volunteer', 'volunteer', '二（三）', '志愿者'],
    ['student', 'student', '三（二）', '在校学生利用寒暑假时间'],
    ['property', 'property', '三（二）', '物业服务企业'],
    ['neighbour', 'neighbour', '二（三）', '亲属、邻里'],
    ['other', 'other', '二（三）', '小区业主委员会'],
  ];

  lists('bodies', 'grid workers, the elders’ associations and students among them', BODIES);

  it('neither points nor photographs are asked for, nobody is commended', () => {
    expect([liaoning.points, liaoning.photos, liaoning.recognition]).toEqual([null, null, undefined]);
  });
});

describe('辽宁 二（一）、二（四）、附件1 方式和特殊节点', () => {
  const MODES: Row[] = [
    ['on-site', '算一次', '二（一）、二（四）', '入户走访'],
    ['phone', '算一次', '二（一）、二（四）', '电话询问'],
    ['online', '算一次', '二（一）、附件1 五', '互联网音（视）频探访'],
    ['remote-monitoring', '不算', '读法 二（一）、二（一）', '远程监测'],
    ['other', '算一次', '读法 附件1 五、附件1 五', '□ 其他'],
  ];
  const OCCASIONS: Row[] = [
    ['extreme-weather', '极端恶劣天气', '二（四）', '在极端恶劣天气'],
    ['public-health-event', '公共卫生事件', '二（四）', '公共卫生事件'],
    ['traditional-festival', '传统节日', '二（四）', '传统节日'],
  ];

  lists('modes', 'a visit, a call and a video fulfil; a sensor reading alone does not', MODES);

  lists('occasions', '公共卫生事件 as well, in any mode', OCCASIONS);
});

describe('辽宁 二（四）紧急问题', () => {
  const CALLS: Row[] = [
    ['emergency-services', HELP_NUMBERS, '二（四）', '应当第一时间协助拨打紧急求助电话'],
    ['first-contact', '', '二（四）', '帮助联系其家庭成员'],
    ['family', '', '二（四）', '或者其他紧急联系人'],
  ];

  lists('calls', 'help first, then family and other emergency contacts', CALLS);

  it('a record afterwards, by the plan', () => {
    expect(liaoning.emergency.recordAfterwards).toMatchObject([{ article: '二（四）', reading: false }]);
    expect(liaoning.emergency.recordAfterwards[0].text).toContain('事后做好处置情况记录归档');
  });
});

describe('辽宁 二（四）家庭关系', () => {
  const STEPS: Row[] = [['social-worker', '引入社会工作者调适家庭关系', '二（四）', '家庭关系调适']];

  lists('familyDuty', 'brings a social worker, and no other step', STEPS);

  it('and the plan lists no failings to look for', () => {
    expect(liaoning.supervision).toEqual([]);
  });
});

describe('辽宁 三（一）、三（二）职责', () => {
  const DUTIES: Row[] = [
    ['1', '民政（老龄办）部门', '三（一）', '发挥牵头抓总作用'],
    ['2', '政法委', '三（二）', '纳入平安建设重要任务'],
    ['3', '文明办', '三（二）', '新时代文明实践中心服务工作重要内容'],
    ['4', '教育部门', '三（二）', '利用寒暑假时间'],
    ['5', '住房和城乡建设部门', '三（二）', '引导物业服务企业'],
    ['6', '农业农村部门', '三（二）', '农村留守老年人关爱服务工作机制'],
    ['7', '卫生健康部门', '三（二）', '计划生育特殊家庭老年人探访关爱'],
    ['8', '残联组织', '三（二）', '志愿助残服务活动'],
    ['9', '财政部门', '三（二）', '统筹现有渠道资金'],
  ];

  lists('duties', 'nine departments, in the plan’s order', DUTIES);
});

it('辽宁 附件1 is its record form', () => {
  expect(articlesOf(liaoning.visitForm[0].because)).toBe('附件1');
});
