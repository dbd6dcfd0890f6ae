import { Clock } from '../../../src/platform/clock/clock';

/** A Monday morning, 9:00 in Shanghai. */
export const MONDAY_9AM = Date.parse('2026-11-23T09:00:00+08:00');

export class TestClock extends Clock {
  constructor(private at = MONDAY_9AM) {
    super();
  }

  now(): number {
    return this.at;
  }

  set(at: number | string): void {
    this.at = typeof at === 'number' ? at : Date.parse(at);
  }

  advance(ms: number): void {
    this.at += ms;
  }
}

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
