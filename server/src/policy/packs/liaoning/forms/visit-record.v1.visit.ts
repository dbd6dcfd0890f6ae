import {
  expression,
  hazards,
  homeHygiene,
  householdChange,
  illness,
  indoorEnvironment,
  mobility,
  personalHygiene,
  spirits,
} from '../../../baseline/forms/observations';
import type { UnplacedSection } from '../../../baseline/forms/placing';
import { satisfaction } from '../../../baseline/forms/satisfaction';
import { wantedHelp } from '../../../baseline/forms/wanted-help';

/** 附件1 五 and 六: the visit and the care. */

const group = '五、探访情况';

/** 二（四）asks for a record of what was found; the form has no room for words beside a hazard. */
const NOTES = '二（四）';

export const visitSections: readonly UnplacedSection[] = [
  {
    id: 'visit',
    title: '',
    group,
    part: 'head',
    fields: [
      {
        id: 'ordinal',
        label: '第几次开展探访',
        type: 'number',
        min: 1,
        max: 10_000,
        filledBy: 'server',
        from: 'visit.ordinal',
        visibility: 'staff',
      },
      { id: 'visited-on', label: '日期', type: 'date', filledBy: 'server', from: 'visit.date', visibility: 'family' },
      {
        id: 'mode',
        label: '探访方式',
        type: 'choice',
        filledBy: 'server',
        from: 'visit.mode',
        visibility: 'family',
        options: [
          { code: 'phone', label: '电话问候' },
          { code: 'on-site', label: '上门探访' },
          { code: 'online', label: '互联网音（视）频探访' },
          { code: 'other', label: '其他' },
        ],
      },
    ],
  },
  { id: 'household', title: '家庭状况', group, part: 'visit', fields: householdChange('家庭人口') },
  { id: 'health', title: '健康状况', group, part: 'visit', fields: [expression, mobility, ...illness()] },
  { id: 'spirits', title: '精神状态', group, part: 'visit', fields: [spirits] },
  {
    id: 'safety',
    title: '安全情况',
    group,
    part: 'visit',
    advice: '四样都要走近看，每次重新看，不沿用上次的',
    fields: hazards(NOTES, ['gas', 'water-heating', 'electricity', 'fire']),
  },
  { id: 'hygiene', title: '卫生状况', group, part: 'visit', fields: [personalHygiene, homeHygiene] },
  { id: 'environment', title: '居住环境', group, part: 'visit', fields: [indoorEnvironment] },
  {
    id: 'needs',
    title: '老年人服务需求',
    group,
    part: 'visit',
    fields: wantedHelp('老年人服务需求', [
      'daily-care',
      'nursing-care',
      'companionship',
      'home-adaptation',
      'medical-care',
    ]),
  },
  {
    id: 'advice',
    title: '实施关爱服务建议',
    group,
    part: 'visit',
    fields: [
      {
        id: 'care-advice',
        label: '实施关爱服务建议',
        type: 'text',
        maxLength: 500,
        lines: 3,
        filledBy: 'visitor',
        visibility: 'staff',
        afresh: true,
      },
    ],
  },
];

export const signatureSection: UnplacedSection = {
  id: 'signatures',
  title: '',
  group,
  part: 'closing',
  fields: [
    {
      id: 'visitor-signature',
      label: '探访人员（签字）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'visitor.signature',
      visibility: 'staff',
    },
    {
      id: 'elder-signature',
      label: '被探访人（签字）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'elder.signature',
      visibility: 'staff',
    },
    {
      id: 'recorder-signature',
      label: '信息录入人（签字）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'recorder.signature',
      visibility: 'staff',
    },
    {
      id: 'recorder-signature-date',
      label: '录入日期',
      type: 'date',
      filledBy: 'server',
      from: 'recorder.signature-date',
      visibility: 'staff',
    },
  ],
};

/** The form counts care apart from visits; here care is given at a visit. */
export const careSection: UnplacedSection = {
  id: 'care',
  title: '六、关爱服务情况',
  part: 'visit',
  fields: [
    {
      id: 'care-ordinal',
      label: '第几次开展关爱',
      type: 'number',
      min: 1,
      max: 10_000,
      filledBy: 'server',
      from: 'visit.ordinal',
      visibility: 'staff',
    },
    { id: 'cared-on', label: '日期', type: 'date', filledBy: 'server', from: 'visit.date', visibility: 'staff' },
    {
      id: 'care-given',
      label: '关爱服务情况',
      type: 'text',
      maxLength: 500,
      lines: 3,
      filledBy: 'visitor',
      visibility: 'staff',
      afresh: true,
      help: '这次帮老人做了什么，陪聊、读信、买菜都算',
    },
  ],
};

export const closingSection: UnplacedSection = {
  id: 'closing',
  title: '',
  group: '六、关爱服务情况',
  part: 'closing',
  fields: [
    {
      id: 'carer-signature',
      label: '服务人员签字（盖章）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'visitor.signature',
      visibility: 'staff',
    },
    {
      id: 'carer-signature-date',
      label: '签字日期',
      type: 'date',
      filledBy: 'server',
      from: 'visitor.signature-date',
      visibility: 'staff',
    },
    satisfaction('老年人服务满意度评价'),
  ],
};
