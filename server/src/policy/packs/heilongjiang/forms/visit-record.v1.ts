import type { FormDefinition } from '@tanfang/shared';
import { fujianVisitRecordV1 } from '../../../baseline/forms/fujian-visit-record.v1';
import {
  benefits,
  familyContact,
  familyDuty,
  livelihood,
  reaction,
  told,
} from '../../../baseline/forms/plan-questions';
import { plan } from '../plan';

/** The plan has no form: the Fujian one, with what 二（二）and 五（一）ask beyond its boxes. */
export const visitRecordV1: FormDefinition = fujianVisitRecordV1({
  id: 'heilongjiang-visit-record',
  version: 1,
  title: '特殊困难老年人探访关爱服务记录表',
  source: { document: plan.document, annex: '方案没有附表，用福建省的记录表' },
  archive: {
    copies: 3,
    keepers: ['县级民政部门', '乡镇（街道）', '服务力量所在单位'],
    remark: '方案没有写明份数，我们的理解：一式三份，县级民政部门、乡镇（街道）、服务力量所在单位各存档一份。',
  },
  notesArticle: '二（二）',
  housingArticle: '二（二）',
  help: [
    'daily-care',
    'nursing-care',
    'companionship',
    'emergency-rescue',
    'home-adaptation',
    'medical-care',
    'relief-policy',
  ],
  beyond: [
    reaction('二（二）'),
    livelihood('二（二）'),
    benefits('二（二）'),
    familyContact('二（二）'),
    ...familyDuty('二（二）'),
    told('五（一）'),
  ],
});
