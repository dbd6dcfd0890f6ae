import {
  fieldOf,
  fieldsOf,
  findings,
  lastTime,
  optionsOf,
  progress,
  summarise,
  validateAnswers,
  visibleAnswers,
  type Answers,
} from '@tanfang/shared';
import { formDefinition, packOf, visitFormOf } from '../../..';
import { boxesOf, CHANGED, headingsOf, SAFE, SATISFIED, type Box } from '../../../../../test/policy/boxes';
import { TODAY } from '../../../../../test/policy/story';

const jinan = packOf('jinan')!;
const use = visitFormOf(jinan, TODAY);
const form = formDefinition(use.id, use.version)!;

/** The boxes of 附件1, read off the printed form from top to bottom: heading, box, options in their order. */
const PRINTED: Box[] = [
  ['', '日期', []],
  ['', '被探访人姓名', []],
  ['', '身份证号', []],
  ['', '家庭住址', []],
  ['', '被探访人身份', ['留守', '空巢', '独居', '失能', '残疾', '计划生育特扶家庭']],
  ['', '残疾证号', []],
  ['', '人群类型', ['重点人群', '次重点人群', '一般人群']],
  ['', '探访方式', ['上门', '电话', '互联网音视频', '其他']],
  ['家庭经济状况', '家庭经济状况', ['稳定', '疾病支出', '意外变故支出', '其他']],
  ['家庭经济状况', '其他经济状况', []],
  ['健康状况', '行动能力', ['较好', '一般', '较差']],
  ['健康状况', '疾病状况', CHANGED],
  ['健康状况', '严重疾病名称', []],
  ['健康状况', '精神状态', CHANGED],
  ['安全情况', '燃气安全', SAFE],
  ['安全情况', '水暖安全', SAFE],
  ['安全情况', '用电安全', SAFE],
  ['安全情况', '消防安全', SAFE],
  ['卫生状况', '个人卫生', CHANGED],
  ['卫生状况', '家庭卫生', CHANGED],
  ['居住环境', '室内环境', CHANGED],
  [
    '探访主体',
    '探访主体',
    [
      '村（居）民委员会',
      '养老服务场所管理运营方',
      '社会工作服务机构',
      '基层医疗卫生机构',
      '物业服务企业',
      '志愿服务组织',
      '邻里亲属',
      '其他',
    ],
  ],
  ['关爱服务内容', '关爱服务内容', []],
  ['', '服务人员签字（盖章）', []],
  ['', '签字日期', []],
  // Blank on the form: the words are ours.
  ['', '老人对服务满意度评价', SATISFIED],
  ['积分管理情况', '服务积分', []],
  ['积分管理情况', '累积记分', []],
  ['积分管理情况', '积分兑换', []],
];

/** 李秀兰 on 18 November: all as usual, the gas hose old. */
const lastWeek: Answers = {
  economy: ['stable'],
  mobility: 'good',
  illness: 'unchanged',
  spirits: 'unchanged',
  gas: 'fairly-safe',
  'water-heating': 'safe',
  electricity: 'safe',
  fire: 'safe',
  'personal-hygiene': 'unchanged',
  'home-hygiene': 'unchanged',
  'indoor-environment': 'unchanged',
  satisfaction: 'satisfied',
};
/** On 24 November the hose is cracked and she walks more slowly. */
const today: Answers = { ...lastWeek, mobility: 'fair', gas: 'unsafe', 'gas-note': '软管裂了一道口子' };

const found = (answers: Answers, previous?: Answers) => findings(form, answers, previous);
const matters = (answers: Answers, previous?: Answers) => found(answers, previous).map(({ matter }) => matter);

