/** Reporter for `node --test`: the faults in full, then one line of JSON with the numbers. */
export default async function* report(events) {
  const numbers = { passed: 0, failed: 0 };
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') yield data.message;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // Said by the tests inside already.
    if (data.details.error?.failureType === 'subtestsFailed') continue;
    if (type === 'test:fail') yield `✗ ${data.name}\n${faultOf(data.details.error)}\n`;
    // A suite and a file only stand for the tests inside them; alone they count if they break.
    if (data.details.type === 'suite' && type === 'test:pass') continue;
    numbers[type === 'test:pass' && !data.skip && !data.todo ? 'passed' : 'failed'] += 1;
  }
  yield `\n${JSON.stringify(numbers)}\n`;
}

function faultOf(error) {
  return error?.cause?.stack ?? error?.cause ?? error?.stack ?? String(error);
}
