import { compiled, installed } from './product.mjs';

const { formDefinition, packOf, visitFormOf } = compiled('policy');
const { isShown, validateAnswers } = installed('@tanfang/shared');

const WORDS = '老人精神不错，陪着聊了半个小时，帮着读了两封信，又一起看了看药盒，还把阳台上的花盆挪到了里面。';

/**
 * The city's record form with every box filled that a visitor would fill.
 * @param {string} today calendar date
 * @returns {{form: {id: string, version: number}, sheets: object[]}} ten sheets; on the first the visitor found something
 */
export function filledSheets(packId, today) {
  const { id, version } = visitFormOf(packOf(packId), today);
  const definition = formDefinition(id, version);
  const sheets = Array.from({ length: 10 }, (_, index) => fill(definition, index === 0, today));
  for (const sheet of sheets) {
    const problems = validateAnswers(definition, sheet);
    if (problems.length > 0) throw new Error(`The bench fills ${id} wrongly: ${problems[0].message}`);
  }
  return { form: { id, version }, sheets };
}

function fill(definition, withFinding, today) {
  const answers = {};
  let found = !withFinding;
  for (const field of definition.sections.flatMap((section) => section.fields)) {
    if (field.filledBy === 'server' || !isShown(field, answers)) continue;
    const troubling = found ? undefined : field.options?.find((option) => option.finding && !option.asksFor);
    found ||= troubling !== undefined;
    const answer = troubling ? given(field, troubling.code) : answerTo(field, today);
    if (answer !== undefined) answers[field.id] = answer;
  }
  return answers;
}

const given = ({ type }, code) => (type === 'choices' ? [code] : code);

function answerTo(field, today) {
  switch (field.type) {
    case 'choice':
    case 'choices': {
      const calm = field.options.find((option) => !option.finding && !option.asksFor) ?? field.options[0];
      return given(field, calm.code);
    }
    case 'text':
      // A text that is a finding by itself (a complaint, an unusual wish) is rare.
      return field.finding ? undefined : WORDS.slice(0, field.maxLength);
    case 'number':
      return Math.round((field.min + field.max) / 2);
    case 'date':
      return today;
    case 'table':
      return [Object.fromEntries(field.columns.map((column) => [column.id, single(answerTo(column, today))]))];
  }
}

const single = (value) => (Array.isArray(value) ? value[0] : value);
