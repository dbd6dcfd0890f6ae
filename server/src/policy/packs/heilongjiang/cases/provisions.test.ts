import { articlesOf, HELP_NUMBERS, type Row } from '../../../../../test/policy/cited';
import { provisionsOf } from '../../../../../test/policy/provisions';

const { pack: heilongjiang, lists } = provisionsOf('heilongjiang', '黑龙江');

describe('黑龙江 引言、一（二）1 服务对象的依据', () => {
  const BASELINE = '本方案未给出定义，采用基线定义';
  const OBJECTS: Row[] = [
    ['age', '', '读法 引言', '60 周岁及以上'],
    ['living-alone', BASELINE, '读法 引言', '没有配偶、没有子女住在同一街道（镇）、也没有人同住'],
    ['empty-nest', BASELINE, '读法 引言', '有子女，但家里只有老两口同住'],
    ['left-behind', BASELINE, '读法 引言', '全部子女外出满半年、没有子女同住'],
    ['disabled-ability', BASELINE, '读法 引言', '评估为中度、重度失能或完全失能，或者没有评估但长期卧床'],
    ['severe-disability', BASELINE, '读法 引言', '残疾证在有效期内、残疾等级为一级或二级'],
    ['family-planning-special', BASELINE, '读法 引言', '独生子女死亡或者三级以上伤残，没有再生育或收养'],
    ['other', '', '一（二）1', '确定本区域的探访关爱服务对象'],
    ['none', '', '引言、读法 引言', '本区域也没有另外确定为服务对象'],
  ];

  lists('objects', 'every category rests on the plan, and says where we read it', OBJECTS);
});

describe('黑龙江 引言、六 目标和期限', () => {
  const MILESTONES: Row[] = [['report-to-province', '2023-11-30 工作方案和开展情况报省民政厅', '六', '2023年11月']];

  lists('milestones', 'a report to the province in November 2023', MILESTONES);

  it('引言: 100 % a month, no day named', () => {
    expect(heilongjiang.rateTarget).toMatchObject({ percent: 100, every: 'month', by: null });
    expect(heilongjiang.rateTarget.because.map(({ text }) => text)).toEqual(['确保特殊困难老年人月探访率达到100%']);
    expect(heilongjiang.laterRateTarget).toBeUndefined();
  });

  it('一（二）2: a census every year is our reading; working days are not counted', () => {
    expect(heilongjiang.census.everyMonths).toBe(12);
    expect(articlesOf(heilongjiang.census.because)).toBe('读法 一（二）2、一（二）2');
    expect(heilongjiang.deadlines).toEqual({ registryEntry: null, tellProvider: null });
  });
});

describe('黑龙江 二（二）“五熟知”“三协助”', () => {
  const CONTENTS: Row[] = [
    ['know-health', '五熟知一：健康情况', '二（二）', '一是要熟知老年人的健康情况'],
    ['know-means', '五熟知二：经济状况', '二（二）', '二是要熟知老年人的经济状况'],
    ['know-family', '五熟知三：接受赡养情况', '二（二）', '三是要熟知老年人接受赡养情况'],
    ['know-needs', '五熟知四：服务需求情况', '二（二）', '四是要熟知老年人的服务需求情况'],
    ['know-hazards', '五熟知五：安全隐患情况', '二（二）', '五是要熟知老年人家庭的日常生活安全隐患情况'],
    ['assist-hazards', '三协助一：消除隐患', '二（二）', '一是要协助和提醒居住环境存在安全隐患的老年人'],
    ['assist-needs', '三协助二：对接服务', '二（二）', '二是要协助有生活照料、康复护理、精神慰藉、紧急救援'],
    ['assist-benefits', '三协助三：依法申请待遇', '二（二）', '三是要协助符合相关社会保障政策待遇的老年人'],
    ['told', '政策应知尽知，安全常识、应急自救和健康知识', '五（一）、三（二）1', '安全常识、应急自救和健康知识'],
  ];

  lists('contents', 'five things to know, three to help with, and what the elder is told', CONTENTS);
});

