import type { Correction, FormDefinition } from '@tanfang/shared';
import { placed } from '../../../baseline/forms/placing';
import { plan } from '../plan';
import { elderSections, headSection } from './registration.v1.elder';
import { closingSection, livingSection, membersSection, supportSection } from './registration.v1.household';

/** The print shows `(` where a □ was meant; elsewhere on the sheet the boxes are there. */
const corrections: readonly Correction[] = [
  {
    where: '一 能力程度',
    printed: '(能力完好 (轻度失能  (中度失能  (重度失能',
    reads: '□能力完好 □轻度失能 □中度失能 □重度失能',
  },
  { where: '一 经济情况', printed: '(特困人员    (低保、低保边缘', reads: '□特困人员 □低保、低保边缘' },
  { where: '一 经济情况', printed: '月可支配收入;', reads: '月可支配收入：' },
  {
    where: '一 对象类型',
    printed: '(孤寡老年人  (独居老年人  (空巢老年人  (留守老年人  (失能老年人（包括中、重）',
    reads: '□孤寡老年人 □独居老年人 □空巢老年人 □留守老年人 □失能老年人（包括中、重）',
  },
  { where: '一 对象类型', printed: '(重残老年人（残疾证号：', reads: '□重残老年人（残疾证号：' },
  { where: '一 对象类型', printed: '(计划生育特殊家庭老年人', reads: '□计划生育特殊家庭老年人' },
  { where: '一 类别', printed: '(重点对象  (一般对象', reads: '□重点对象 □一般对象' },
];

/**
 * 附件3 特殊困难老年人信息登记表, box by box, in the form's own order and words. What the registry knows it fills in
 * itself; the rest is asked once and kept up to date.
 */
export const registrationV1: FormDefinition = {
  id: 'shishi-registration',
  version: 1,
  title: plan.quotations.registrationTitle.text,
  source: { document: plan.document, annex: '附件3' },
  archive: {
    copies: 2,
    keepers: ['县级民政部门', '乡镇（街道）'],
    remark: plan.quotations.registrationArchive.text,
  },
  corrections,
  nothingToSay: '信息已经登记',
  sections: placed([headSection, ...elderSections, membersSection, livingSection, supportSection, closingSection]),
};
