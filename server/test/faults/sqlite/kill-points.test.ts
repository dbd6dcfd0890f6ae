import type { FaultPoint } from '../../../src/platform/fault-points';
import type { Ctx } from '../../../src/platform/context/context';
import { HOUR, MINUTE } from '../../api/support/clock';
import { photo } from '../../api/visiting/rounds';
import type { Family } from '../harness/city';
import { Client } from '../harness/client';
import { WORKING_POINTS } from '../harness/deaths';
import { bodyOf, HAZARDS, type Hazard, type HandedIn } from '../harness/phones';
import { faultsOfNotices } from '../harness/proof-of-notices';
import { faultsOfVisits } from '../harness/proof-of-visits';
import { record } from '../harness/results';
import { PATIENCE_MS } from '../harness/size';
import { Stage } from '../harness/stage';

const GAS = HAZARDS.filter(({ matter }) => matter === 'gas-safety');

/** One server that dies at each of the points once; every point has a family of its own. */
describe('a server that dies', () => {
  let stage: Stage;
  let client: Client;
  const handedIn: HandedIn[] = [];
  const began = Date.now();

  beforeAll(async () => {
    stage = await Stage.set({ engine: 'sqlite', families: WORKING_POINTS.length });
    client = new Client(stage);
  }, PATIENCE_MS);
  afterAll(() => stage?.close(), PATIENCE_MS);

  const familyOf = (point: FaultPoint) => stage.city.families[WORKING_POINTS.findIndex((each) => each === point)]!;

  /** What the phone of the family's visitor holds. */
  async function visitTo(family: Family, hazards: readonly Hazard[], photos = 0): Promise<Omit<HandedIn, 'receipt'>> {
    const album = photos === 0 ? [] : [await photo()];
    const body = bodyOf({ family, hazards, photos: album }, stage.clock.now());
    return { family, hazards, photos: album, again: false, forged: false, body };
  }

  /** Hands it in until it is acknowledged. @returns the status of the answer */
  async function handIn(visit: Omit<HandedIn, 'receipt'>): Promise<number> {
    const { status, body } = await client.call(visit.family.visitor, 'POST', '/visits', visit.body);
    if (!handedIn.some(({ receipt }) => receipt.id === body.id)) handedIn.push({ ...visit, receipt: body });
    return status;
  }

  async function diesAt(name: FaultPoint, act: () => Promise<unknown>): Promise<void> {
    if (stage.origins.length > 0) await stage.settle();
    await stage.servers[0]?.program.kill();
    const server = await stage.start({ name, at: 1 });
    await act();
    expect(await server.program.ended).toBe('SIGKILL');
  }

  /** One try of the phone; whether the answer comes before the end is chance, unless the point lies before it. */
  const tryOnce = (visit: Omit<HandedIn, 'receipt'>) =>
    client.once(visit.family.visitor, 'POST', '/visits', visit.body);
  const tryInVain = async (visit: Omit<HandedIn, 'receipt'>) => expect(await tryOnce(visit)).toBe(null);
  const needsOf = ({ elder }: Family) => stage.count('need', `elder_id = '${elder.id}'`);
  const noticeOf = async ({ daughter }: Family) =>
    (await stage.storage.look(`SELECT id, state FROM notice WHERE account_id = '${daughter.id}'`))[0];
  const messagesTo = async ({ daughter }: Family) =>
    (await stage.wechat.journal()).filter(({ openid }) => openid === daughter.openid).length;
  const tasksFor = async (family: Family) =>
    (await stage.storage.look(`SELECT reason FROM phone_task WHERE account_id = '${family.daughter.id}'`)).map(
      ({ reason }) => reason,
    );

  it('before the commit has nothing of the visit, and the phone’s second try brings it', async () => {
    const visit = await visitTo(familyOf('visit.before-commit'), GAS);
    await diesAt('visit.before-commit', () => tryInVain(visit));
    expect(await stage.count('visit', `id = '${visit.body.id}'`)).toBe(0);
    await stage.start();
    expect(await handIn(visit)).toBe(201);
  });

  it('between the commit and the answer has it, and the second try gets the first result', async () => {
    const visit = await visitTo(familyOf('visit.after-commit'), GAS);
    await diesAt('visit.after-commit', () => tryInVain(visit));
    expect(await stage.count('visit', `id = '${visit.body.id}'`)).toBe(1);
    await stage.start();
    expect(await handIn(visit)).toBe(200);
  });

  it('with a photo on the disk that no row knows takes the photo again', async () => {
    const visit = await visitTo(familyOf('photo.before-commit'), [], 1);
    const path = `/visits/${visit.body.id}/files/${visit.photos[0]!.sha256}`;
    const put = () => client.once(visit.family.visitor, 'PUT', path, visit.photos[0]!.bytes);
    await handIn(visit);
    await diesAt('photo.before-commit', async () => expect(await put()).toBe(null));
    expect(await stage.count('stored_file')).toBe(0);
    await stage.start();
    expect(await put()).toMatchObject({ status: 204 });
    expect(await put()).toMatchObject({ status: 204 });
    expect(await stage.count('stored_file')).toBe(1);
  });

  it('holding a job leaves it to whoever comes when the lease has run out', async () => {
    const visit = await visitTo(familyOf('job.leased'), GAS);
    await diesAt('job.leased', () => tryOnce(visit));
    expect(await needsOf(visit.family)).toBe(0);
    await stage.start();
    await handIn(visit);
    await stage.passUntil(stage.clock.now() + HOUR);
    expect(await needsOf(visit.family)).toBe(1);
    expect(await noticeOf(visit.family)).toMatchObject({ state: 'sent' });
  });

  it('with a job done and not committed has nothing of it, and does it again', async () => {
    const visit = await visitTo(familyOf('job.before-commit'), GAS);
    await diesAt('job.before-commit', () => tryOnce(visit));
    expect(await needsOf(visit.family)).toBe(0);
    await stage.start();
    await handIn(visit);
    await stage.passUntil(stage.clock.now() + HOUR);
    expect(await needsOf(visit.family)).toBe(1);
  });

  it.each([
    ['before the call to WeChat', 'notice.sending', 0],
    ['after WeChat took the message', 'notice.called', 1],
  ] as const)('%s does not know whether it went out: never again, and somebody phones', async (_when, point, taken) => {
    const visit = await visitTo(familyOf(point), GAS);
    await diesAt(point, () => tryOnce(visit));
    expect(await noticeOf(visit.family)).toMatchObject({ state: 'sending' });
    expect(await messagesTo(visit.family)).toBe(taken);
    await stage.start();
    await handIn(visit);
    await stage.passUntil(stage.clock.now() + 2 * MINUTE);
    expect(await noticeOf(visit.family)).toMatchObject({ state: 'unknown' });
    expect(await tasksFor(visit.family)).toEqual([]);
    await stage.passUntil(stage.clock.now() + HOUR);
    expect(await tasksFor(visit.family)).toEqual(['uncertain']);
    expect(await messagesTo(visit.family)).toBe(taken);
  });

  it('while it seals the audit leaves a chain that goes on where it stood', async () => {
    await stage.settle();
    const sealed = await stage.count('audit_entry', 'sequence IS NOT NULL');
    await diesAt('audit.sealing', async () => {
      // Nothing was found: no message is under way that this death could catch.
      await handIn(await visitTo(familyOf('audit.sealing'), []));
      stage.clock.advance(1000);
    });
    expect(await stage.count('audit_entry', 'sequence IS NOT NULL')).toBe(sealed);
    await stage.start();
    await stage.settle();
    expect(await stage.count('audit_entry', 'sequence IS NULL')).toBe(0);
  });

  it('as often as that has kept every visit and every need once, and doubled no message', async () => {
    await stage.settle();
    await stage.stopServers();
    const journal = await stage.wechat.journal();
    expect(handedIn).toHaveLength(WORKING_POINTS.length);
    expect(await stage.read((ctx) => faultsOfVisits(ctx, handedIn, stage.storage.dataDir))).toEqual([]);
    const notices = await stage.read((ctx) => faultsOfNotices(ctx, stage.city, journal));
    expect(notices).toMatchObject({ faults: [], duplicates: 0, unknown: 2 });
    record({
      order: 3,
      scenario: 'named points, SQLite',
      under: `\`kill -9\` at each: ${WORKING_POINTS.join(', ')}`,
      found: 'what was not committed is not there, what was is; each step is taken up again once',
      seconds: (Date.now() - began) / 1000,
    });
  });

  /** What the proof finds after a change that is undone again. */
  async function planted(sql: string): Promise<string[]> {
    const undo = new Error('undone');
    let found: string[] = [];
    const plantAndLook = (ctx: Ctx) =>
      ctx.em.transaction(async (em) => {
        await em.query(sql);
        found = await faultsOfVisits({ ...ctx, em }, handedIn, stage.storage.dataDir);
        throw undo;
      });
    await expect(stage.read(plantAndLook)).rejects.toBe(undo);
    return found;
  }

  it.each([
    ['a visit that is gone', 'DELETE FROM visit WHERE id = (SELECT MIN(id) FROM visit)'],
    ['a visit that met nothing', 'UPDATE visit SET obligation_id = NULL WHERE id = (SELECT MIN(id) FROM visit)'],
    ['a need under another matter', "UPDATE need SET matter = 'mobility' WHERE id = (SELECT MIN(id) FROM need)"],
    ['evidence that is gone', 'DELETE FROM need_evidence WHERE id = (SELECT MIN(id) FROM need_evidence)'],
    ['a photo that never came', 'UPDATE visit_file SET file_id = NULL'],
    ['a changed audit entry', "UPDATE audit_entry SET detail = '{}' WHERE sequence = 3"],
  ])('is proved by looking: the proof would find %s', async (_what, sql) => {
    expect(await planted(sql)).not.toEqual([]);
  });

  it('is proved by looking: the proof would find a message that WeChat took twice', async () => {
    const [first, ...others] = await stage.wechat.journal();
    const twice = [first!, { ...first!, id: `${first!.id}0` }, ...others];
    expect(await stage.read((ctx) => faultsOfNotices(ctx, stage.city, twice))).toMatchObject({ duplicates: 1 });
  });
});
