import type { ServerSource } from '@tanfang/shared';
import type { Unplaced, UnplacedSection } from '../../../baseline/forms/placing';
import { blank, yuan } from '../../../baseline/forms/support';

/** 附件3 一、服务对象基本情况. */

function filled(id: string, label: string, from: ServerSource, maxLength = 50): Unplaced {
  return { id, label, type: 'text', maxLength, filledBy: 'server', from, visibility: 'staff' };
}

export const headSection: UnplacedSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    { id: 'filed-on', label: '建档日期', type: 'date', filledBy: 'server', from: 'record.date', visibility: 'staff' },
  ],
};

const ability: Unplaced = {
  id: 'ability',
  label: '能力程度',
  type: 'choice',
  filledBy: 'server',
  from: 'elder.ability',
  visibility: 'staff',
  options: [
    { code: 'intact', label: '能力完好' },
    { code: 'mild', label: '轻度失能' },
    { code: 'moderate', label: '中度失能' },
    // 附件2 5 knows a fourth grade, for which the form has no box.
    { code: 'severe', label: '重度失能', standsInFor: [{ code: 'total', remark: '评估为完全失能' }] },
  ],
};

const assistance: Unplaced = {
  id: 'assistance',
  label: '经济情况',
  type: 'choices',
  filledBy: 'server',
  from: 'elder.assistance',
  visibility: 'staff',
  options: [
    { code: 'destitute', label: '特困人员' },
    { code: 'minimum-living', label: '低保、低保边缘', standsInFor: [{ code: 'low-income-margin' }] },
  ],
};

const identities: Unplaced = {
  id: 'identities',
  label: '对象类型',
  type: 'choices',
  filledBy: 'server',
  from: 'elder.identities',
  visibility: 'staff',
  options: [
    { code: 'childless-alone', label: '孤寡老年人' },
    { code: 'living-alone', label: '独居老年人' },
    { code: 'empty-nest', label: '空巢老年人' },
    { code: 'left-behind', label: '留守老年人' },
    // 附件2 5 counts 轻度失能 as well, though the box does not say so.
    { code: 'disabled-ability', label: '失能老年人（包括中、重）' },
    { code: 'severe-disability', label: '重残老年人' },
    { code: 'family-planning-special', label: '计划生育特殊家庭老年人' },
  ],
};

const tier: Unplaced = {
  id: 'tier',
  label: '类别',
  type: 'choice',
  filledBy: 'server',
  from: 'elder.tier',
  visibility: 'staff',
  options: [
    { code: 'key', label: '重点对象' },
    { code: 'general', label: '一般对象' },
  ],
};

const group = '一、服务对象基本情况';

export const elderSections: readonly UnplacedSection[] = [
  {
    id: 'elder',
    title: '',
    group,
    part: 'head',
    fields: [
      filled('elder-name', '姓名', 'elder.name'),
      filled('elder-sex', '性别', 'elder.sex', 5),
      filled('id-number', '居民身份证号码', 'elder.id-number', 18),
      filled('phone', '联系电话', 'elder.phone', 20),
      filled('emergency-contact', '紧急联系人', 'elder.emergency-contact'),
      filled('emergency-contact-sex', '性别', 'elder.emergency-contact-sex', 5),
      filled('emergency-contact-phone', '联系电话', 'elder.emergency-contact-phone', 20),
      filled('household-address', '户籍地址', 'elder.household-address', 200),
      filled('home-address', '居住地址', 'elder.address', 200),
    ],
  },
  {
    id: 'health',
    title: '健康情况',
    group,
    part: 'visit',
    fields: [ability, blank('past-illnesses', '曾患病史', 300, 3)],
  },
  {
    id: 'means',
    title: '经济情况',
    group,
    part: 'visit',
    fields: [assistance, yuan('disposable-income', '月可支配收入'), blank('income-source', '经济来源', 100)],
  },
  {
    id: 'kind',
    title: '类别',
    group,
    part: 'head',
    fields: [identities, filled('certificate-number', '残疾证号', 'elder.certificate-number', 30), tier],
  },
];
