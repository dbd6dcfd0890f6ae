import { checkDefinition, fieldsOf, findings, lastTime, validateAnswers, type Answers } from '@tanfang/shared';
import { entrustmentFormOf, formDefinition, packOf } from '../../..';
import { boxesOf, headingsOf, SATISFIED, type Box } from '../../../../../test/policy/boxes';
import { TODAY } from '../../../../../test/policy/story';

const jinan = packOf('jinan')!;
const use = entrustmentFormOf(jinan, TODAY)!;
const form = formDefinition(use.id, use.version)!;

const SERVICES = '委托服务内容';

/** 附件2 特殊困难老年人委托服务记录表, read off the printed form from top to bottom. */
const PRINTED: Box[] = [
  ['', '日期', []],
  ['', '委托人姓名', []],
  ['', '身份证号', []],
  ['', '家庭住址', []],
  ['', '委托人身份', ['留守', '空巢', '独居', '失能', '残疾', '计划生育特扶家庭']],
  ['', '残疾证号', []],
  ['', '联系方式', []],
  ['', '委托时间', []],
  [SERVICES, '协助入住养老机构', ['联系机构', '签订养老服务合同', '其他']],
  [SERVICES, '协助入住养老机构：其他', []],
  [SERVICES, '协助就医', ['门诊挂号', '住院登记', '手术签字', '缴费', '其他']],
  [SERVICES, '协助就医：其他', []],
  [SERVICES, '代买代购', ['生活用品', '食品', '药品', '其他']],
  [SERVICES, '代买代购：其他', []],
  [
    SERVICES,
    '协助链接居家养老服务资源',
    ['养老补贴政策宣讲', '辅助器具租赁', '养老服务资源推介', '居家服务购买', '其他'],
  ],
  [SERVICES, '协助链接居家养老服务资源：其他', []],
  [SERVICES, '其他服务', []],
  ['服务完成情况', '服务完成情况', []],
  ['', '服务人员（机构）签字（盖章）', []],
  ['', '签字日期', []],
  ['', '老人对服务满意度评价', SATISFIED],
];

/** 陈玉珍 had her medicine fetched. */
const fetched: Answers = {
  shopping: ['medicine'],
  completion: '降压药两盒，38 元，票据已交',
  satisfaction: 'satisfied',
};
const messages = (answers: Answers) => validateAnswers(form, answers).map(({ message }) => message);

describe('济南 附件2 特殊困难老年人委托服务记录表', () => {
  it('is sound, and has every box and option of the form, in its order and words', () => {
    expect(checkDefinition(form)).toEqual([]);
    expect(boxesOf(form)).toEqual(PRINTED);
  });

  it('is headed and archived as the form says', () => {
    expect(form.title).toBe('特殊困难老年人委托服务记录表');
    expect(form.archive).toEqual({
      copies: 2,
      keepers: ['县级民政部门', '街道（镇）'],
      remark: '此表一式两份，可复印，县级民政部门、街道（镇）各存档一份。',
    });
  });

  it('prints two headings', () => {
    expect(headingsOf(form)).toEqual([SERVICES, '服务完成情况']);
  });

  it('lists the slips of the print: four times no □ after 其他', () => {
    expect(form.corrections?.map(({ where, reads }) => [where, reads])).toEqual([
      ['协助入住养老机构', '签订养老服务合同□其他□：'],
      ['协助就医', '缴费□其他□：'],
      ['代买代购', '药品□其他□：'],
      ['协助链接居家养老服务资源', '居家服务购买□其他□：'],
    ]);
  });

  it('leaves who it is, when and the signature to the server', () => {
    const filled = fieldsOf(form).filter(({ filledBy }) => filledBy === 'server');
    expect(filled.map(({ label }) => label)).toEqual([
      '日期',
      '委托人姓名',
      '身份证号',
      '家庭住址',
      '委托人身份',
      '残疾证号',
      '联系方式',
      '委托时间',
      '服务人员（机构）签字（盖章）',
      '签字日期',
    ]);
  });

  it('is accepted when something was done', () => {
    expect(messages(fetched)).toEqual([]);
    expect(messages({ 'other-services': '读信', completion: '读了两封信', satisfaction: 'satisfied' })).toEqual([]);
    expect(messages({ 'move-in': ['contact-home'], 'medical-help': ['outpatient', 'payment'], ...fetched })).toEqual(
      [],
    );
  });

  it('a record of nothing is none', () => {
    expect(messages({ completion: '办好了', satisfaction: 'satisfied' })).toEqual(['「其他服务」还没有填']);
    expect(messages({ shopping: ['medicine'] })).toEqual([
      '「服务完成情况」还没有填',
      '「老人对服务满意度评价」还没有选',
    ]);
  });

  it.each(['move-in', 'medical-help', 'shopping', 'home-care-resources'])('%s 「其他：」 asks for words', (id) => {
    expect(messages({ ...fetched, [id]: ['other'] })).toHaveLength(1);
    expect(messages({ ...fetched, [id]: ['other'], [`${id}-other`]: '办公交卡' })).toEqual([]);
    expect(messages({ ...fetched, [`${id}-other`]: '办公交卡' })).toHaveLength(1);
  });

  it('nothing of last time is done again by itself', () => {
    expect(lastTime(form, fetched)).toEqual({ answers: {}, hazards: {} });
  });

  it('不满意 is for somebody else to hear', () => {
    expect(findings(form, { ...fetched, satisfaction: 'dissatisfied' })).toMatchObject([
      { matter: 'satisfaction', visibility: 'staff' },
    ]);
  });

  it('is no visit record, and 济南 alone has it', () => {
    expect(jinan.forms.map(({ id }) => id)).toEqual(['jinan-visit-record']);
    expect(entrustmentFormOf(packOf('beijing')!, TODAY)).toBeNull();
  });
});
