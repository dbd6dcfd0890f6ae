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

/** 附件2 is not published: the Fujian form, with what 二（四）asks beyond its boxes. */
export const visitRecordV1: FormDefinition = fujianVisitRecordV1({
  id: 'beijing-visit-record',
  version: 1,
  title: '特殊困难老年人探访关爱服务记录表',
  source: { document: plan.document, annex: '附件2 没有公布，用福建省的记录表' },
  archive: {
    copies: 3,
    keepers: ['区级民政部门', '街道（乡镇）', '服务力量所在单位'],
    remark: '方案没有写明份数，我们的理解：一式三份，区级民政部门、街道（乡镇）、服务力量所在单位各存档一份。',
  },
  notesArticle: '二（四）1',
  housingArticle: '二（四）1',
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
    reaction('二（四）1'),
    livelihood('二（四）1'),
    benefits('二（四）1'),
    ...familyDuty('二（四）1'),
    familyContact('二（四）1'),
    told('三（三）'),
  ],
});
