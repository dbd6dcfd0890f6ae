/** Wakes those who wait for it, one with each ring. A ring that nobody hears is kept for whoever comes to wait next. */
export class Bell {
  private readonly asleep: (() => void)[] = [];
  private missed = false;

  ring(): void {
    const wake = this.asleep.shift();
    if (wake) wake();
    else this.missed = true;
  }

  async rung(): Promise<void> {
    if (this.missed) this.missed = false;
    else await new Promise<void>((wake) => this.asleep.push(wake));
  }
}