describe('济南 附件1 特殊困难老年人探访关爱服务记录表', () => {
  it('has every box and option of the form, in its order and words', () => {
    expect(boxesOf(form)).toEqual(PRINTED);
  });

  it('prints its headings, wide and narrow', () => {
    expect(headingsOf(form)).toEqual([
      '探访服务内容',
      '家庭经济状况',
      '健康状况',
      '安全情况',
      '卫生状况',
      '居住环境',
      '探访主体',
      '关爱服务内容',
      '积分管理情况',
    ]);
  });

  it('lists the slips of the print: twice no □ after 其他', () => {
    expect(form.corrections?.map(({ where, reads }) => [where, reads])).toEqual([
      ['探访方式', '互联网音视频□其他□'],
      ['家庭经济状况', '意外变故支出□其他□：'],
    ]);
  });

  it('ticks 残疾 for any certificate: the form does not say 重残', () => {
    const boxes = optionsOf(fieldOf(form, 'identities')!).map(({ code, label }) => [label, code]);
    expect(boxes).toEqual([
      ['留守', 'left-behind'],
      ['空巢', 'empty-nest'],
      ['独居', 'living-alone'],
      ['失能', 'disabled-ability'],
      ['残疾', 'disability-certificate'],
      ['计划生育特扶家庭', 'family-planning-special'],
    ]);
  });

  it('is headed and archived as the form says', () => {
    expect(form.title).toBe('特殊困难老年人探访关爱服务记录表');
    expect(form.archive).toEqual({
      copies: 2,
      keepers: ['县级民政部门', '街道（镇）'],
      remark: '此表一式两份，可复印，县级民政部门、街道（镇）各存档一份。',
    });
  });

  it('leaves identity, tier, mode, body, signature and points to the server', () => {
    const filled = fieldsOf(form).filter((field) => field.filledBy === 'server');
    expect(filled.map(({ label }) => label)).toEqual([
      '日期',
      '被探访人姓名',
      '身份证号',
      '家庭住址',
      '被探访人身份',
      '残疾证号',
      '人群类型',
      '探访方式',
      '探访主体',
      '服务人员签字（盖章）',
      '签字日期',
      '服务积分',
      '累积记分',
      '积分兑换',
    ]);
    expect(
      validateAnswers(form, { ...today, 'id-number': '370102194305020001' }).map(({ message }) => message),
    ).toEqual(['「身份证号」由系统填写，不用填']);
  });

  it('walks the visitor through six segments with eleven questions', () => {
    expect(progress(form, today)).toMatchObject({ answered: 11, total: 11 });
    expect(progress(form, {}).sections.map(({ title, total }) => [title, total])).toEqual([
      ['家庭经济状况', 1],
      ['健康状况', 3],
      ['安全情况', 4],
      ['卫生状况', 2],
      ['居住环境', 1],
      ['关爱服务内容', 6],
    ]);
  });

  it('is accepted when filled, and not before', () => {
    expect(validateAnswers(form, lastWeek)).toEqual([]);
    expect(validateAnswers(form, today)).toEqual([]);
    expect(validateAnswers(form, {})).toHaveLength(12);
  });

  it('asks 「其他」 for a text, 「严重疾病名称」 is a blank of its own', () => {
    expect(validateAnswers(form, { ...today, economy: ['other'] }).map(({ message }) => message)).toEqual([
      '「其他经济状况」还没有填',
    ]);
    expect(validateAnswers(form, { ...today, 'serious-illness': '心力衰竭' })).toEqual([]);
    expect(validateAnswers(form, { ...today, economy: ['stable', 'illness-expense'] })).toHaveLength(1);
  });

  it('asks the four hazards afresh each time', () => {
    const last = lastTime(form, { ...today, satisfaction: 'satisfied', 'help-wanted': ['companionship'] });
    expect(last.hazards).toEqual({ gas: 'unsafe', 'water-heating': 'safe', electricity: 'safe', fire: 'safe' });
    expect(Object.keys(last.answers)).toEqual([
      'economy',
      'mobility',
      'illness',
      'spirits',
      'personal-hygiene',
      'home-hygiene',
      'indoor-environment',
      'help-wanted',
    ]);
  });

  it('takes two sentences about a hazard that is not quite safe, on the continuation sheet', () => {
    expect(validateAnswers(form, { ...today, gas: 'fairly-safe' })).toEqual([]);
    expect(validateAnswers(form, { ...today, gas: 'safe' }).map(({ message }) => message)).toEqual([
      '「燃气：看到了什么」这次不用填',
    ]);
    const notes = fieldsOf(form).filter(({ id }) => /^(gas|water-heating|electricity|fire)-note$/.test(id));
    expect(notes.map(({ additional }) => additional)).toEqual([true, true, true, true]);
  });
});

