import { OperatorProblem } from '../problems/operator-problem';

export interface Failure {
  name: string;
  code?: string;
  stack: string[];
}

/**
 * What may be written down of a failure: its kind, its code and its place. Never its message, nor what hangs on it: the
 * statement and its parameters, a line of JSON, the value of a duplicate key are personal data as often as not.
 */
export function withoutValues(error: unknown): Failure {
  const { name = typeof error, code } = (error ?? {}) as { name?: string; code?: string | number };
  return { name, ...(code === undefined ? {} : { code: `${code}` }), stack: frames(error) };
}

/** The stack without the message in front of it. */
function frames(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
}

/** Why a process could not start or go on, for its last words on the terminal. */
export function lastWords(error: unknown): string {
  if (error instanceof OperatorProblem) return error.message;
  const { name, code, stack } = withoutValues(error);
  // What the system says of a port, a file or a connection holds nobody's data.
  const said = isSystemError(error) ? error.message : (code ?? '');
  return [`${name} ${said}`.trim(), ...stack].join('\n');
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}
