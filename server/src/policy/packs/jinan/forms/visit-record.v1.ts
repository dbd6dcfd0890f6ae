import type { Correction, FormDefinition, FormSection } from '@tanfang/shared';
import { plan } from '../plan';
import { careSection } from './visit-record.v1.care';
import {
  economySection,
  environmentSection,
  healthSection,
  hygieneSection,
  safetySection,
} from './visit-record.v1.content';

/**
 * 附件1 特殊困难老年人探访关爱服务记录表, box by box, in the form's own order and words. What the plan's text asks but
 * the form has no box for is marked `additional` and prints on the continuation sheet.
 */

const headSection: FormSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    {
      id: 'visited-on',
      label: '日期',
      type: 'date',
      filledBy: 'server',
      from: 'visit.date',
      visibility: 'family',
      print: 1,
    },
    {
      id: 'elder-name',
      label: '被探访人姓名',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'elder.name',
      visibility: 'family',
      print: 2,
    },
    {
      id: 'id-number',
      label: '身份证号',
      type: 'text',
      maxLength: 18,
      filledBy: 'server',
      from: 'elder.id-number',
      visibility: 'staff',
      print: 3,
    },
    {
      id: 'home-address',
      label: '家庭住址',
      type: 'text',
      maxLength: 200,
      filledBy: 'server',
      from: 'elder.address',
      visibility: 'staff',
      print: 4,
    },
    {
      id: 'identities',
      label: '被探访人身份',
      type: 'choices',
      filledBy: 'server',
      from: 'elder.identities',
      visibility: 'staff',
      print: 5,
      options: [
        { code: 'left-behind', label: '留守' },
        { code: 'empty-nest', label: '空巢' },
        { code: 'living-alone', label: '独居' },
        { code: 'disabled-ability', label: '失能' },
        // Any certificate ticks this box, whatever its grade: the form says 残疾, not 重残.
        { code: 'disability-certificate', label: '残疾' },
        { code: 'family-planning-special', label: '计划生育特扶家庭' },
      ],
    },
    {
      id: 'certificate-number',
      label: '残疾证号',
      type: 'text',
      maxLength: 30,
      filledBy: 'server',
      from: 'elder.certificate-number',
      visibility: 'staff',
      print: 6,
    },
    {
      id: 'tier',
      label: '人群类型',
      type: 'choice',
      filledBy: 'server',
      from: 'elder.tier',
      visibility: 'staff',
      print: 7,
      options: [
        { code: 'key', label: '重点人群' },
        { code: 'secondary', label: '次重点人群' },
        { code: 'general', label: '一般人群' },
      ],
    },
    {
      id: 'mode',
      label: '探访方式',
      type: 'choice',
      filledBy: 'server',
      from: 'visit.mode',
      visibility: 'family',
      print: 8,
      options: [
        { code: 'on-site', label: '上门' },
        { code: 'phone', label: '电话' },
        { code: 'online', label: '互联网音视频' },
        { code: 'other', label: '其他' },
      ],
    },
  ],
};

const visitorSection: FormSection = {
  id: 'visitor',
  title: '探访主体',
  part: 'closing',
  fields: [
    {
      id: 'visitor-body',
      label: '探访主体',
      type: 'choice',
      filledBy: 'server',
      from: 'visitor.body',
      visibility: 'family',
      print: 22,
      options: [
        { code: 'committee', label: '村（居）民委员会' },
        { code: 'care-place', label: '养老服务场所管理运营方' },
        { code: 'social-work', label: '社会工作服务机构' },
        { code: 'primary-health', label: '基层医疗卫生机构' },
        { code: 'property', label: '物业服务企业' },
        { code: 'volunteer', label: '志愿服务组织' },
        { code: 'neighbour', label: '邻里亲属' },
        { code: 'other', label: '其他' },
      ],
    },
  ],
};

const closingSection: FormSection = {
  id: 'closing',
  title: '',
  group: '关爱服务内容',
  part: 'closing',
  fields: [
    {
      id: 'visitor-signature',
      label: '服务人员签字（盖章）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'visitor.signature',
      visibility: 'staff',
      print: 24,
    },
    {
      id: 'visitor-signature-date',
      label: '签字日期',
      type: 'date',
      filledBy: 'server',
      from: 'visitor.signature-date',
      visibility: 'staff',
      print: 25,
    },
    {
      id: 'satisfaction',
      label: '老人对服务满意度评价',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'staff',
      required: true,
      afresh: true,
      print: 26,
      // The form leaves this box blank; the words are ours.
      options: [
        { code: 'satisfied', label: '满意' },
        { code: 'fairly-satisfied', label: '基本满意' },
        {
          code: 'dissatisfied',
          label: '不满意',
          finding: {
            matter: 'satisfaction',
            needType: 'other',
            severity: 'ordinary',
            title: '老人对服务不满意',
            plain: '老人说这次服务不满意，请换个人去听听',
          },
        },
        { code: 'declined', label: '不想说' },
      ],
    },
  ],
};

const pointsSection: FormSection = {
  id: 'points',
  title: '积分管理情况',
  part: 'closing',
  fields: [
    {
      id: 'points-earned',
      label: '服务积分',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.earned',
      visibility: 'staff',
      print: 27,
    },
    {
      id: 'points-total',
      label: '累积记分',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.total',
      visibility: 'staff',
      print: 28,
    },
    {
      id: 'points-redeemed',
      label: '积分兑换',
      type: 'number',
      min: 0,
      max: 1_000_000,
      filledBy: 'server',
      from: 'points.redeemed',
      visibility: 'staff',
      print: 29,
    },
  ],
};

/** On this sheet the □ follows its word; in two places it was left out after 「其他」. */
const corrections: readonly Correction[] = [
  { where: '探访方式', printed: '互联网音视频□其他', reads: '互联网音视频□其他□' },
  { where: '家庭经济状况', printed: '意外变故支出□其他：', reads: '意外变故支出□其他□：' },
];

export const visitRecordV1: FormDefinition = {
  id: 'jinan-visit-record',
  version: 1,
  title: '特殊困难老年人探访关爱服务记录表',
  source: { document: plan.document, annex: '附件1' },
  archive: {
    copies: 2,
    keepers: ['县级民政部门', '街道（镇）'],
    remark: plan.quotations.archive.text,
  },
  corrections,
  nothingToSay: '来看过了，一切都好',
  allSafe: '水电燃气都安全',
  sections: [
    headSection,
    economySection,
    healthSection,
    safetySection,
    hygieneSection,
    environmentSection,
    visitorSection,
    careSection,
    closingSection,
    pointsSection,
  ],
};
