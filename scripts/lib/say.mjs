import { stopAll } from './run.mjs';

/** Quiet progress in Chinese: one line when something long begins, one with its seconds when it is over. */

/** @param {number} from epoch ms */
export function secondsSince(from) {
  return `${((Date.now() - from) / 1000).toFixed(1)} 秒`;
}

/**
 * Says what is being done, does it, says how long it took. On a terminal both share a line. Long work is named again
 * every 30 s, so that a log shows that it lives.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>} what the work returned; its errors pass through
 */
export async function during(title, work, out = process.stderr) {
  const began = Date.now();
  out.write(out.isTTY ? `… ${title}` : `… ${title}\n`);
  const again = out.isTTY
    ? setInterval(() => out.write(`\r… ${title}，已 ${Math.round((Date.now() - began) / 1000)} 秒`), 1000)
    : setInterval(() => out.write(`… ${title}，已 ${Math.round((Date.now() - began) / 1000)} 秒\n`), 30_000);
  const end = (mark) => {
    clearInterval(again);
    out.write(`${out.isTTY ? '\r\u001b[K' : ''}${mark} ${title}（${secondsSince(began)}）\n`);
  };
  try {
    const result = await work();
    end('✓');
    return result;
  } catch (error) {
    end('✗');
    throw error;
  }
}

/** A failure that its reader can act on: a sentence, and the whole output of the command behind it. */
export class Trouble extends Error {
  /**
   * @param {string} sentence in Chinese, for the person at the terminal
   * @param {string} [output] what the failing command printed
   */
  constructor(sentence, output = '') {
    super(sentence);
    this.output = output;
  }
}

/**
 * Runs a script's main function: a Trouble is printed as a sentence, anything else with its stack; exit code 1.
 * An interrupted script takes its commands with it.
 */
export async function runScript(main) {
  for (const [signal, code] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 })) {
    process.once(signal, () => {
      stopAll();
      process.exit(code);
    });
  }
  // Whoever reads may stop reading (`| head`); there is nobody left to tell then.
  process.stdout.once('error', () => process.exit(1));
  try {
    await main();
  } catch (error) {
    if (error instanceof Trouble) {
      if (error.output) process.stderr.write(`\n${error.output.trimEnd()}\n`);
      process.stderr.write(`\n${error.message}\n`);
    } else {
      process.stderr.write(`\n${error.stack ?? error}\n`);
    }
    process.exitCode = 1;
  }
}
