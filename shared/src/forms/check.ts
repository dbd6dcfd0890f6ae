import { codesOf, isCodeOf, MATTERS, NEED_TYPES, SEVERITIES } from '../vocabulary';
import { fieldsOf, optionsOf } from './fields';
import type { Condition, FindingRule, FormDefinition, FormField } from './model';
import { holds } from './shown';

const ID = /^[a-z][a-z0-9-]*$/;
const TITLE_LENGTH = 20;
const SEVERITY_ORDER = codesOf(SEVERITIES);

/**
 * Faults of a definition, as sentences for the one who writes it; empty when it is sound. Tests of every pack run
 * this, so that a slip in the data cannot reach a phone.
 */
export function checkDefinition(definition: FormDefinition): string[] {
  const fields = fieldsOf(definition);
  return [
    ...repeats(fields.map((field) => field.id)).map((id) => `field ${id}: the id is used twice`),
    ...repeats(definition.sections.map((section) => section.id)).map((id) => `section ${id}: the id is used twice`),
    ...printFaults(fields),
    ...fields.flatMap((field) => fieldFaults(field, fields).map((fault) => `field ${field.id}: ${fault}`)),
  ];
}

function printFaults(fields: readonly FormField[]): string[] {
  const places = (additional: boolean) =>
    fields.filter((field) => (field.additional === true) === additional).map((field) => field.print);
  return [true, false].flatMap((additional) => {
    const sorted = [...places(additional)].sort((a, b) => a - b);
    const sheet = additional ? 'continuation sheet' : 'sheet';
    return sorted.every((place, index) => place === index + 1) ? [] : [`${sheet}: print places are not 1, 2, 3 …`];
  });
}

function fieldFaults(field: FormField, fields: readonly FormField[]): string[] {
  return [
    ...(ID.test(field.id) ? [] : ['the id is not lower-case kebab']),
    ...(field.label.trim() === '' ? ['has no label'] : []),
    ...(field.hazard === true && field.type !== 'choice' ? ['a hazard must be a choice'] : []),
    ...(field.additional === true && field.article === undefined ? ['an additional question needs its article'] : []),
    ...[field.shownWhen, field.requiredWhen].flatMap((condition) =>
      condition === undefined ? [] : conditionFaults(condition, field, fields),
    ),
    ...optionFaults(field, fields),
    ...trendFaults(field),
    ...heldFaults(field),
    ...findingsIn(field).flatMap(findingFaults),
  ];
}

function conditionFaults(condition: Condition, owner: FormField, fields: readonly FormField[]): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => conditionFaults(part, owner, fields));
  if ('any' in condition) return condition.any.flatMap((part) => conditionFaults(part, owner, fields));
  if ('not' in condition) return conditionFaults(condition.not, owner, fields);
  const field = fields.find((candidate) => candidate.id === condition.field);
  if (field === undefined) return [`a condition refers to ${condition.field}, which does not exist`];
  if (field.id === owner.id) return ['a condition refers to its own field'];
  if (field.filledBy === 'server') return [`a condition refers to ${field.id}, which the server fills`];
  const codes = 'is' in condition ? [condition.is] : 'isOneOf' in condition ? condition.isOneOf : [];
  return codes
    .filter((code) => !optionsOf(field).some((option) => option.code === code))
    .map((code) => `a condition refers to the option ${code} of ${field.id}, which does not exist`);
}

function optionFaults(field: FormField, fields: readonly FormField[]): string[] {
  if (field.type !== 'choice' && field.type !== 'choices') return [];
  return [
    ...(field.options.length > 0 ? [] : ['has no options']),
    ...repeats(field.options.map((option) => option.code)).map((code) => `the option ${code} is there twice`),
    ...field.options.flatMap((option) => {
      if (option.asksFor === undefined) return [];
      const asked = fields.find((candidate) => candidate.id === option.asksFor);
      const answer = { [field.id]: field.type === 'choices' ? [option.code] : option.code };
      const opens = asked?.shownWhen !== undefined && holds(asked.shownWhen, answer);
      return opens ? [] : [`the option ${option.code} asks for ${option.asksFor}, which it does not open`];
    }),
  ];
}

function trendFaults(field: FormField): string[] {
  if (field.trend === undefined) return [];
  const { order, scale } = field.trend;
  const codes = optionsOf(field).map((option) => option.code);
  const same = order.length === codes.length && order.every((code) => codes.includes(code));
  return [
    ...(field.type === 'choice' && same ? [] : ['the trend must order all options of a choice']),
    ...(scale === 'relative' && order.length % 2 === 0 ? ['a relative trend needs a middle option'] : []),
  ];
}

function findingsIn(field: FormField): FindingRule[] {
  const own = field.type === 'text' && field.finding !== undefined ? [field.finding] : [];
  return [...own, ...optionsOf(field).flatMap((option) => option.finding ?? [])];
}

/** What is kept from the family is not to lie open, already answered, in the elder's home. */
function heldFaults(field: FormField): string[] {
  const held = field.visibility === 'staff' && findingsIn(field).length > 0;
  return held && field.hazard !== true && field.afresh !== true
    ? ['a staff-only question that leads to a need must be asked afresh']
    : [];
}

function findingFaults(rule: FindingRule): string[] {
  const { title, plain, matter, needType, severity, whenRepeated } = rule;
  const milder = whenRepeated !== undefined && SEVERITY_ORDER.indexOf(whenRepeated) > SEVERITY_ORDER.indexOf(severity);
  return [
    ...(title.trim() === '' || [...title].length > TITLE_LENGTH
      ? [`the title “${title}” must have 1 to ${TITLE_LENGTH} characters`]
      : []),
    ...(plain.trim() === '' ? [`the finding “${title}” has no plain wording`] : []),
    ...(isCodeOf(MATTERS, matter) ? [] : [`${String(matter)} is no matter`]),
    ...(isCodeOf(NEED_TYPES, needType) ? [] : [`${String(needType)} is no need type`]),
    ...(milder ? [`the finding “${title}” becomes milder when repeated`] : []),
  ];
}

function repeats(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}
