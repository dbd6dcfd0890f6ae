import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jestOutcome } from '../lib/jest-numbers.mjs';

const ended = (code) => ({ code, output: 'what Jest printed' });
const report = (numbers) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
  testResults: [],
  ...numbers,
});
const counts = ({ passed, failed }) => ({ passed, failed });

describe('the numbers of a Jest run', () => {
  it('takes passes and failures as they are', () => {
    assert.deepEqual(counts(jestOutcome(report({ numPassedTests: 40, numFailedTests: 2 }), ended(1))), {
      passed: 40,
      failed: 2,
    });
  });

  it('counts a suite that could not be loaded as a failure', () => {
    const outcome = jestOutcome(report({ numPassedTests: 40, numRuntimeErrorTestSuites: 1 }), ended(1));
    assert.deepEqual(counts(outcome), { passed: 40, failed: 1 });
  });

  it('counts skipped tests as failures and names them', () => {
    const testResults = [{ assertionResults: [{ status: 'pending', fullName: '济南 重点人群 每周一次' }] }];
    const outcome = jestOutcome(report({ numPassedTests: 1, numPendingTests: 1, testResults }), ended(0));
    assert.deepEqual(counts(outcome), { passed: 1, failed: 1 });
    assert.match(outcome.output, /济南 重点人群 每周一次/);
  });

  it('counts a bad end after good tests as a failure', () => {
    assert.deepEqual(counts(jestOutcome(report({ numPassedTests: 5 }), ended(1))), { passed: 5, failed: 1 });
  });

  it('fails a run that left no report', () => {
    const outcome = jestOutcome(null, ended(0));
    assert.deepEqual(counts(outcome), { passed: 0, failed: 1 });
    assert.match(outcome.output, /what Jest printed/);
  });
});
