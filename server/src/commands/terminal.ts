import { parseArgs, type ParseArgsConfig } from 'node:util';

import { OperatorProblem } from '../platform/problems/operator-problem';

/** What an operator can have done from a terminal. */
export interface Command {
  name: string;
  /** `<文件> [--since 日期]` */
  usage: string;
  /** What it does, in a line. */
  about: string;
  /** @param args those after the name. @returns the exit code */
  run: (args: string[], terminal: Terminal) => Promise<number>;
}

export interface Terminal {
  env: Record<string, string | undefined>;
  print: (line: string) => void;
}

/** Reads the options of a command line, and what is not one. @throws OperatorProblem on an option that is not known */
export function readArgs<Options extends NonNullable<ParseArgsConfig['options']>>(args: string[], options: Options) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // The library names the option, which nobody's data is.
    throw new OperatorProblem(`命令写得不对：${(error as Error).message}`);
  }
}

/** @throws OperatorProblem when there is more than options */
export function expectNoMore(words: readonly string[]): void {
  if (words.length > 0) throw new OperatorProblem(`命令写得不对：多了 ${words.length} 个词`);
}
