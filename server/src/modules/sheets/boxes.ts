import {
  fieldsOf,
  isAnswered,
  maskAddress,
  maskIdentityNumber,
  maskPhone,
  optionsOf,
  SEXES,
  type AnswerValue,
  type FormDefinition,
  type FormField,
  type ServerSource,
} from '@tanfang/shared';

import { ageOn } from '../../policy';
import type { Particulars } from '../registry';
import type { Boxes } from './sheets.entities';

/** What is known of a record when its boxes are filled. */
export interface RecordFacts {
  /** Calendar date. */
  on: string;
  recorderName: string;
}

type Known = Particulars & RecordFacts;

/** What the registry and the record know. A source that is not here stays blank on the sheet. */
const SOURCES: Partial<Record<ServerSource, (known: Known) => AnswerValue | null | undefined>> = {
  'record.date': ({ on }) => on,
  'elder.name': ({ name }) => name,
  'elder.sex': ({ sex }) => SEXES[sex],
  'elder.age': ({ facts, on }) => ageOn(facts.birthDate, on),
  'elder.id-number': ({ idNumber }) => idNumber,
  'elder.phone': ({ phone }) => phone,
  'elder.address': ({ address }) => address,
  'elder.household-address': ({ household }) => household,
  'elder.emergency-contact': ({ emergencyContact }) => emergencyContact?.name,
  'elder.emergency-contact-phone': ({ emergencyContact }) => emergencyContact?.phone,
  'elder.identities': ({ categories }) => categories,
  'elder.tier': ({ tier }) => tier,
  'elder.ability': ({ facts }) => facts.ability?.level,
  'elder.assistance': ({ facts }) => facts.assistance,
  'recorder.signature': ({ recorderName }) => recorderName,
  'recorder.signature-date': ({ on }) => on,
};

/** Shown on screens in place of the whole value, which is for the printed sheet. */
const MASKS: Partial<Record<ServerSource, (value: string) => string>> = {
  'elder.id-number': maskIdentityNumber,
  'elder.phone': maskPhone,
  'elder.address': maskAddress,
  'elder.household-address': maskAddress,
  'elder.emergency-contact-phone': maskPhone,
};

/** Fills the boxes that are the server's; what nobody knows is left out. */
export function fillBoxes(definition: FormDefinition, particulars: Particulars, record: RecordFacts): Boxes {
  const known = { ...particulars, ...record };
  const filled = fieldsOf(definition).flatMap((field) => {
    const value = field.filledBy === 'server' ? SOURCES[field.from]?.(known) : null;
    return value !== null && isAnswered(value) ? [[field.id, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

export interface BoxInWords {
  field: string;
  /** Masked; null: blank. */
  words: string | null;
}

/** The server's boxes as a screen shows them, in the form's order. */
export function boxesInWords(definition: FormDefinition, boxes: Boxes): BoxInWords[] {
  return fieldsOf(definition).flatMap((field) => {
    if (field.filledBy !== 'server') return [];
    const value = boxes[field.id];
    return [{ field: field.id, words: value === undefined ? null : wordsOf(field, value) }];
  });
}

function wordsOf(field: FormField, value: AnswerValue): string | null {
  const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
  const options = optionsOf(field);
  if (options.length === 0) {
    const mask = field.filledBy === 'server' ? MASKS[field.from] : undefined;
    return codes.map((each) => (mask ? mask(String(each)) : String(each))).join('、');
  }
  const ticked = options.flatMap(({ code, label, standsInFor = [] }) => {
    if (codes.includes(code)) return [label];
    const inPlace = standsInFor.find((other) => codes.includes(other.code));
    return inPlace ? [inPlace.remark ? `${label}（${inPlace.remark}）` : label] : [];
  });
  return ticked.length > 0 ? ticked.join('、') : null;
}
