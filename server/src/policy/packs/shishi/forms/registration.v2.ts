import type { FormDefinition } from '@tanfang/shared';
import { placed, type Unplaced, type UnplacedSection } from '../../../baseline/forms/placing';
import { elderSections, headSection } from './registration.v1.elder';
import { closingSection, livingSection, membersSection, supportSection } from './registration.v1.household';
import { registrationV1 } from './registration.v1';

/** Version 1 left two boxes to the registry, which does not know them: whoever sits with the elder fills them now. */
const asked: readonly Unplaced[] = [
  {
    id: 'emergency-contact-sex',
    label: '性别',
    help: '紧急联系人的',
    type: 'choice',
    filledBy: 'visitor',
    visibility: 'staff',
    options: [
      { code: 'female', label: '女' },
      { code: 'male', label: '男' },
    ],
  },
  {
    id: 'certificate-number',
    label: '残疾证号',
    help: '有残疾证才填',
    type: 'text',
    maxLength: 30,
    filledBy: 'visitor',
    visibility: 'staff',
    masked: true,
  },
];

const withAsked = (section: UnplacedSection): UnplacedSection => {
  const fields = section.fields.map((field) => asked.find(({ id }) => id === field.id) ?? field);
  return fields.some(({ filledBy }) => filledBy === 'visitor') ? { ...section, part: 'visit', fields } : section;
};

/** 石狮 附件3, the same boxes in the same words. */
export const registrationV2: FormDefinition = {
  ...registrationV1,
  version: 2,
  sections: placed([
    headSection,
    ...elderSections.map(withAsked),
    membersSection,
    livingSection,
    supportSection,
    closingSection,
  ]),
};
