import { decryptText } from '../../platform/crypto';

const KEPT_MS = 5 * 60_000;
const MOST = 10_000;

/**
 * Decrypted texts of the last minutes by their ciphertext: the same elders stand on the same pages all morning, and opening
 * a page's places and notes anew costs more than reading the page. At most ten minutes and 20,000 texts: what was changed
 * has another ciphertext at once, and what was erased leaves the memory soon.
 */
export class OpenedTexts {
  private current = new Map<string, string>();
  private before = new Map<string, string>();
  private until = 0;

  /** @param purpose of the column that the texts come from */
  constructor(private readonly purpose: string) {}

  /** @param at instant (ms) of the request */
  read(stored: string | null, at: number): string | null {
    if (stored === null) return null;
    if (at >= this.until || at < this.until - KEPT_MS || this.current.size >= MOST) this.turn(at);
    const known = this.current.get(stored);
    if (known !== undefined) return known;
    const text = this.before.get(stored) ?? decryptText(stored, this.purpose);
    this.current.set(stored, text);
    return text;
  }

  private turn(at: number): void {
    const isLate = at >= this.until + KEPT_MS;
    this.before = isLate ? new Map<string, string>() : this.current;
    this.current = new Map();
    this.until = at + KEPT_MS;
  }
}
