import { articlesOf, HELP_NUMBERS, milestonesOf, type Row } from '../../../../../test/policy/cited';
import { provisionsOf } from '../../../../../test/policy/provisions';

const { pack: shishi, lists } = provisionsOf('shishi', '石狮');

describe('石狮 附件2 服务对象的依据', () => {
  const PROMPT = '孤寡老年人没有生活来源的，可以申请特困救助供养，请问清收入';
  const OBJECTS: Row[] = [
    ['age', '', '读法 附件2', '60 周岁及以上'],
    ['childless-alone', '', '附件2 1、读法 附件2 1', '无配偶、无子女，无人照顾，丧失劳动能力'],
    ['childless-alone', PROMPT, '附件2 1、读法 附件2 1', '“无人照顾”按摸底时掌握的日常缺乏陪伴和照顾判断'],
    ['living-alone', '', '附件2 2、读法 附件2 2', '可以同时是孤寡'],
    ['living-alone', '', '附件2 2', '不与子女或其他家属共同居住'],
    ['empty-nest', '', '附件2 3', '与子女不在同一镇（街道）居住'],
    ['left-behind', '', '附件2 4、读法 附件2 4', '没有子女同住的，是留守'],
    ['disabled-ability', '', '附件2 5', '4个等级'],
    ['severe-disability', '', '附件2 6', '持有效《中华人民共和国残疾人证》'],
    ['family-planning-special', '', '附件2 7', '三级以上伤残或死后'],
    ['none', '', '读法 附件2', '不符合附件2 的七类中的任何一类'],
  ];

  lists('objects', 'every category rests on the plan, and says where we read it', OBJECTS);
});

describe('石狮 附件1 探访关爱服务职责任务清单', () => {
  /** Read off the annex, row by row; rows 4, 6, 8 and 13 share the cell of the row above. */
  const DUTIES: Row[] = [
    [
      '1',
      '养老服务联席会议成员单位',
      '附件1 1',
      '要将特殊困难老年人探访关爱工作纳入基本养老服务体系建设重点任务，依托养老服务议事协调机制，整合政策资源，动员引导慈善组织提供捐赠。',
    ],
    ['2', '党委政法委', '附件1 2', '将特殊困难老年人探访关爱服务工作纳入平安石狮建设重要任务。'],
    [
      '3',
      '文明办',
      '附件1 3',
      '将特殊困难老年人探访关爱作为新时代文明实践中心服务工作重要内容，丰富特殊困难老年人精神生活，倡导科学文明健康的生活方式，引导家庭成员向上向善、孝老爱亲。',
    ],
    [
      '4',
      '文明办',
      '附件1 4',
      '发挥新时代文明实践中心作用，将探访关爱服务作为宣传群众、教育群众、引领群众、服务群众的重要内容。',
    ],
    [
      '5',
      '民政部门',
      '附件1 5',
      '发挥养老服务机构专业优势，采取政府购买服务等方式，通过社区日间照料中心、农村幸福院等服务设施网络开展探访关爱服务。',
    ],
    [
      '6',
      '民政部门',
      '附件1 6',
      '将特殊困难老年人探访关爱服务纳入乡镇（街道）社工站服务内容，发挥社会工作专业优势，提供专业精准服务。',
    ],
    ['7', '教育部门', '附件1 7', '组织动员在校学生参与特殊困难老年人探访关爱。'],
    [
      '8',
      '教育部门',
      '附件1 8',
      '积极探索在校生志愿服务计学分活动，引导在校生积极参与特殊困难老年人探访关爱，进一步加强在校生尊老孝老敬老教育，不断培育和践行社会主义核心价值观。',
    ],
    [
      '9',
      '财政部门',
      '附件1 9',
      '统筹现有渠道资金，积极支持特殊困难老年人探访关爱服务工作，指导有关部门依法依规开展政府购买服务。',
    ],
    [
      '10',
      '住建部门',
      '附件1 10',
      '引导物业服务企业参与做好特殊困难老年人探访关爱。鼓励物业服务企业在开展日常巡查、上门维修等服务中同步开展探访关爱服务。',
    ],
    [
      '11',
      '农业农村部门',
      '附件1 11',
      '负责协同建立农村留守老年人关爱服务工作机制，作为农业和农村规划重点任务，纳入乡村振兴考评，作为农村公共服务重要方面，推进农村养老提质升级。',
    ],
    [
      '12',
      '卫健部门',
      '附件1 12',
      '提供计划生育特殊家庭老年人基本数据。结合计划生育特殊家庭社会关爱工作，依托一对一联系人制度，及时沟通情况，了解需求，帮助计划生育特殊家庭老年人解决实际困难和后顾之忧，参与做好特殊困难老年人探访关爱。',
    ],
    [
      '13',
      '卫健部门',
      '附件1 13',
      '发挥家庭医生签约服务优势，通过开展上门巡诊、健康管理等及时了解掌握特殊困难老年人身体健康状况，做好慢病管理和健康监测。',
    ],
    [
      '14',
      '残联',
      '附件1 14',
      '提供残疾老年人基本信息。将对残疾老年人探访关爱纳入“关爱残疾人志愿服务活动”，帮助残疾老年人提高生活质量，积极参与做好残疾老年人探访关爱。',
    ],
  ];

  lists('duties', 'fourteen rows', DUTIES);

  it('word for word', () => {
    expect(shishi.duties?.map(({ task }) => task)).toEqual(DUTIES.map(([, , , task]) => task));
  });

  lists('recognition', '8: 志愿服务计学分', [['school-credit', '志愿服务计学分', '附件1 8', '志愿服务计学分']]);
});

