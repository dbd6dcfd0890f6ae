import { ulid } from 'ulid';

import { ALL_WELL, MINUTE, photo, type VisitBody } from '../../api/visiting/rounds';
import type { Family } from './city';
import { Client, type Reply } from './client';
import { pause } from './program';
import { chance } from './size';
import type { Stage } from './stage';

/** For each matter that a daughter may hear of, the answer on 济南's form that leads to it. */
export const HAZARDS = [
  { matter: 'gas-safety', answers: { gas: 'unsafe', 'gas-note': '软管裂了' } },
  { matter: 'water-heating-safety', answers: { 'water-heating': 'unsafe', 'water-heating-note': '水管漏水' } },
  { matter: 'electrical-safety', answers: { electricity: 'unsafe', 'electricity-note': '插座发烫' } },
  { matter: 'fire-safety', answers: { fire: 'unsafe', 'fire-note': '楼道堵了' } },
  { matter: 'mobility', answers: { mobility: 'poor' } },
  { matter: 'illness', answers: { illness: 'worse' } },
  { matter: 'spirits', answers: { spirits: 'worse' } },
  { matter: 'personal-hygiene', answers: { 'personal-hygiene': 'worse' } },
  { matter: 'home-hygiene', answers: { 'home-hygiene': 'worse' } },
  { matter: 'indoor-environment', answers: { 'indoor-environment': 'worse' } },
] as const;
export type Hazard = (typeof HAZARDS)[number];

export interface Picture {
  bytes: Buffer;
  sha256: string;
}

export interface PlannedVisit {
  family: Family;
  hazards: readonly Hazard[];
  photos: readonly Picture[];
  /** The phone sends it once more although it was received. */
  again: boolean;
  /** Somebody sends something else under its id. */
  forged: boolean;
}

/** A visit as it was handed in, and what the server said when it had it. */
export interface HandedIn extends PlannedVisit {
  body: VisitBody;
  receipt: { id: string; number: string; receivedAt: number };
}

/** Some visits to every family, what they find drawn by chance. */
export async function planVisits(families: readonly Family[], count: number): Promise<PlannedVisit[]> {
  const album = await Promise.all([30, 60, 90, 120].map((shade) => photo(shade)));
  return Array.from({ length: count }, (_, at) => ({
    family: families[at % families.length]!,
    hazards: chance.once(3) ? [] : chance.some(HAZARDS, 4),
    photos: chance.some(album, 4),
    again: chance.once(5),
    forged: chance.once(12),
  }));
}

/** The visitors' phones: each hands in one visit after the other, as it may. */
export class Phones {
  readonly handedIn: HandedIn[] = [];
  readonly client: Client;
  private allowed = 0;
  private begun = 0;

  constructor(
    private readonly stage: Stage,
    private readonly plan: readonly PlannedVisit[],
  ) {
    this.client = new Client(stage);
  }

  /** How many more visits may begin. */
  allow(count: number): void {
    this.allowed += count;
  }

  /** Hands in everything that is planned. @throws Error when the server refuses a visit for good, or takes back its word */
  async run(phones: number): Promise<void> {
    await Promise.all(Array.from({ length: phones }, () => this.runOne()));
  }

  private async runOne(): Promise<void> {
    while (this.begun < this.plan.length) {
      if (this.begun < this.allowed) await this.handIn(this.plan[this.begun++]!);
      else await pause(10);
    }
  }

  private async handIn(planned: PlannedVisit): Promise<void> {
    const body = bodyOf(planned, this.stage.clock.now());
    const send = (sent: object) => this.client.call(planned.family.visitor, 'POST', '/visits', sent);
    const receipt = received(await send(body));
    this.handedIn.push({ ...planned, body, receipt });
    if (planned.again) expect(received(await send(body))).toEqual(receipt);
    if (planned.forged) expect((await send({ ...body, mode: 'phone' })).status).toBe(409);
    for (const { bytes, sha256 } of planned.photos) {
      const path = `/visits/${body.id}/files/${sha256}`;
      const put = await this.client.call(planned.family.visitor, 'PUT', path, bytes);
      if (put.status !== 204) throw new Error(`A photo was refused: ${JSON.stringify(put)}`);
    }
  }
}

function received({ status, body }: Reply): HandedIn['receipt'] {
  if (status === 200 || status === 201) return body as HandedIn['receipt'];
  throw new Error(`A visit was refused: ${status} ${JSON.stringify(body)}`);
}

export function bodyOf({ family, hazards, photos }: Omit<PlannedVisit, 'again' | 'forged'>, at: number): VisitBody {
  return {
    ...{ id: ulid(at), elderId: family.elder.id, mode: 'on-site', form: { id: 'jinan-visit-record', version: 1 } },
    answers: Object.assign({ ...ALL_WELL }, ...hazards.map(({ answers }) => answers)),
    ...{ startedAt: at - 20 * MINUTE, endedAt: at, signature: { kind: 'phone' } },
    photos: photos.map(({ sha256 }) => ({ sha256 })),
  };
}
