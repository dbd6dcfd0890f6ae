/** A call to somebody who answers when the test says so. */
export function slowCall() {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  let begun: () => void = () => undefined;
  const isUnderWay = new Promise<void>((resolve) => (begun = resolve));
  let runs = 0;
  const run = async () => {
    runs += 1;
    begun();
    await answered;
  };
  return { run, answer, isUnderWay, runs: () => runs };
}