describe('黑龙江 一（二）3、三（二）、六（二）职责', () => {
  const DUTIES: Row[] = [
    ['1', '民政部门', '一（二）3', '分散供养特困老年人日常看护、生活照料'],
    ['2', '卫生健康部门和残联', '一（二）3', '为准确建立探访关爱服务工作台帐提供第一手数据'],
    ['3', '各相关部门', '一（二）3', '及时更新基层网格化管理数据'],
    ['4', '民政部门', '三（二）3', '发挥养老服务机构专业优势'],
    ['5', '民政部门', '三（二）3', '发挥社会工作专业优势'],
    ['6', '人社部门', '三（二）3', '发挥公益性岗位“近邻”优势'],
    ['7', '卫生健康（老龄）部门', '三（二）3', '帮扶对子'],
    ['8', '教育部门', '三（二）3', '志愿服务学分制'],
    ['9', '住建部门', '三（二）3', '日常巡查、抄收费、上门维修'],
    ['10', '民政部门', '三（二）3', '物流快递送餐人员'],
    ['11', '政法委', '六（二）1', '平安中国建设重要任务'],
    ['12', '文明办', '六（二）1', '新时代文明实践志愿服务工作重要内容'],
    ['13', '民政部门', '六（二）2', '基本养老服务体系建设重点任务'],
    ['14', '教育部门', '六（二）2', '组织在校学生参与探访关爱服务'],
    ['15', '财政部门', '六（二）2', '统筹现有渠道资金'],
    ['16', '住房和城乡建设部门', '六（二）2', '引导物业服务企业'],
    ['17', '农业农村部门', '六（二）2', '农村留守老年人关爱服务工作'],
    ['18', '卫生健康（老龄）部门', '六（二）2', '依托一对一联系人制度'],
    ['19', '残联组织', '六（二）2', '关爱残疾人志愿服务活动'],
  ];

  lists('duties', '分组分类实施, “三发挥”, “四引导”, then nine departments, in the plan’s order', DUTIES);
});

describe('黑龙江 三（二）探访关爱服务力量', () => {
  const BODIES: Row[] = [
    ['committee', 'committee', '三（二）2', '群众性自治组织'],
    ['grid', 'grid', '三（二）2', '网格员'],
    ['care-place', 'care-place', '三（二）3', '社区日间照料中心'],
    ['social-work', 'social-work', '三（二）3', '社会工作服务站（点）'],
    ['primary-health', 'primary-health', '三（二）2', '家庭医生'],
    ['elder-association', 'elder-association', '三（二）2、三（二）3', '帮扶对子'],
    ['property', 'property', '三（二）3', '驻社区物业企业'],
    ['volunteer', 'volunteer', '三（二）2', '志愿者'],
    ['student', 'student', '六（二）2', '在校学生'],
    ['public-post', 'public-post', '三（二）3', '公益性岗位'],
    ['party-veteran', 'party-veteran', '三（二）2', '老党员'],
    ['courier', 'courier', '三（二）3', '物流快递送餐人员'],
    ['neighbour', 'neighbour', '三（二）2', '亲属邻里'],
    ['other', 'other', '三（二）2', '业主委员会'],
  ];
  const RECOGNITION: Row[] = [['school-credit', '志愿服务学分', '三（二）3', '志愿服务学分制']];

  lists('bodies', 'public posts, veterans of the party and couriers among them', BODIES);

  lists('recognition', '志愿服务学分', RECOGNITION);

  it('neither points nor photographs are asked for', () => {
    expect([heilongjiang.points, heilongjiang.photos]).toEqual([null, null]);
  });
});

describe('黑龙江 一（一）、五（二）2、五（二）3 方式和特殊节点', () => {
  const MODES: Row[] = [
    ['on-site', '算一次', '一（一）', '定期上门入户'],
    ['phone', '算一次', '一（一）、五（二）2', '电话、微信、视频'],
    ['online', '算一次', '一（一）、五（二）2', '电话、微信、视频'],
    ['remote-monitoring', '不算', '读法 一（一）、一（一）', '远程监测'],
    ['other', '算一次', '读法 一（一）、一（一）', '主要途径'],
  ];
  const OCCASIONS: Row[] = [
    ['closed-management', '社区封闭管理（只能远程）', '五（二）3', '要增加远程探访频率'],
    ['extreme-weather', '极端恶劣天气', '五（二）3', '在极端恶劣天气'],
    ['traditional-festival', '传统节日', '五（二）3', '传统节日'],
  ];

  lists('modes', 'a visit, a call and a video fulfil; a sensor reading alone does not', MODES);

  lists('occasions', 'behind a closed gate only calls and video are added; otherwise any mode', OCCASIONS);
});

describe('黑龙江 五（二）1 应急处置', () => {
  const CALLS: Row[] = [
    ['emergency-services', HELP_NUMBERS, '五（二）1', '应当在第一时间拨打紧急求助电话'],
    ['first-contact', '', '五（二）1', '帮助联系其家庭成员'],
    ['family', '', '五（二）1', '或者其他紧急联系人'],
  ];

  lists('calls', 'help first, then family and other emergency contacts', CALLS);

  it('a record afterwards, by the plan', () => {
    expect(heilongjiang.emergency.recordAfterwards).toMatchObject([{ article: '五（二）1', reading: false }]);
    expect(heilongjiang.emergency.recordAfterwards[0].text).toContain('事后做好处置情况记录归档');
  });
});

describe('黑龙江 四（二）3 家庭关系', () => {
  const STEPS: Row[] = [['social-worker', '引入社会工作者调适家庭关系', '四（二）3', '家庭关系调适']];

  lists('familyDuty', 'brings a social worker, and no other step', STEPS);

  it('and the plan lists no failings to look for', () => {
    expect(heilongjiang.supervision).toEqual([]);
  });
});

it('黑龙江 has no form of its own: the Fujian form is our reading', () => {
  expect(articlesOf(heilongjiang.visitForm[0].because)).toBe('读法 四（二）1');
});
