import {
  fieldOf,
  fieldsOf,
  findings,
  lastTime,
  progress,
  summarise,
  trends,
  validateAnswers,
  visibleAnswers,
  type Answers,
} from '@tanfang/shared';
import { formDefinition, packOf, visitFormOf } from '../../src/policy';
import { beyondOf, boxesOf, CHANGED, headingsOf, SAFE, type Box } from './boxes';

const TODAY = '2026-03-02';
function formOf(packId: string) {
  const { id, version } = visitFormOf(packOf(packId)!, TODAY);
  return formDefinition(id, version)!;
}

/** 石狮 附件4 福建省特殊困难老年人探访关爱服务记录表, read off the printed form from top to bottom. */
const PRINTED: Box[] = [
  ['', '日期', []],
  ['', '第几次探访关爱服务', []],
  ['', '服务方式', ['上门探访', '电话探访', '互联网音（视）频探访', '其他']],
  ['家庭状况', '人口变化', ['无变化', '增加', '减少']],
  // □增加 人 and □减少 人: the blanks beside the boxes.
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
  ['卫生状况', '个人卫生', CHANGED],
  ['卫生状况', '家庭卫生', CHANGED],
  ['居住环境', '室内环境', CHANGED],
  // One blank on the form. Its first half is asked in boxes, and these words are ours.
  [
    '关爱服务需求及落实情况',
    '关爱服务需求',
    ['没有', '生活照料', '康复护理', '精神慰藉', '居家适老化改造', '看病、拿药', '社会救助和保障政策', '其他'],
  ],
  ['关爱服务需求及落实情况', '其他需求', []],
  ['关爱服务需求及落实情况', '落实情况', []],
  ['', '服务人员（签字）', []],
  ['', '服务对象（签字）', []],
];

/** 蔡金土 in February: all as usual. */
const february: Answers = {
  'household-change': 'unchanged',
  expression: 'unchanged',
  mobility: 'unchanged',
  illness: 'unchanged',
  spirits: 'unchanged',
  gas: 'safe',
  'water-heating': 'safe',
  electricity: 'safe',
  'personal-hygiene': 'unchanged',
  'home-hygiene': 'unchanged',
  'indoor-environment': 'unchanged',
  'help-wanted': ['none'],
};

