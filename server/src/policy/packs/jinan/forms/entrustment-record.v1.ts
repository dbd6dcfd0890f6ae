import type { Condition, Correction, FormDefinition, ServerSource } from '@tanfang/shared';
import { placed, type Unplaced, type UnplacedSection } from '../../../baseline/forms/placing';
import { satisfaction } from '../../../baseline/forms/satisfaction';
import { plan } from '../plan';

/**
 * 附件2 特殊困难老年人委托服务记录表, box by box, in the form's own order and words. The agency fills in what it did;
 * the registry knows whom it did it for.
 */

function filled(id: string, label: string, from: ServerSource, maxLength = 50): Unplaced {
  return { id, label, type: 'text', maxLength, filledBy: 'server', from, visibility: 'staff' };
}

const headSection: UnplacedSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    { id: 'recorded-on', label: '日期', type: 'date', filledBy: 'server', from: 'record.date', visibility: 'family' },
    { ...filled('elder-name', '委托人姓名', 'elder.name'), visibility: 'family' },
    filled('id-number', '身份证号', 'elder.id-number', 18),
    filled('home-address', '家庭住址', 'elder.address', 200),
    {
      id: 'identities',
      label: '委托人身份',
      type: 'choices',
      filledBy: 'server',
      from: 'elder.identities',
      visibility: 'staff',
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
    filled('certificate-number', '残疾证号', 'elder.certificate-number', 30),
    filled('phone', '联系方式', 'elder.phone', 20),
    {
      id: 'entrusted-on',
      label: '委托时间',
      type: 'date',
      filledBy: 'server',
      from: 'entrustment.date',
      visibility: 'family',
    },
  ],
};

/** Boxes to tick, with a blank after 「其他：」. */
function service(id: string, label: string, boxes: readonly (readonly [code: string, label: string])[]): Unplaced[] {
  const other = { field: id, is: 'other' } as const;
  return [
    {
      id,
      label,
      type: 'choices',
      filledBy: 'visitor',
      visibility: 'family',
      afresh: true,
      options: [
        ...boxes.map(([code, word]) => ({ code, label: word })),
        { code: 'other', label: '其他', asksFor: `${id}-other` },
      ],
    },
    {
      id: `${id}-other`,
      label: `${label}：其他`,
      type: 'text',
      maxLength: 100,
      filledBy: 'visitor',
      visibility: 'family',
      afresh: true,
      shownWhen: other,
      requiredWhen: other,
    },
  ];
}

const SERVICES = ['move-in', 'medical-help', 'shopping', 'home-care-resources'] as const;

/** A record of nothing is none. */
const nothingTicked: Condition = {
  all: SERVICES.map((field) => ({ not: { field, answered: true } })),
};

const servicesSection: UnplacedSection = {
  id: 'services',
  title: '委托服务内容',
  part: 'visit',
  fields: [
    ...service('move-in', '协助入住养老机构', [
      ['contact-home', '联系机构'],
      ['sign-contract', '签订养老服务合同'],
    ]),
    ...service('medical-help', '协助就医', [
      ['outpatient', '门诊挂号'],
      ['admission', '住院登记'],
      ['surgery-signature', '手术签字'],
      ['payment', '缴费'],
    ]),
    ...service('shopping', '代买代购', [
      ['daily-goods', '生活用品'],
      ['food', '食品'],
      ['medicine', '药品'],
    ]),
    ...service('home-care-resources', '协助链接居家养老服务资源', [
      ['benefits-told', '养老补贴政策宣讲'],
      ['aids-rental', '辅助器具租赁'],
      ['resources-told', '养老服务资源推介'],
      ['home-service', '居家服务购买'],
    ]),
    {
      id: 'other-services',
      label: '其他服务',
      type: 'text',
      maxLength: 300,
      lines: 2,
      filledBy: 'visitor',
      visibility: 'family',
      afresh: true,
      requiredWhen: nothingTicked,
    },
  ],
};

const completionSection: UnplacedSection = {
  id: 'completion',
  title: '服务完成情况',
  part: 'visit',
  fields: [
    {
      id: 'completion',
      label: '服务完成情况',
      type: 'text',
      maxLength: 500,
      lines: 3,
      filledBy: 'visitor',
      visibility: 'family',
      required: true,
      afresh: true,
      help: '办成了什么、花了多少、票据在哪，家人也会看到',
    },
  ],
};

const closingSection: UnplacedSection = {
  id: 'closing',
  title: '',
  group: '服务完成情况',
  part: 'closing',
  fields: [
    filled('agency-signature', '服务人员（机构）签字（盖章）', 'agency.signature'),
    {
      id: 'agency-signature-date',
      label: '签字日期',
      type: 'date',
      filledBy: 'server',
      from: 'agency.signature-date',
      visibility: 'staff',
    },
    satisfaction('老人对服务满意度评价'),
  ],
};

/** On this sheet the □ follows its word; after 「其他」 it was left out. */
const corrections: readonly Correction[] = [
  { where: '协助入住养老机构', printed: '签订养老服务合同□其他：', reads: '签订养老服务合同□其他□：' },
  { where: '协助就医', printed: '缴费□其他：', reads: '缴费□其他□：' },
  { where: '代买代购', printed: '药品□其他：', reads: '药品□其他□：' },
  { where: '协助链接居家养老服务资源', printed: '居家服务购买□其他：', reads: '居家服务购买□其他□：' },
];

export const entrustmentRecordV1: FormDefinition = {
  id: 'jinan-entrustment-record',
  version: 1,
  title: plan.quotations.entrustmentFormTitle.text,
  source: { document: plan.document, annex: '附件2' },
  archive: {
    copies: 2,
    keepers: ['县级民政部门', '街道（镇）'],
    remark: plan.quotations.entrustmentArchive.text,
  },
  corrections,
  nothingToSay: '托办的事有了记录',
  sections: placed([headSection, servicesSection, completionSection, closingSection]),
};
