/**
 * Adds up what Jest wrote with --json. A suite that could not even be loaded counts as one failure, and so does each
 * test that was skipped or left as a to-do: it has checked nothing.
 * @param {object | null} report what the file held; null if Jest left none
 * @param {{code: number | null, output: string}} done how the process ended
 * @returns {import('./steps.mjs').Outcome}
 */
export function jestOutcome(report, done) {
  if (!report) return { passed: 0, failed: 1, output: `${done.output}\nJest 没有留下结果。` };
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0);
  const failed = report.numFailedTests + (report.numRuntimeErrorTestSuites ?? 0) + skipped;
  const remarks = [];
  if (skipped > 0) remarks.push(`有 ${skipped} 项测试被跳过，跳过不算通过：${namesOfSkipped(report).join('；')}`);
  // Jest may end badly after good tests: a leak, a worker that died, a fault in its own teardown.
  const endedBadly = failed === 0 && done.code !== 0;
  if (endedBadly) remarks.push(`测试都通过了，但 Jest 以 ${done.code} 结束。`);
  return {
    passed: report.numPassedTests,
    failed: failed + (endedBadly ? 1 : 0),
    output: [done.output, ...remarks].join('\n'),
  };
}

function namesOfSkipped(report) {
  return (report.testResults ?? [])
    .flatMap(({ assertionResults }) => assertionResults ?? [])
    .filter(({ status }) => ['pending', 'todo', 'skipped', 'disabled'].includes(status))
    .map(({ fullName }) => fullName);
}
