import type { DoorCodeSeed } from '../seeds';
import { WorldProblem } from '../errors';

export interface DoorCode {
  id: string;
  label: string;
  url: string;
}

/** Plain-link QR codes hanging on doors, to be scanned with any phone of this world. */
export class DoorCodes {
  private codes: DoorCode[] = [];
  private made = 0;

  constructor(seeds: readonly DoorCodeSeed[]) {
    this.replace(seeds);
  }

  list(): DoorCode[] {
    return this.codes;
  }

  /** @throws WorldProblem 400 without label or link, 409 for an id already hanging there */
  add(seed: DoorCodeSeed): DoorCode {
    const code = this.make(seed);
    if (this.codes.some(({ id }) => id === code.id)) throw new WorldProblem(409, `已经有这张码了：${code.id}`);
    this.codes = [...this.codes, code];
    return code;
  }

  /** Takes all codes down and hangs these up instead. */
  replace(seeds: readonly DoorCodeSeed[]): DoorCode[] {
    this.codes = seeds.map((seed) => this.make(seed));
    return this.codes;
  }

  /** @throws WorldProblem 404 */
  getOrThrow(id: string): DoorCode {
    const code = this.codes.find((candidate) => candidate.id === id);
    if (!code) throw new WorldProblem(404, '没有这张码');
    return code;
  }

  private make({ id, label, url }: DoorCodeSeed): DoorCode {
    if (!label || !url) throw new WorldProblem(400, '门牌码要有 label 和 url');
    if (id !== undefined && !/^[\w-]{1,64}$/.test(id)) throw new WorldProblem(400, 'id 只能有字母、数字、- 和 _');
    this.made += 1;
    return { id: id ?? `door-${this.made}`, label, url };
  }
}
