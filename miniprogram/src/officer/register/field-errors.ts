import { Problem } from '@/platform';

/** The service's sentences by field: `relatives.0.phone`, `facts.ability.assessedOn`. */
export type FieldErrors = Readonly<Record<string, string>>;

export function fieldErrorsOf(error: unknown): FieldErrors {
  if (!(error instanceof Problem)) return {};
  const pairs = error.fields.map(
    // The policy's parser begins its sentences with the path of the field, which means nothing to a person.
    ({ field, message }) => [field.replace(/\[(\d+)\]/g, '.$1'), message.replace(`${field} `, '')] as const,
  );
  return Object.fromEntries(pairs);
}

/** Sentences for which the page has no place of their own; said together, so that none is lost. */
export function homeless(errors: FieldErrors, homes: readonly RegExp[]): string[] {
  return Object.entries(errors)
    .filter(([field]) => !homes.some((home) => home.test(field)))
    .map(([, message]) => message);
}