describe('石狮 附件1 谁来探访', () => {
  const BODIES: Row[] = [
    ['care-place', 'care-place', '附件1 5', '社区日间照料中心、农村幸福院'],
    ['social-work', 'social-work', '附件1 6', '社工站'],
    ['primary-health', 'primary-health', '附件1 13', '家庭医生'],
    ['property', 'property', '附件1 10', '物业服务企业'],
    ['student', 'student', '附件1 7', '在校学生'],
    ['volunteer', 'volunteer', '附件1 14', '志愿服务活动'],
    ['committee', 'committee', '读法 附件4', '村（居）'],
    ['grid', 'grid', '读法 附件4', '网格员'],
    ['neighbour', 'neighbour', '读法 附件4', '邻里亲属'],
    ['other', 'other', '读法 附件4', '其他力量'],
  ];

  lists('bodies', 'six from the list of duties, the rest a reading', BODIES);
});

describe('石狮 附件4 服务方式和内容', () => {
  const MODES: Row[] = [
    ['on-site', '算一次', '附件4', '□上门探访'],
    ['phone', '算一次', '附件4', '□电话探访'],
    ['online', '算一次', '附件4', '□互联网音（视）频探访'],
    ['other', '算一次', '读法 附件4、附件4', '□其他'],
  ];
  const TITLE = '福建省特殊困难老年人探访关爱服务记录表';
  const CONTENTS: Row[] = [
    ['household', '家庭状况', '附件4', TITLE],
    ['health', '健康状况', '附件4', TITLE],
    ['spirits', '精神状态', '附件4', TITLE],
    ['safety', '安全情况', '附件4', TITLE],
    ['hygiene', '卫生状况', '附件4', TITLE],
    ['environment', '居住环境', '附件4', TITLE],
    ['care-needs', '关爱服务需求及落实情况', '附件4', TITLE],
  ];

  lists('modes', 'knows no remote monitoring', MODES);

  lists('contents', 'asks what the seven rows of the record form ask', CONTENTS);
});

describe('石狮 附件没有写明的', () => {
  const OCCASIONS: Row[] = [
    ['extreme-weather', '极端恶劣天气', '读法 附件4', '极端恶劣天气时适当增加探访频次'],
    ['traditional-festival', '传统节日', '读法 附件4', '传统节日时适当增加探访频次'],
  ];
  const CALLS: Row[] = [
    ['emergency-services', HELP_NUMBERS, '读法 附件4', '先拨打 120、119、110'],
    ['first-contact', '', '读法 附件4', '再联系第一联系人'],
    ['family', '', '读法 附件4', '和其他家人'],
  ];

  lists('occasions', 'visits on top on the national occasions', OCCASIONS);

  lists('calls', 'help first, then first contact and family', CALLS);

  it('a record afterwards', () => {
    expect(articlesOf(shishi.emergency.recordAfterwards)).toBe('读法 附件4');
  });

  it('100 % a month and a census every year; no working days, no dates', () => {
    expect(shishi.rateTarget).toMatchObject({ percent: 100, every: 'month', by: null });
    expect(articlesOf(shishi.rateTarget.because)).toBe('读法 附件4');
    expect(shishi.census.everyMonths).toBe(12);
    expect(articlesOf(shishi.census.because)).toBe('读法 附件3');
    expect(shishi.deadlines).toEqual({ registryEntry: null, tellProvider: null });
    expect(milestonesOf(shishi)).toEqual([]);
  });

  it('no steps towards the family, no failings to look for, neither points nor photographs', () => {
    expect([shishi.familyDuty, shishi.supervision, shishi.points, shishi.photos]).toEqual([[], [], null, null]);
  });
});

it('石狮 附件3 and 附件4 are its forms', () => {
  expect(articlesOf(shishi.visitForm[0].because)).toBe('附件4');
  expect(articlesOf(shishi.registrationForm?.[0].because ?? [])).toBe('附件3、附件3 备注');
});
