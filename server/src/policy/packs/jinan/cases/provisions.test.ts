import { fieldOf, optionsOf } from '@tanfang/shared';
import { articlesOf, HELP_NUMBERS, type Row } from '../../../../../test/policy/cited';
import { provisionsOf } from '../../../../../test/policy/provisions';

const { pack: jinan, lists } = provisionsOf('jinan', '济南');

describe('济南 一、二（一）1、附件1 服务对象的依据', () => {
  const BASELINE = '本方案未给出定义，采用基线定义';
  const OBJECTS: Row[] = [
    ['age', '', '读法 一', '60 周岁及以上'],
    ['living-alone', BASELINE, '读法 附件1', '没有配偶、没有子女住在同一街道（镇）、也没有人同住'],
    ['empty-nest', BASELINE, '读法 附件1', '有子女，但家里只有老两口同住'],
    ['left-behind', BASELINE, '读法 附件1', '全部子女外出满半年、没有子女同住'],
    ['disabled-ability', BASELINE, '读法 二（一）1', '没有评估但长期卧床或行动不便的按方案归类计入'],
    ['disabled-ability', BASELINE, '读法 二（一）1（3）', '一般人群里写到轻度失能'],
    ['disabled-ability', BASELINE, '读法 二（一）1（1）', '重点人群包含失智老年人'],
    ['severe-disability', BASELINE, '读法 附件1', '残疾证在有效期内、残疾等级为一级或二级'],
    ['family-planning-special', BASELINE, '读法 附件1', '独生子女死亡或者三级以上伤残，没有再生育或收养'],
    ['none', '', '读法 附件1', '不符合独居、空巢、留守、失能、重残、计划生育特殊家庭中的任何一类'],
  ];

  lists('objects', 'every category rests on the plan, and says where we read it', OBJECTS);
});

describe('济南 一、二（一）目标和期限', () => {
  const MILESTONES: Row[] = [
    ['district-plans', '2023-12-31 各区县（功能区）制定出台工作方案', '一', '到2023年底'],
    ['service-running', '2024-12-31 探访关爱和委托服务普遍有效开展', '一', '到2024年底'],
  ];

  lists('milestones', 'plans by the end of 2023, service by the end of 2024', MILESTONES);

  it('一: 100 % a month by the end of 2025', () => {
    expect(jinan.rateTarget).toMatchObject({ percent: 100, every: 'month', by: '2025-12-31' });
    expect(jinan.rateTarget.because.map(({ text }) => text)).toEqual(['到2025年底，特殊困难老年人月探访率达到100%']);
    expect(jinan.laterRateTarget).toBeUndefined();
  });

  it('二（一）2: a census at least once a year', () => {
    expect(jinan.census.everyMonths).toBe(12);
    expect(articlesOf(jinan.census.because)).toBe('二（一）2');
  });

  it('二（一）3: 5 working days into the provincial platform, 10 to the daily provider', () => {
    const { registryEntry, tellProvider } = jinan.deadlines;
    expect([registryEntry?.workingDays, tellProvider?.workingDays]).toEqual([5, 10]);
    expect(registryEntry?.because.map(({ article, text }) => `${article} ${text}`)).toEqual([
      '二（一）3 对每次摸排的人员最新情况，要在5个工作日内录入省级养老服务管理平台。',
    ]);
    expect(tellProvider?.because.map(({ article, text }) => `${article} ${text}`)).toEqual([
      '二（一）3 人员变化情况要在10个工作日内通知到日常服务方。',
    ]);
  });
});

describe('济南 二（二）2 探访内容', () => {
  const CONTENTS: Row[] = [
    ['health', '社区居家服务：基本生活能力状况', '二（二）2', '行动能力、疾病情况、精神状况'],
    ['participation', '社区居家服务：参与活动', '二（二）2', '参与社区、社会组织、公益活动'],
    ['family', '亲情关怀服务：赡养和看望', '二（二）2', '是否履行赡养扶养义务'],
    ['companionship', '亲情关怀服务：陪伴和倾听', '二（二）2', '陪伴、陪聊、倾听、心理疏导'],
    ['emergency', '应急救援服务', '二（二）2', '需要紧急救援时'],
    ['told', '政策应晓尽晓', '三（三）', '应晓尽晓'],
  ];

  lists('contents', '社区居家, 亲情关怀, 应急救援, and telling of policy', CONTENTS);
});

describe('济南 二（二）2 赡养扶养义务不到位', () => {
  const STEPS: Row[] = [
    ['remind', '提醒沟通', '二（二）2', '提醒沟通'],
    ['admonish', '规劝约束', '二（二）2', '规劝约束'],
    ['mediate', '司法调解', '二（二）2', '司法调解'],
    ['court', '协助请求司法机关依法追究', '二（二）2', '协助老年人请求司法机关依法追究其法律责任'],
    ['urge-children', '督促子女探望和联系', '二（二）3（8）', '定期通过电话、微信等形式，与老人保持联系'],
  ];

  lists('familyDuty', '提醒沟通 → 规劝约束 → 司法调解 → 司法机关, and children are urged to come and call', STEPS);
});

describe('济南 二（二）2 应急救援和特殊节点', () => {
  const CALLS: Row[] = [
    ['emergency-services', HELP_NUMBERS, '二（二）2', '第一时间协助拨打医疗、消防等紧急求助电话'],
    ['first-contact', '', '二（二）2', '帮助联系其子女、亲属和其他监护人'],
    ['family', '', '二（二）2', '帮助联系其子女、亲属和其他监护人'],
  ];
  const OCCASIONS: Row[] = [
    ['extreme-weather', '极端恶劣天气', '二（二）2', '在极端恶劣天气'],
    ['traditional-festival', '传统节日', '二（二）2', '传统节日'],
  ];

  lists('calls', 'help first, then children, relatives and other guardians', CALLS);

  it('a record afterwards is our reading', () => {
    expect(articlesOf(jinan.emergency.recordAfterwards)).toBe('读法 二（二）2');
  });

  lists('occasions', 'visits on top in extreme weather and at festivals, in any mode', OCCASIONS);
});

