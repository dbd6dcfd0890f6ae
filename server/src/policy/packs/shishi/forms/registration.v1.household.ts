import type { UnplacedSection } from '../../../baseline/forms/placing';
import { blank, safeHome, supportFields, yuan } from '../../../baseline/forms/support';

/** 附件3 二 to 四. */

export const membersSection: UnplacedSection = {
  id: 'members',
  title: '二、家庭成员',
  part: 'visit',
  fields: [
    {
      id: 'members',
      label: '家庭成员',
      type: 'table',
      filledBy: 'visitor',
      visibility: 'staff',
      maxRows: 20,
      columns: [
        { id: 'name', label: '姓名', type: 'text', maxLength: 50, required: true },
        {
          id: 'sex',
          label: '性别',
          type: 'choice',
          options: [
            { code: 'female', label: '女' },
            { code: 'male', label: '男' },
          ],
        },
        { id: 'relation', label: '与户主关系', type: 'text', maxLength: 20, required: true },
        { id: 'id-number', label: '居民身份证号码', type: 'text', maxLength: 30, identity: true },
        { id: 'health', label: '健康状况', type: 'text', maxLength: 50 },
        {
          id: 'visits-often',
          label: '是否经常探访',
          type: 'choice',
          options: [
            { code: 'yes', label: '是' },
            { code: 'no', label: '否' },
          ],
        },
      ],
    },
  ],
};

const hasPension = { field: 'pension', is: 'received' } as const;

export const livingSection: UnplacedSection = {
  id: 'living',
  title: '三、家庭生活条件',
  part: 'visit',
  fields: [
    ...safeHome(),
    yuan('monthly-income', '家庭月收入（元）'),
    {
      id: 'pension',
      label: '家庭每月领取养老保险、社会救助和社会福利补贴等情况',
      type: 'choice',
      filledBy: 'visitor',
      visibility: 'staff',
      options: [
        { code: 'received', label: '有领取养老保险', asksFor: 'pension-monthly' },
        { code: 'none', label: '无养老保险' },
      ],
    },
    { ...yuan('pension-monthly', '养老保险每月'), shownWhen: hasPension, requiredWhen: hasPension },
    blank('subsidies', '享受社会救助和社会福利补贴项目', 300, 2),
    yuan('subsidies-monthly', '每月补贴金额'),
  ],
};

export const supportSection: UnplacedSection = {
  id: 'support',
  title: '四、已享受帮扶情况',
  part: 'visit',
  fields: supportFields({
    bodiesLabel: '开展帮扶单位（组织）',
    committeeLabel: '乡镇（街道）、村（居）委员会',
    article: '附件3 四',
  }),
};

export const closingSection: UnplacedSection = {
  id: 'closing',
  title: '',
  part: 'closing',
  fields: [
    {
      id: 'staff-signature',
      label: '工作人员签字',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'recorder.signature',
      visibility: 'staff',
    },
    {
      id: 'staff-signature-date',
      label: '签字日期',
      type: 'date',
      filledBy: 'server',
      from: 'recorder.signature-date',
      visibility: 'staff',
    },
  ],
};
