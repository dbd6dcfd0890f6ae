import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { createConnection } from 'mysql2/promise';

import { Program, until } from './program';

const MAKE = join(__dirname, '../../../../scripts/lib/make-mariadb.mjs');

/** A MariaDB of the test's own that can be killed and started again on the same files. */
export class Mariadb {
  private program: Program;

  private constructor(
    readonly url: string,
    private readonly command: [string, ...string[]],
    private readonly folder: string,
  ) {
    this.program = this.run();
  }

  static async start(folder: string): Promise<Mariadb> {
    const { stdout } = await promisify(execFile)(process.execPath, [MAKE, folder]);
    const { url, command } = JSON.parse(stdout) as { url: string; command: [string, ...string[]] };
    const mariadb = new Mariadb(url, command, folder);
    await mariadb.untilItAnswers();
    return mariadb;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.program.kill();
  }

  /** As an operator ends it, who tells those that are connected. */
  async stop(): Promise<void> {
    await this.program.stop();
  }

  async startAgain(): Promise<void> {
    this.program = this.run();
    await this.untilItAnswers();
  }

  private run(): Program {
    const [program, ...args] = this.command;
    return new Program(program, args, join(this.folder, 'mariadb.log'));
  }

  private untilItAnswers(): Promise<void> {
    const answers = () =>
      createConnection({ uri: this.url, connectTimeout: 2000 }).then(
        (link) => link.end().then(() => true),
        () => false,
      );
    return until('MariaDB answers', answers, { every: 100, why: () => this.program.output });
  }
}