describe('济南 二（二）3 探访主体', () => {
  const OF_THE_TEXT: Row[] = [
    ['committee', 'committee', '二（二）3（1）', '组织动员探访关爱服务人员履行职责'],
    ['care-place', 'care-place', '二（二）3（2）', '养老服务场所管理运营方'],
    ['social-work', 'social-work', '二（二）3（3）', '社会工作服务站（点）'],
    ['primary-health', 'primary-health', '二（二）3（4）', '慢病管理和健康监测'],
    ['elder-association', 'other', '二（二）3（5）、读法 附件1', '基层老年协会'],
    ['property', 'property', '二（二）3（6）', '物业服务企业'],
    ['volunteer', 'volunteer', '二（二）3（7）', '志愿服务组织'],
    ['neighbour', 'neighbour', '二（二）3（8）', '邻居、好友、亲属'],
  ];
  const BESIDES: Row[] = [
    ['courier', 'volunteer', '二（二）3（7）', '物流快递送餐人员'],
    ['cadre', 'other', '二、读法 附件1', '包联干部'],
    ['village-team', 'other', '二、读法 附件1', '驻村工作队'],
    ['grid', 'other', '二（二）3、读法 附件1', '网格员'],
    ['party-veteran', 'other', '二（二）3、读法 附件1', '老党员'],
    ['student', 'other', '三（二）、读法 附件1', '在校生'],
    ['other', 'other', '附件1', '邻里亲属□其他□'],
  ];

  lists('bodies', 'eight bodies in the text, and who else comes', [...OF_THE_TEXT, ...BESIDES]);

  it('附件1 has eight boxes, not the same eight: 基层老年协会 ticks 其他', () => {
    const boxes = optionsOf(fieldOf(jinan.forms[0]!, 'visitor-body')!).map(({ code }) => code);
    const ofTheText = OF_THE_TEXT.map(([code]) => code);
    expect([boxes.length, ofTheText.length]).toEqual([8, 8]);
    expect(ofTheText.filter((code) => !(boxes as string[]).includes(code))).toEqual(['elder-association']);
    expect(boxes.filter((code) => !ofTheText.includes(code))).toEqual(['other']);
    for (const { box } of jinan.visitorBodies) expect(boxes).toContain(box);
  });
});

describe('济南 二（二）4 落实机制', () => {
  const MODES: Row[] = [
    ['on-site', '算一次', '二（二）4', '上门入户'],
    ['phone', '算一次', '二（二）4', '电话视频'],
    ['online', '算一次', '二（二）4', '电话视频'],
    ['remote-monitoring', '不算', '读法 二（二）4、二（二）4', '远程监测'],
    ['other', '算一次', '读法 附件1、附件1', '互联网音视频□其他'],
  ];
  const SUPERVISION: Row[] = [
    ['unclear-registry', '底数不清', '二（二）4', '底数不清'],
    ['hazards-unchecked', '风险隐患排查不扎实', '二（二）4', '风险隐患排查不扎实'],
    ['late-emergency', '突发事件处置不及时', '二（二）4', '突发事件处置不及时'],
    ['formality', '关爱服务流于形式', '二（二）4', '关爱服务流于形式'],
  ];

  lists('modes', 'a visit, a call and a video fulfil; a sensor reading alone does not', MODES);

  lists('supervision', 'four failings to look for', SUPERVISION);

  it('institutions take photographs on the spot', () => {
    expect(jinan.photos).toMatchObject({
      askedOfInstitutions: true,
      because: [{ article: '二（二）4', reading: false }],
    });
    expect(jinan.photos?.because[0].text).toContain('现场拍照');
  });

  it('points: earned, in all, redeemed, as 附件1 has boxes', () => {
    expect(jinan.points?.kept).toEqual(['earned', 'total', 'redeemed']);
    expect(articlesOf(jinan.points?.because ?? [])).toBe('二（二）4、附件1');
    expect(jinan.recognition).toBeUndefined();
  });
});

describe('济南 三（一）、三（二）职责', () => {
  const DUTIES: Row[] = [
    ['1', '党委政法委', '三（一）', '平安济南建设重要任务，并制定具体考核细则'],
    ['2', '文明办', '三（一）', '新时代文明实践中心服务工作重要内容'],
    ['3', '民政部门', '三（二）', '养老服务联席会议'],
    ['4', '教育部门', '三（二）', '引导在校生积极参与'],
    ['5', '财政部门', '三（二）', '统筹现有渠道资金'],
    ['6', '住房和城乡建设部门', '三（二）', '引导物业服务企业'],
    ['7', '农业农村部门', '三（二）', '农业和农村规划重点任务'],
    ['8', '卫生健康部门', '三（二）', '依托联系人制度'],
    ['9', '残联组织', '三（二）', '关爱残疾人志愿服务活动'],
  ];

  lists('duties', 'nine departments, in the plan’s order', DUTIES);
});

it('济南 附件1 and 附件2 are its forms', () => {
  expect(articlesOf(jinan.visitForm[0].because)).toBe('附件1');
  expect(articlesOf(jinan.entrustmentForm?.[0].because ?? [])).toBe('附件2、附件2 备注');
});