describe('济南 二（二）2 表上没有而方案要了解的', () => {
  it('asks them after the form', () => {
    const asked = fieldsOf(form).filter((field) => field.additional === true && field.article === '二（二）2');
    expect(asked.map(({ id }) => id)).toEqual([
      'help-wanted',
      'help-other',
      'participation',
      'family-contact',
      'family-duty',
      'family-duty-note',
    ]);
  });

  it('三（三）应晓尽晓: what the elder was told this time, for staff', () => {
    const told = fieldsOf(form).filter(({ article }) => article === '三（三）');
    expect(told).toMatchObject([{ id: 'told', visibility: 'staff', afresh: true, additional: true }]);
    expect(validateAnswers(form, { ...today, told: ['policy', 'safety'] })).toEqual([]);
  });

  it('keeps what concerns the family’s own duty from the family', () => {
    const answers: Answers = {
      ...today,
      'family-contact': 'seldom',
      'family-duty': 'neglected',
      'family-duty-note': '半年没有回来',
    };
    expect(validateAnswers(form, answers)).toEqual([]);
    const seen = visibleAnswers(form, answers, 'family');
    expect(Object.keys(seen).filter((id) => id.startsWith('family'))).toEqual([]);
    expect(summarise(form, answers, lastWeek)).toBe(summarise(form, today, lastWeek));
    for (const finding of found(answers).filter(({ matter }) => matter.startsWith('family-'))) {
      expect(finding.visibility).toBe('staff');
    }
  });
});

describe('济南 探访发现的事', () => {
  it('燃气不安全 is urgent, with what to do at once', () => {
    expect(found(today, lastWeek)).toMatchObject([
      {
        matter: 'gas-safety',
        needType: 'safety-hazard',
        severity: 'urgent',
        title: '燃气不安全，要处理',
        noteField: 'gas-note',
        visibility: 'family',
      },
    ]);
    expect(found(today)[0]?.advice.join()).toContain('119');
  });

  it('行动能力较差 is a need, and twice running an urgent one', () => {
    const poor = { ...lastWeek, gas: 'safe', mobility: 'poor' };
    expect(found(poor, lastWeek)).toMatchObject([{ matter: 'mobility', severity: 'ordinary' }]);
    expect(found(poor, poor)).toMatchObject([{ matter: 'mobility', severity: 'urgent', repeated: true }]);
  });

  it.each(['illness', 'spirits', 'personal-hygiene', 'home-hygiene', 'indoor-environment'])(
    '%s 较差 twice running is urgent',
    (id) => {
      const worse = { ...lastWeek, gas: 'safe', [id]: 'worse' };
      expect(found(worse, lastWeek)).toMatchObject([{ field: id, severity: 'ordinary' }]);
      expect(found(worse, worse)).toMatchObject([{ field: id, severity: 'urgent' }]);
    },
  );

  it.each(['gas', 'water-heating', 'electricity', 'fire'])('%s 不安全 is urgent, 较安全 is for information', (id) => {
    const safe = { ...lastWeek, gas: 'safe' };
    expect(found({ ...safe, [id]: 'unsafe' })).toMatchObject([{ severity: 'urgent', needType: 'safety-hazard' }]);
    expect(found({ ...safe, [id]: 'fairly-safe' })).toMatchObject([{ severity: 'information' }]);
  });

  it('a serious illness that was not on record is urgent', () => {
    const ill = { ...lastWeek, gas: 'safe', 'serious-illness': '心力衰竭' };
    expect(found(ill, lastWeek)).toMatchObject([{ matter: 'serious-illness', severity: 'urgent', option: null }]);
    expect(found(ill, ill)).toEqual([]);
  });

  it('what the elder wants becomes a need', () => {
    const wishes = {
      ...lastWeek,
      gas: 'safe',
      'help-wanted': ['companionship', 'relief-policy'],
      participation: 'wants',
    };
    expect(matters(wishes)).toEqual(['companionship', 'relief-policy', 'participation']);
  });

  it('finds nothing on a quiet visit', () => {
    expect(found({ ...lastWeek, gas: 'safe' }, lastWeek)).toEqual([]);
  });
});

describe('济南 给家人的一句话', () => {
  it('says what stayed and what changed', () => {
    expect(summarise(form, today, lastWeek)).toBe('精神和上次一样，走路慢了些，燃气要尽快处理');
    expect(summarise(form, { ...lastWeek, gas: 'safe' }, lastWeek)).toBe('走路、精神都和上次一样，水电燃气都安全');
    expect(summarise(form, lastWeek)).toBe('走路稳当，精神平稳');
  });

  it('repeats nothing that the visitor wrote', () => {
    const written = {
      ...today,
      economy: ['other'],
      'economy-other': '欠债三万',
      'care-given': '陪聊',
      'serious-illness': '肿瘤',
    };
    const sentence = summarise(form, written, lastWeek);
    for (const word of ['欠债', '陪聊', '肿瘤', '口子']) expect(sentence).not.toContain(word);
  });
});
