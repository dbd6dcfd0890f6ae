import { ulid } from 'ulid';

import { Kinships } from '../../../src/modules/identity';
import { Subscriptions } from '../../../src/modules/notification/subscriptions.service';
import { Registry, type NewElder } from '../../../src/modules/registry';
import { Visiting } from '../../../src/modules/visiting';
import { SYSTEM } from '../../../src/platform/context/context';
import { idNumber, startStory, type Person, type Story } from '../../api/registry/story';
import type { ClockFile } from './clock-file';
import type { Storage } from './storage';

/** An elder living alone, her daughter who is told by WeChat, and who visits her. */
export interface Family {
  elder: NewElder;
  daughter: Person;
  visitor: Person;
}

export interface City {
  communityId: string;
  /** 刘芳, the community's worker. */
  officer: Person;
  visitors: Person[];
  families: Family[];
}

export interface CitySize {
  families: number;
  visitors: number;
  /** How often each daughter tapped 允许 for every template. */
  taps: number;
}

/** Families of one transaction. */
const BATCH = 40;

/**
 * Fills the storage as the product itself does it, before the first server starts: 甸柳新村第一社区 in 济南, its worker, its
 * visitors, its elders with their daughters confirmed.
 */
export async function foundCity(
  storage: Storage,
  clock: ClockFile,
  env: Record<string, string>,
  size: CitySize,
): Promise<City> {
  const story = await startStory({ database: storage, clock, env });
  try {
    const visitors: Person[] = [];
    for (let at = 0; at < size.visitors; at += 1)
      visitors.push(await story.person(`邻居${at + 1}`, 'visitor', 'first'));
    const families: Family[] = [];
    for (let at = 0; at < size.families; at += 1) {
      const daughter = await story.person(`女儿${at + 1}`);
      families.push({ daughter, elder: elderOf(at, story.divisions.first), visitor: visitors[at % visitors.length]! });
    }
    for (let at = 0; at < families.length; at += BATCH) await settle(story, families.slice(at, at + BATCH), size.taps);
    await story.work();
    return { communityId: story.divisions.first, officer: story.liufang, visitors, families };
  } finally {
    await story.close();
  }
}

async function settle(story: Story, families: readonly Family[], taps: number): Promise<void> {
  const { app } = story;
  const registry = app.nest.get(Registry);
  const visiting = app.nest.get(Visiting);
  const kinships = app.nest.get(Kinships);
  const subscriptions = app.nest.get(Subscriptions);
  const results = subscriptions.templates().items.map(({ templateId }) => ({ templateId, result: 'accept' as const }));
  await app.database.tx(story.ctx(), async (tx) => {
    for (const { elder } of families) await registry.register(tx, elder);
  });
  // Visiting and the kinships hear of the elders by their events.
  await story.work();
  await app.database.tx(story.ctx(), async (tx) => {
    for (const { elder, daughter, visitor } of families) {
      const { id: elderId, communityId } = elder;
      await visiting.assign(tx, elderId, visitor.id);
      const invitation = { id: ulid(), elderId, communityId, relativeId: elder.firstContactId! };
      const { code } = await kinships.invite(tx, invitation);
      const herself = { ...tx, who: { ...SYSTEM, kind: 'account' as const, accountId: daughter.id } };
      await kinships.accept(herself, { id: ulid(), code });
      await kinships.confirm(tx, invitation.id);
      for (let tap = 0; tap < taps; tap += 1) await subscriptions.report(herself, { id: ulid(), results });
    }
  });
}

/** Widowed, living alone, over eighty: 济南 asks for a visit every week. */
function elderOf(at: number, communityId: string): NewElder {
  // An identity number has room for 500 women of one birthday.
  const birthDate = `${1932 + Math.floor(at / 400)}-05-02`;
  const daughter = ulid();
  return {
    ...{ id: ulid(), name: `老人${at + 1}`, sex: 'female', birthDate, communityId },
    ...{ idNumber: idNumber(birthDate, 'female', 1 + (at % 400)), address: `${at + 1} 号楼 1 单元 301` },
    traits: { maritalStatus: 'widowed' },
    relatives: [
      {
        ...{ id: daughter, name: `女儿${at + 1}`, relation: 'child', kinWord: '女儿', callsElder: '妈妈' },
        ...{ livesWithElder: false, phone: `1420${String(at).padStart(7, '0')}` },
        circumstances: { residence: { division: '310104007002' } },
      },
    ],
    firstContactId: daughter,
  };
}
