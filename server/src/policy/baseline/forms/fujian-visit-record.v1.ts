import type { FormDefinition } from '@tanfang/shared';
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
} from './observations';
import { housing } from './plan-questions';
import { placed, type UnplacedSection } from './placing';
import { wantedHelp, type Help } from './wanted-help';

/**
 * 福建省特殊困难老年人探访关爱服务记录表, box by box, in the form's own order and words. 石狮 prints it as 附件4; places
 * that publish no form of their own use it as well, each under its own id and with the questions of its own plan.
 */

/** What a place adds: its name for the sheet, where it comes from, and what its plan asks beyond the boxes. */
export interface FujianVisitRecord extends Pick<FormDefinition, 'id' | 'version' | 'title' | 'source' | 'archive'> {
  /** Article that asks for words beside a hazard. */
  readonly notesArticle: string;
  /** Article that asks about the house as well, for which the form has no box. */
  readonly housingArticle?: string;
  /** The kinds of help that the plan names. */
  readonly help: readonly Help[];
  /** Additional questions, after the form. */
  readonly beyond: UnplacedSection['fields'];
}

const headSection: UnplacedSection = {
  id: 'head',
  title: '',
  part: 'head',
  fields: [
    { id: 'visited-on', label: '日期', type: 'date', filledBy: 'server', from: 'visit.date', visibility: 'family' },
    {
      id: 'ordinal',
      label: '第几次探访关爱服务',
      type: 'number',
      min: 1,
      max: 10_000,
      filledBy: 'server',
      from: 'visit.ordinal',
      visibility: 'staff',
    },
    {
      id: 'mode',
      label: '服务方式',
      type: 'choice',
      filledBy: 'server',
      from: 'visit.mode',
      visibility: 'family',
      options: [
        { code: 'on-site', label: '上门探访' },
        { code: 'phone', label: '电话探访' },
        { code: 'online', label: '互联网音（视）频探访' },
        { code: 'other', label: '其他' },
      ],
    },
  ],
};

function observed({ notesArticle, housingArticle }: FujianVisitRecord): UnplacedSection[] {
  return [
    { id: 'household', title: '家庭状况', part: 'visit', fields: householdChange('人口变化') },
    { id: 'health', title: '健康状况', part: 'visit', fields: [expression, mobility, ...illness()] },
    { id: 'spirits', title: '精神状态', part: 'visit', fields: [spirits] },
    {
      id: 'safety',
      title: '安全情况',
      part: 'visit',
      advice: '每样都要走近看，每次重新看，不沿用上次的',
      fields: [
        ...hazards(notesArticle, ['gas', 'water-heating', 'electricity']),
        ...(housingArticle === undefined ? [] : housing(housingArticle)),
      ],
    },
    { id: 'hygiene', title: '卫生状况', part: 'visit', fields: [personalHygiene, homeHygiene] },
    { id: 'environment', title: '居住环境', part: 'visit', fields: [indoorEnvironment] },
  ];
}

/** One blank on the form, in two parts: what the elder needs, and what became of it. */
function careSection(help: readonly Help[]): UnplacedSection {
  return {
    id: 'care',
    title: '关爱服务需求及落实情况',
    part: 'visit',
    fields: [
      ...wantedHelp('关爱服务需求', help),
      {
        id: 'care-given',
        label: '落实情况',
        type: 'text',
        maxLength: 500,
        lines: 3,
        filledBy: 'visitor',
        visibility: 'staff',
        afresh: true,
        help: '上次的需求办得怎样，这次帮老人做了什么',
      },
    ],
  };
}

const closingSection: UnplacedSection = {
  id: 'closing',
  title: '',
  part: 'closing',
  fields: [
    {
      id: 'visitor-signature',
      label: '服务人员（签字）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'visitor.signature',
      visibility: 'staff',
    },
    {
      id: 'elder-signature',
      label: '服务对象（签字）',
      type: 'text',
      maxLength: 50,
      filledBy: 'server',
      from: 'elder.signature',
      visibility: 'staff',
    },
  ],
};

export function fujianVisitRecordV1(place: FujianVisitRecord): FormDefinition {
  const { id, version, title, source, archive, beyond } = place;
  const beyondSection: UnplacedSection = {
    id: 'beyond',
    title: '再问几句',
    part: 'visit',
    advice: '聊着天问就行，没问到可以空着',
    fields: beyond,
  };
  return {
    ...{ id, version, title, source, archive },
    nothingToSay: '来看过了，一切都好',
    allSafe: place.housingArticle === undefined ? '水电燃气都安全' : '水电燃气和房屋都安全',
    sections: placed([
      headSection,
      ...observed(place),
      careSection(place.help),
      ...(beyond.length > 0 ? [beyondSection] : []),
      closingSection,
    ]),
  };
}
