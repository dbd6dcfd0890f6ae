import type { FormDefinition } from '@tanfang/shared';
import { placed } from '../../../baseline/forms/placing';
import { plan } from '../plan';
import { beyondSection } from './visit-record.v1.beyond';
import {
  headSection,
  elderSection,
  householdSection,
  livingSection,
  supportSection,
} from './visit-record.v1.household';
import { careSection, closingSection, signatureSection, visitSections } from './visit-record.v1.visit';

/**
 * 附件1 特殊困难老年人探访关爱服务记录表, all six parts, box by box, in the form's own order and words. What 二（一）
 * asks but the form has no box for is marked `additional` and prints on the continuation sheet.
 */
export const visitRecordV1: FormDefinition = {
  id: 'liaoning-visit-record',
  version: 1,
  title: '特殊困难老年人探访关爱服务记录表',
  source: { document: plan.document, annex: '附件1' },
  archive: {
    copies: 2,
    keepers: ['县级民政部门', '乡镇（街道）'],
    remark: plan.quotations.archive.text,
  },
  corrections: [
    { where: '一 是否独居', printed: '是否独居 是 否', reads: '是否独居 □是 □否' },
    { where: '一 是否空巢', printed: '是否空巢 是 否', reads: '是否空巢 □是 □否' },
    { where: '二 序号', printed: '户主 2 3', reads: '1（户主） 2 3' },
  ],
  nothingToSay: '来看过了，一切都好',
  allSafe: '水电燃气都安全',
  sections: placed([
    headSection,
    elderSection,
    householdSection,
    livingSection,
    supportSection,
    ...visitSections,
    signatureSection,
    careSection,
    beyondSection,
    closingSection,
  ]),
};
