import type { ChoiceField } from '@tanfang/shared';
import type { Unplaced } from './placing';

/** The forms leave this box blank; the words are ours. @param label the form's own words. */
export function satisfaction(label: string): Unplaced<ChoiceField> {
  return {
    id: 'satisfaction',
    label,
    type: 'choice',
    filledBy: 'visitor',
    visibility: 'staff',
    required: true,
    afresh: true,
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
  };
}
