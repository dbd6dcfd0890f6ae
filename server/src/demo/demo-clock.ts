import { Clock } from '../platform/clock/clock';

/** Stands still at an instant of the past while the story is told, and then goes with the system's time. */
export class DemoClock extends Clock {
  private at: number | null = null;

  now(): number {
    return this.at ?? Date.now();
  }

  /** @param at instant, ms */
  travelTo(at: number): void {
    this.at = at;
  }

  comeBack(): void {
    this.at = null;
  }
}
