import type { Option, ServerSource } from '@tanfang/shared';
import type { Unplaced, UnplacedSection } from '../../../baseline/forms/placing';
import { blank, safeHome, supportFields, yuan } from '../../../baseline/forms/support';

/** 附件1 一 to 四: who is visited, with whom they live, on what, and who helps already. */

const YES_NO: readonly Option[] = [
  { code: 'yes', label: '是' },
  { code: 'no', label: '否' },
];

function filled(id: string, label: string, from: ServerSource, maxLength = 50): Unplaced {
  return { id, label, type: 'text', maxLength, filledBy: 'server', from, visibility: 'staff' };
}

function whether(id: string, label: string, from: ServerSource): Unplaced {
  return { id, label, type: 'choice', filledBy: 'server', from, visibility: 'staff', options: YES_NO };
}

export const headSection: UnplacedSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    { id: 'recorded-on', label: '日期', type: 'date', filledBy: 'server', from: 'visit.date', visibility: 'family' },
  ],
};

export const elderSection: UnplacedSection = {
  id: 'elder',
  title: '一、探访对象基本情况',
  part: 'head',
  fields: [
    filled('home-address', '家庭住址', 'elder.address', 200),
    whether('lives-at-household', '是否居住在户籍所在地', 'elder.lives-at-household'),
    { ...filled('elder-name', '被探访人姓名', 'elder.name'), visibility: 'family' },
    filled('phone', '联系电话', 'elder.phone', 20),
    filled('emergency-contact', '紧急联系人', 'elder.emergency-contact'),
    filled('emergency-contact-phone', '联系电话', 'elder.emergency-contact-phone', 20),
    // Any certificate answers 是, whatever its grade: the form says 残疾, not 重残.
    whether('has-certificate', '是否残疾', 'elder.has-certificate'),
    filled('certificate-number', '残疾人证号', 'elder.certificate-number', 30),
    whether('is-living-alone', '是否独居', 'elder.is-living-alone'),
    whether('is-empty-nest', '是否空巢', 'elder.is-empty-nest'),
    whether('is-left-behind', '是否留守', 'elder.is-left-behind'),
    whether('is-disabled-ability', '是否失能', 'elder.is-disabled-ability'),
    whether('is-family-planning-special', '是否计划生育特殊家庭老年人', 'elder.is-family-planning-special'),
  ],
};

/** From the registry, for it holds identity numbers: they have no business on a visitor's phone. */
export const householdSection: UnplacedSection = {
  id: 'household-members',
  title: '二、家庭基本情况',
  part: 'head',
  fields: [
    {
      id: 'household-members',
      label: '家庭基本情况',
      type: 'table',
      filledBy: 'server',
      from: 'elder.household-members',
      visibility: 'staff',
      maxRows: 20,
      columns: [
        { id: 'name', label: '姓名', type: 'text', maxLength: 50 },
        { id: 'sex', label: '性别', type: 'text', maxLength: 5 },
        { id: 'id-number', label: '公民身份号码', type: 'text', maxLength: 18 },
        { id: 'relation', label: '与被探访人关系', type: 'text', maxLength: 20 },
        { id: 'health', label: '健康状况', type: 'text', maxLength: 50 },
        { id: 'assistance', label: '是否为低保对象/特困人员', type: 'choice', options: YES_NO },
      ],
    },
  ],
};

export const livingSection: UnplacedSection = {
  id: 'living',
  title: '三、家庭生活条件',
  part: 'visit',
  advice: '头一回问清楚，以后有变化再改',
  standing: true,
  fields: [
    ...safeHome(),
    yuan('monthly-income', '家庭每月收入（元）'),
    blank('monthly-benefits', '家庭每月领取养老保险、社会救助和社会福利补贴等情况', 300, 3),
  ],
};

export const supportSection: UnplacedSection = {
  id: 'support',
  title: '四、已享受帮扶情况',
  part: 'visit',
  standing: true,
  fields: supportFields({
    bodiesLabel: '帮扶单位（组织）',
    committeeLabel: '乡镇（街道）、村（居）民委员会',
    article: '附件1 四',
  }),
};
