import type { FormDefinition } from '@tanfang/shared';
import { fujianVisitRecordV1 } from '../../../baseline/forms/fujian-visit-record.v1';
import { plan } from '../plan';

/** 附件4, as it is: the annexes ask nothing beyond it. */
export const visitRecordV1: FormDefinition = fujianVisitRecordV1({
  id: 'shishi-visit-record',
  version: 1,
  title: plan.quotations.recordTitle.text,
  source: { document: plan.document, annex: '附件4' },
  archive: {
    copies: 3,
    keepers: ['县级民政部门', '乡镇（街道）', '服务力量所在单位'],
    remark: plan.quotations.recordArchive.text,
  },
  notesArticle: '附件4',
  help: ['daily-care', 'nursing-care', 'companionship', 'home-adaptation', 'medical-care', 'relief-policy'],
  beyond: [],
});