describe('石狮 附件4 福建省特殊困难老年人探访关爱服务记录表', () => {
  const form = formOf('shishi');
  const messages = (change: Answers) => validateAnswers(form, { ...february, ...change }).map(({ message }) => message);
  const found = (change: Answers, previous?: Answers) => findings(form, { ...february, ...change }, previous);

  it('has every box and option of the form, in its order and words', () => {
    expect(boxesOf(form)).toEqual(PRINTED);
  });

  it('prints the seven rows', () => {
    expect(headingsOf(form)).toEqual([
      '家庭状况',
      '健康状况',
      '精神状态',
      '安全情况',
      '卫生状况',
      '居住环境',
      '关爱服务需求及落实情况',
    ]);
  });

  it('has no box for 消防, and none for who visits', () => {
    expect(fieldsOf(form).map(({ id }) => id)).not.toEqual(expect.arrayContaining(['fire']));
    expect(fieldsOf(form).map(({ id }) => id)).not.toEqual(expect.arrayContaining(['visitor-body']));
  });

  it('is headed and archived as the form says, in three copies', () => {
    expect(form.title).toBe('福建省特殊困难老年人探访关爱服务记录表');
    expect(form.archive).toEqual({
      copies: 3,
      keepers: ['县级民政部门', '乡镇（街道）', '服务力量所在单位'],
      remark: '此表一式三份，县级民政部门、乡镇（街道）、服务力量所在单位各存档一份。',
    });
    expect(form.corrections).toBeUndefined();
  });

  it('leaves date, number, mode and signatures to the server', () => {
    const filled = fieldsOf(form).filter(({ filledBy }) => filledBy === 'server');
    expect(filled.map(({ label }) => label)).toEqual([
      '日期',
      '第几次探访关爱服务',
      '服务方式',
      '服务人员（签字）',
      '服务对象（签字）',
    ]);
  });

  it('asks nothing but words beside a hazard beyond the form', () => {
    expect(beyondOf(form)).toEqual([
      ['gas-note', '附件4'],
      ['water-heating-note', '附件4'],
      ['electricity-note', '附件4'],
    ]);
  });

  it('is accepted when filled, and not before', () => {
    expect(messages({})).toEqual([]);
    expect(validateAnswers(form, {})).toHaveLength(12);
    expect(progress(form, february)).toMatchObject({ answered: 12, total: 12 });
  });

  it('「增加 人」「减少 人」 ask for a number, 「无变化」 for none', () => {
    expect(messages({ 'household-change': 'increased' })).toEqual(['「增加几人」还没有填']);
    expect(messages({ 'household-change': 'increased', 'household-gained': 2 })).toEqual([]);
    expect(messages({ 'household-change': 'decreased', 'household-gained': 2 })).toEqual([
      '「增加几人」这次不用填',
      '「减少几人」还没有填',
    ]);
    expect(messages({ 'household-change': 'decreased', 'household-lost': 0 })).toEqual([
      '「减少几人」应在 1 到 20 之间',
    ]);
    expect(messages({ 'household-gained': 1 })).toEqual(['「增加几人」这次不用填']);
  });

  it('「严重」 asks for the name of the illness', () => {
    expect(messages({ illness: 'serious' })).toEqual(['「疾病名称」还没有填']);
    expect(messages({ illness: 'serious', 'serious-illness': ' ' })).toEqual(['「疾病名称」还没有填']);
    expect(messages({ illness: 'serious', 'serious-illness': '脑梗' })).toEqual([]);
    expect(messages({ illness: 'improved', 'serious-illness': '脑梗' })).toEqual(['「疾病名称」这次不用填']);
  });

  it('「其他」 asks for words, 「没有」 stands alone', () => {
    expect(messages({ 'help-wanted': ['other'] })).toEqual(['「其他需求」还没有填']);
    expect(messages({ 'help-wanted': ['none', 'daily-care'] })).toHaveLength(1);
    expect(messages({ 'help-wanted': ['daily-care', 'other'], 'help-other': '想回老家看看' })).toEqual([]);
  });

  it('asks the three hazards afresh', () => {
    const last = lastTime(form, { ...february, gas: 'unsafe', 'gas-note': '软管老化', 'care-given': '换了灯泡' });
    expect(last.hazards).toEqual({ gas: 'unsafe', 'water-heating': 'safe', electricity: 'safe' });
    expect(Object.keys(last.answers)).toEqual([
      'expression',
      'mobility',
      'illness',
      'spirits',
      'personal-hygiene',
      'home-hygiene',
      'indoor-environment',
      'help-wanted',
    ]);
  });

  it.each(['gas', 'water-heating', 'electricity'])('%s 不安全 is urgent, 较安全 is for information', (id) => {
    expect(found({ [id]: 'unsafe' })).toMatchObject([{ severity: 'urgent', needType: 'safety-hazard' }]);
    expect(found({ [id]: 'fairly-safe' })).toMatchObject([{ severity: 'information', needType: 'safety-hazard' }]);
    expect(found({ [id]: 'unsafe', [`${id}-note`]: '看到了' })[0]?.noteField).toBe(`${id}-note`);
  });

  it.each(['expression', 'mobility', 'spirits', 'personal-hygiene', 'home-hygiene', 'indoor-environment'])(
    '%s 较差 is a need, and twice running an urgent one',
    (id) => {
      const worse = { ...february, [id]: 'worse' };
      expect(found(worse, february)).toMatchObject([{ field: id, severity: 'ordinary' }]);
      expect(found(worse, worse)).toMatchObject([{ field: id, severity: 'urgent', repeated: true }]);
    },
  );

  it('疾病状况 严重 is urgent, with the name as evidence', () => {
    expect(found({ illness: 'serious', 'serious-illness': '脑梗' })).toMatchObject([
      { matter: 'serious-illness', needType: 'medical', severity: 'urgent', noteField: 'serious-illness' },
    ]);
    expect(found({ illness: 'improved' })).toEqual([]);
  });

  it('a change of the household is for staff to enter in the register', () => {
    expect(found({ 'household-change': 'decreased', 'household-lost': 1 })).toMatchObject([
      { matter: 'household', severity: 'information', visibility: 'staff', noteField: 'household-lost' },
    ]);
  });

  it('what the elder needs becomes a need, each of its own kind', () => {
    const wishes = found({
      'help-wanted': [
        'daily-care',
        'nursing-care',
        'companionship',
        'home-adaptation',
        'medical-care',
        'relief-policy',
      ],
    });
    expect(wishes.map(({ needType }) => needType)).toEqual([
      'daily-care',
      'rehabilitation',
      'emotional-support',
      'home-adaptation',
      'medical',
      'benefits',
    ]);
    expect(found({ 'help-wanted': ['other'], 'help-other': '想回老家看看' })).toMatchObject([{ matter: 'other' }]);
  });

  it('finds nothing on a quiet visit', () => {
    expect(found({}, february)).toEqual([]);
  });

  it('tells the family in one sentence, and repeats nothing that was written', () => {
    const march = {
      ...february,
      mobility: 'worse',
      illness: 'serious',
      'serious-illness': '脑梗',
      gas: 'unsafe',
      'gas-note': '软管老化',
      'care-given': '陪聊',
    };
    expect(summarise(form, march, february)).toBe('精神和上次一样，走路不如上次，身体比上次差些，燃气要尽快处理');
    expect(summarise(form, february, february)).toBe('走路、精神都和上次一样，水电燃气都安全');
    expect(summarise(form, february)).toBe('走路还是老样子，精神平稳，水电燃气都安全');
  });

  it('draws three lines for the family', () => {
    const worse = { ...february, mobility: 'worse', 'home-hygiene': 'better' };
    expect(trends(form, [february, worse, worse], 'family').map(({ key, word }) => [key, word])).toEqual([
      ['mobility', 'worse'],
      ['spirits', 'same'],
      ['home-hygiene', 'better'],
    ]);
  });
});

