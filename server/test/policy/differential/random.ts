/** Chance that can be had again: the same seed, the same sequence. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)]!;
  }

  /** True once in `oneIn` times. */
  once(oneIn: number): boolean {
    return this.below(oneIn) === 0;
  }

  /** A value, or nothing once in `oneIn` times. */
  maybe<T>(oneIn: number, make: () => T): T | undefined {
    return this.once(oneIn) ? undefined : make();
  }

  some<T>(from: readonly T[], oneIn: number): T[] {
    return from.filter(() => this.once(oneIn));
  }
}
