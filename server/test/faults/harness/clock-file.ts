import { renameSync, writeFileSync } from 'node:fs';

import { TestClock } from '../../api/support/clock';

/** The one time of all processes of a test. They read it from the file whenever they need it. */
export class ClockFile extends TestClock {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    readonly path: string,
    at?: number,
  ) {
    super(at);
    this.write();
  }

  override set(at: number | string): void {
    super.set(at);
    this.write();
  }

  override advance(ms: number): void {
    super.advance(ms);
    this.write();
  }

  /** From now on a second passes every 200 ms, as recurring work needs it. */
  start(): void {
    this.timer ??= setInterval(() => this.advance(1000), 200);
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  /** By renaming, so that nobody ever reads half a number. */
  private write(): void {
    writeFileSync(`${this.path}.new`, String(this.now()));
    renameSync(`${this.path}.new`, this.path);
  }
}
