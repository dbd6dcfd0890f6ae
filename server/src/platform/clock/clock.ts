import { readFileSync } from 'node:fs';

/** The one source of time. Instants are UTC epoch milliseconds; nothing else in the server asks the system for the time. */
export abstract class Clock {
  abstract now(): number;
}

export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/**
 * Reads the instant (ms, as text) from a file at every call, so that all processes of one test share one time.
 * Refused in production by the configuration check.
 */
export class FileClock extends Clock {
  constructor(private readonly path: string) {
    super();
  }

  now(): number {
    const instant = Number(readFileSync(this.path, 'utf8').trim());
    // A file that is being written reads as empty, which is the number 0.
    if (!Number.isSafeInteger(instant) || instant <= 0)
      throw new Error(`The test clock ${this.path} holds no instant in ms`);
    return instant;
  }
}

/** China has kept UTC+8 without daylight saving since 1991, so a fixed offset is exact for every date we handle. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
/** A day (ms): there every day is as long. */
export const DAY_MS = 86_400_000;

/** The calendar date `YYYY-MM-DD` in Asia/Shanghai at an instant (ms). */
export function calendarDate(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** The wall-clock time `HH:mm` in Asia/Shanghai at an instant (ms). */
export function wallTime(at: number): string {
  return new Date(at + SHANGHAI_OFFSET_MS).toISOString().slice(11, 16);
}

/** The last instant (ms) of the day in Asia/Shanghai in which an instant lies. */
export function endOfDay(at: number): number {
  return startOfDay(calendarDate(at)) + DAY_MS - 1;
}

/** The instant (ms) at which a calendar date begins in Asia/Shanghai. */
export function startOfDay(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS;
}