describe.each([
  ['beijing', '二（四）1', '区级民政部门'],
  ['heilongjiang', '二（二）', '县级民政部门'],
] as const)('%s 用福建的记录表', (packId, article, keeper) => {
  const form = formOf(packId);
  const pack = packOf(packId)!;

  it('says that this is a reading', () => {
    expect(pack.visitForm[0].because[0].reading).toBe(true);
    expect(form.archive.remark).toContain('我们的理解');
    expect(form.archive.keepers[0]).toBe(keeper);
  });

  it('has the same boxes; 紧急救援 is among the needs that the plan names', () => {
    const boxes = boxesOf(form);
    const [needs, printedNeeds] = [boxes, PRINTED].map((all) => all.find(([, label]) => label === '关爱服务需求')!);
    expect(boxes.filter((box) => box !== needs)).toEqual(PRINTED.filter((box) => box !== printedNeeds));
    expect(needs?.[2].filter((word) => !printedNeeds![2].includes(word))).toEqual(['紧急救援']);
    expect(form.title).toBe('特殊困难老年人探访关爱服务记录表');
  });

  it('asks after the form what the plan asks beyond it, each with its article', () => {
    const beyond = beyondOf(form);
    expect(beyond.map(([id]) => id).sort()).toEqual(
      [
        'gas-note',
        'water-heating-note',
        'electricity-note',
        'housing',
        'housing-note',
        'reaction',
        'livelihood',
        'benefits',
        'family-contact',
        'family-duty',
        'family-duty-note',
        'told',
      ].sort(),
    );
    for (const [id, asked] of beyond) if (id !== 'told') expect(asked).toBe(article);
  });

  it('looks at the house as well, afresh like the other hazards', () => {
    const quiet: Answers = { ...february, housing: 'safe' };
    expect(validateAnswers(form, february).map(({ message }) => message)).toEqual(['「房屋安全」还没有选']);
    expect(validateAnswers(form, quiet)).toEqual([]);
    expect(lastTime(form, quiet).hazards).toMatchObject({ housing: 'safe' });
    expect(findings(form, { ...quiet, housing: 'unsafe' })).toMatchObject([
      { matter: 'housing-safety', severity: 'urgent' },
    ]);
    expect(summarise(form, quiet, quiet)).toBe('走路、精神都和上次一样，水电燃气和房屋都安全');
  });

  it('keeps what concerns the family’s own duty from the family', () => {
    const answers: Answers = {
      ...february,
      housing: 'safe',
      'family-contact': 'seldom',
      'family-duty': 'neglected',
      'family-duty-note': '半年没有回来',
    };
    expect(validateAnswers(form, answers)).toEqual([]);
    expect(Object.keys(visibleAnswers(form, answers, 'family')).filter((id) => id.startsWith('family'))).toEqual([]);
    const staff = findings(form, answers);
    expect(staff.map(({ matter, severity, visibility }) => [matter, severity, visibility])).toEqual([
      ['family-duty', 'urgent', 'staff'],
      ['family-contact', 'ordinary', 'staff'],
    ]);
  });

  it('反应能力, hardship and benefits become needs', () => {
    const found = findings(form, {
      ...february,
      housing: 'safe',
      reaction: 'worse',
      livelihood: ['food', 'seeing-a-doctor'],
      benefits: 'may-qualify',
      'help-wanted': ['emergency-rescue'],
    });
    expect(new Set(found.map(({ matter }) => matter))).toEqual(
      new Set(['emergency-rescue', 'reaction', 'livelihood', 'relief-policy']),
    );
    expect(fieldOf(form, 'reaction')?.required).toBe(false);
  });
});
