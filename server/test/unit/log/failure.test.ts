import { QueryFailedError } from 'typeorm';

import { createLog, lastWords, withoutValues } from '../../../src/platform/log';
import { OperatorProblem } from '../../../src/platform/problems/operator-problem';

const PHONE = '14200001001';
const NOTE = '李奶奶夜里喘不上气';

/** A database error as the driver and TypeORM make it: the statement, its parameters and the value all hang on it. */
function duplicate(): Error {
  const driver = Object.assign(new Error(`Duplicate entry '${PHONE}' for key 'phone'`), {
    ...{ code: 'ER_DUP_ENTRY', errno: 1062, sql: `INSERT INTO relative VALUES ('${PHONE}')`, sqlMessage: PHONE },
  });
  return new QueryFailedError(`INSERT INTO relative VALUES ('${PHONE}')`, [PHONE, NOTE], driver);
}

function unreadable(): Error {
  try {
    JSON.parse(NOTE);
  } catch (error) {
    return error as Error;
  }
  throw new Error('read it');
}

const failures: [string, () => unknown][] = [
  ['a failed statement', duplicate],
  ['JSON that cannot be read, which its error quotes', unreadable],
  ['an error whose message looks like a place in the code', () => new Error(`x\n    at ${NOTE}\n    at ${PHONE}`)],
  ['an error with a cause', () => new Error(NOTE, { cause: duplicate() })],
  ['several errors in one', () => new AggregateError([duplicate()], NOTE)],
  ['a text that was thrown', () => NOTE],
  ['an object that was thrown', () => ({ note: NOTE, phone: PHONE })],
  ['nothing that was thrown', () => undefined],
];

describe.each(failures)('%s', (_, make) => {
  it('is logged without what it says', () => {
    const lines: string[] = [];
    createLog('debug', { write: (line) => void lines.push(line) }).error({ err: make() }, 'failed');
    expect(lines.join('\n')).toContain('"msg":"failed"');
    for (const secret of [PHONE, NOTE, '夜里']) expect(lines.join('\n')).not.toContain(secret);
  });

  it('is no part of the last words of a process', () => {
    for (const secret of [PHONE, NOTE, '夜里']) expect(lastWords(make())).not.toContain(secret);
  });
});

describe('what is kept of a failure', () => {
  it('is its kind, its code and where it happened', () => {
    expect(withoutValues(duplicate())).toEqual({
      name: 'QueryFailedError',
      code: 'ER_DUP_ENTRY',
      stack: expect.arrayContaining([expect.stringMatching(/^\s+at .*failure\.test/)]),
    });
  });

  it('is everything where it is meant for the operator, or comes from the system', () => {
    expect(lastWords(new OperatorProblem('请先停掉那一个'))).toBe('请先停掉那一个');
    const taken = Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:3000'), {
      code: 'EADDRINUSE',
      syscall: 'listen',
    });
    expect(lastWords(taken)).toMatch(/^Error listen EADDRINUSE: 127\.0\.0\.1:3000\n {4}at /);
  });
});
