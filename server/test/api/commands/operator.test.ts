import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ulid } from 'ulid';

import { deadJobsCommand, replayJobsCommand } from '../../../src/commands/dead-jobs';
import { grantRoleCommand } from '../../../src/commands/grant-role';
import { loadDivisionsCommand } from '../../../src/commands/load-divisions';
import { revokeRoleCommand } from '../../../src/commands/revoke-role';
import type { Command } from '../../../src/commands/terminal';
import { verifyAuditCommand } from '../../../src/commands/verify-audit';
import { Division } from '../../../src/modules/divisions';
import { Accounts, Sessions } from '../../../src/modules/identity';
import { Registry } from '../../../src/modules/registry';
import { Visiting } from '../../../src/modules/visiting';
import { AuditEntry } from '../../../src/platform/audit';
import { OperatorProblem } from '../../../src/platform/problems/operator-problem';
import { Outbox, OutboxJob, PROCESS_DIED } from '../../../src/platform/outbox';
import { idNumber } from '../registry/story';
import { startTestApp, type TestApp } from '../support/app';
import { MONDAY_9AM } from '../support/clock';
import { elderNamed } from '../visiting/rounds';
import { createTestDatabase, type TestDatabase } from '../support/database';

const key = () => randomBytes(32).toString('base64');
const KEYS = { ENCRYPTION_KEYS: `k1:${key()}`, INDEX_KEY: key(), LINK_KEY: key() };
const PHONE = '14200003001';

const DIANLIU = [
  { code: '37', name: '山东省', level: 'province', parent: null },
  { code: '3701', name: '济南市', level: 'city', parent: '37' },
  { code: '370102', name: '历下区', level: 'district', parent: '3701' },
  { code: '370102009', name: '甸柳街道', level: 'street', parent: '370102' },
  { code: '370102009002', name: '甸柳新村第一社区居民委员会', level: 'community', parent: '370102009' },
];

let place: TestDatabase;
let said: string[];
beforeEach(async () => {
  place = await createTestDatabase();
  writeFileSync(clockFile(), String(MONDAY_9AM));
  said = [];
});
afterEach(() => place.drop());

const clockFile = () => join(place.dataDir, 'clock');

/** A real installation, without a demo. */
const env = () => ({
  TEST_CLOCK_FILE: clockFile(),
  ...{ DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '', ...KEYS, LOG_LEVEL: 'silent' },
  ...{ WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 'secret', PUBLIC_URL: 'https://tanfang.example.gov.cn' },
});

async function operate(command: Command, ...args: string[]): Promise<{ code: number; text: string }> {
  said = [];
  const code = await command.run(args, { env: env(), print: (line) => void said.push(line) });
  return { code, text: said.join('\n') };
}

/** What a refused command says to the operator. */
const refusal = (command: Command, ...args: string[]) =>
  operate(command, ...args).then(
    () => 'not refused',
    (error: unknown) => (error instanceof OperatorProblem ? error.message : `${error as Error}`),
  );

function fileOf(rows: unknown): string {
  const path = join(place.dataDir, `${ulid()}.json`);
  writeFileSync(path, JSON.stringify(rows));
  return path;
}

async function whileServing<T>(work: (t: TestApp) => Promise<T>): Promise<T> {
  const t = await startTestApp({ database: place, env: { DEMO: '1', ...KEYS } });
  try {
    return await work(t);
  } finally {
    await t.close();
  }
}

/** 刘芳 opens the mini-program on her phone and, when asked to, binds the number. */
async function openMiniProgram(t: TestApp, { binds }: { binds: boolean }): Promise<{ token: string; roles: object[] }> {
  const { people, codes } = t.simulator.world;
  const user = people.add({ openid: 'o-liufang', name: '刘芳', phone: PHONE });
  const login = await t.call<{ token: string; me: { roles: object[] } }>('POST', '/sessions/wechat', {
    body: { code: codes.issue('login', user) },
  });
  const { token, me } = login.body;
  if (binds) await t.call('POST', '/phone-bindings', { as: token, body: { code: codes.issue('phone', user) } });
  return { token, roles: me.roles };
}

describe('a new installation', () => {
  it('gets its divisions and its first officer, who registers the first elder', async () => {
    expect(await operate(loadDivisionsCommand, fileOf(DIANLIU))).toMatchObject({
      code: 0,
      text: expect.stringContaining('新增 5 个行政区划'),
    });
    const first = await whileServing((t) => openMiniProgram(t, { binds: true }));
    expect(first.roles).toEqual([]);

    const grant = ['--phone', PHONE, '--role', 'community', '--division', '370102009002', '--name', '刘芳'];
    expect(await operate(grantRoleCommand, ...grant)).toMatchObject({
      code: 0,
      text: '好了：这个人现在是甸柳新村第一社区（370102009002）的社区工作人员',
    });

    await whileServing(async (t) => {
      const { token, roles } = await openMiniProgram(t, { binds: false });
      const community = await t.app.database.read.findOneByOrFail(Division, { level: 'community' });
      expect(roles).toEqual([
        { role: 'community', division: { id: community.id, name: '甸柳新村第一社区', packId: 'jinan' } },
      ]);
      const elder = {
        ...{ id: ulid(), name: '李秀兰', sex: 'female', birthDate: '1944-03-02', communityId: community.id },
        ...{ idNumber: idNumber('1944-03-02', 'female'), address: '5 号楼 1 单元 301', facts: {} },
      };
      expect((await t.call('POST', '/elders', { as: token, body: elder })).status).toBe(201);
    });
  });

  it('leaves in the audit what was done, by which command and login', async () => {
    await operate(loadDivisionsCommand, fileOf(DIANLIU));
    await operate(grantRoleCommand, '--openid', 'o-1', '--role', 'city', '--division', '3701', '--name', '于波');
    await whileServing(async (t) => {
      const entries = await t.app.database.read.find(AuditEntry, { order: { id: 'ASC' } });
      const commands = entries.filter(({ action }) => action === 'operator.command');
      expect(commands.map(({ detail }) => JSON.parse(detail) as object)).toEqual(
        expect.arrayContaining([
          { command: 'divisions', login: expect.any(String) },
          { command: 'grant', login: expect.any(String) },
        ]),
      );
      const acts = (requestId: string) => entries.filter((one) => one.requestId === requestId).map((one) => one.action);
      const done = commands.map(({ requestId }) => acts(requestId).sort());
      expect(done).toContainEqual(['division.load', 'operator.command']);
      expect(done).toContainEqual(['account.name', 'membership.grant', 'operator.command']);
      expect(JSON.stringify(entries)).not.toContain('于波');
    });
  });
});

describe('divisions from a file', () => {
  it('come in once; a second time only what is new does', async () => {
    await operate(loadDivisionsCommand, fileOf(DIANLIU));
    const another = { code: '370102009003', name: '甸柳新村第二社区', level: 'community', parent: '370102009' };
    expect(await operate(loadDivisionsCommand, fileOf([...DIANLIU, another]), '--since', '2026-01-01')).toMatchObject({
      code: 0,
      text: expect.stringContaining('新增 1 个行政区划，5 个早已有了'),
    });
    expect((await operate(loadDivisionsCommand, fileOf([...DIANLIU, another]))).text).toContain('新增 0 个');
    await whileServing(async (t) => expect(await t.app.database.read.count(Division)).toBe(6));
  });

  it.each([
    ['a parent that is nowhere', [DIANLIU[1]], '它的上级 37 要写在它前面'],
    ['a parent that is not higher', [DIANLIU[0], { ...DIANLIU[1], level: 'province' }], '级别不比它高'],
    ['a code twice', [DIANLIU[0], DIANLIU[0]], '写了两次'],
    ['a city below nothing', [{ ...DIANLIU[1], parent: null }], '没有写上级'],
    ['a code that is none', [{ ...DIANLIU[0], code: '3x' }], '第 1 行：code 要是'],
    ['no name', [{ ...DIANLIU[0], name: ' ' }], '第 1 行：name 不能空着'],
    ['a level that is none', [{ ...DIANLIU[0], level: 'grid' }], '第 1 行：level 要是'],
    ['a row that is none', [null], '第 1 行：code 要是'],
    ['no list', { code: '37' }, '要是一个列表'],
  ])('with %s are refused whole', async (_, rows, sentence) => {
    expect(await refusal(loadDivisionsCommand, fileOf(rows))).toContain(sentence);
    await whileServing(async (t) => expect(await t.app.database.read.count(Division)).toBe(0));
  });

  it('are refused without a file, with a file that is none, and with a day that is none', async () => {
    expect(await refusal(loadDivisionsCommand)).toBe('要写一个文件名');
    expect(await refusal(loadDivisionsCommand, '/nowhere.json')).toContain('读不出来');
    expect(await refusal(loadDivisionsCommand, fileOf(DIANLIU), '--since', '2026-02-30')).toContain('--since');
    expect(await refusal(loadDivisionsCommand, fileOf(DIANLIU), '--until', '2026-02-28')).toContain('命令写得不对');
  });
});

describe('a role', () => {
  beforeEach(() => operate(loadDivisionsCommand, fileOf(DIANLIU)));
  const at = (role: string, division: string, ...more: string[]) =>
    refusal(grantRoleCommand, '--openid', 'o-1', '--name', '于波', '--role', role, '--division', division, ...more);

  it.each([
    ['family', '370102009002', '--role 要是'],
    ['chief', '370102009002', '--role 要是'],
    ['street', '370102009002', '对不上'],
    ['community', '370102', '对不上'],
    ['street', '990000', '已经导入的区划编码'],
  ])('%s at %s is refused', async (role, division, sentence) => {
    expect(await at(role, division)).toContain(sentence);
  });

  it('is refused to a phone that nobody has bound, to nobody, and to two at once', async () => {
    const role = ['--role', 'street', '--division', '370102009'];
    expect(await refusal(grantRoleCommand, '--phone', PHONE, ...role)).toContain('在「我的」里绑定手机号');
    expect(await refusal(grantRoleCommand, ...role)).toContain('也只写一个');
    expect(await refusal(grantRoleCommand, '--phone', PHONE, '--openid', 'o-1', ...role)).toContain('也只写一个');
    expect(await refusal(grantRoleCommand, '--openid', 'o-new', ...role)).toContain('要同时写 --name 姓名');
    expect(await at('street', '370102009', '--body', 'neighbour')).toContain('--body 只用于探访员');
  });

  it('twice is one role', async () => {
    const grant = ['--openid', 'o-1', '--name', '于波', '--role', 'city', '--division', '3701'];
    await operate(grantRoleCommand, ...grant);
    expect((await operate(grantRoleCommand, ...grant)).code).toBe(0);
    await whileServing(async (t) =>
      expect(await t.app.database.read.countBy(AuditEntry, { action: 'membership.grant' })).toBe(1),
    );
  });
});

describe('a role that is taken back', () => {
  const who = ['--openid', 'o-1', '--role', 'city', '--division', '3701'];
  beforeEach(async () => {
    await operate(loadDivisionsCommand, fileOf(DIANLIU));
    await operate(grantRoleCommand, ...who, '--name', '于波');
  });

  it('is gone at once, and the phones that were signed in are out', async () => {
    let token = '';
    await whileServing(async (t) => {
      const { id } = (await t.app.nest.get(Accounts).byOpenid(t.ctx(), 'o-1'))!;
      token = (await t.app.nest.get(Sessions).open(t.ctx(), id, null)).token;
      expect((await t.call('GET', '/elders', { as: token })).status).toBe(200);
    });
    expect(await operate(revokeRoleCommand, ...who)).toMatchObject({
      code: 0,
      text: expect.stringContaining('不再是'),
    });
    await whileServing(async (t) => {
      expect((await t.call('GET', '/elders', { as: token })).status).toBe(401);
      const { id } = (await t.app.nest.get(Accounts).byOpenid(t.ctx(), 'o-1'))!;
      const again = (await t.app.nest.get(Sessions).open(t.ctx(), id, null)).token;
      expect((await t.call('GET', '/elders', { as: again })).status).toBe(403);
      expect(await t.app.database.read.countBy(AuditEntry, { action: 'membership.revoke', subjectId: id })).toBe(1);
    });
  });

  it('of a visitor, leaves nobody with a visitor who cannot come, once the server runs again', async () => {
    const visitor = ['--openid', 'o-2', '--role', 'visitor', '--division', '370102009002'];
    await operate(grantRoleCommand, ...visitor, '--name', '周敏');
    const elderId = ulid();
    await whileServing(async (t) => {
      const { id } = (await t.app.nest.get(Accounts).byOpenid(t.ctx(), 'o-2'))!;
      const { id: communityId } = await t.app.database.read.findOneByOrFail(Division, { level: 'community' });
      await t.app.database.tx(t.ctx(), async (tx) => {
        await t.app.nest
          .get(Registry)
          .register(tx, { ...elderNamed('李秀兰', '1944-03-02', communityId), id: elderId });
        await t.app.nest.get(Visiting).assign(tx, elderId, id);
      });
      await t.work();
    });
    expect((await operate(revokeRoleCommand, ...visitor)).text).toContain('派给这个人的老人要另外派人');
    await whileServing(async (t) => {
      await t.work();
      expect(await t.app.nest.get(Visiting).visitorsOf(t.ctx(), elderId)).toEqual([]);
    });
  });

  it('is refused where there is nothing to take back, and can be given again', async () => {
    expect(await refusal(revokeRoleCommand, '--openid', 'o-9', ...who.slice(2))).toContain('没有这个身份');
    expect(
      await refusal(revokeRoleCommand, ...who.slice(0, 2), '--role', 'district', '--division', '370102'),
    ).toContain('没有这个身份');
    await operate(revokeRoleCommand, ...who);
    expect(await refusal(revokeRoleCommand, ...who)).toContain('没有这个身份');
    expect((await operate(grantRoleCommand, ...who)).code).toBe(0);
  });
});

describe('jobs that were given up', () => {
  const dead = async (t: TestApp) => {
    const job = {
      ...{
        id: ulid(),
        event: 'elder.changed',
        handler: 'test.note',
        kind: 'external' as const,
        payload: '{"elderId":"e"}',
        status: 'dead' as const,
      },
      ...{ attempts: 108, runAt: 0, leaseUntil: 0, leaseOwner: null, error: 'QueryFailedError X', createdAt: 0 },
    };
    await t.app.database.tx(t.ctx(), (tx) => tx.em.insert(OutboxJob, job));
    return job.id;
  };

  it('are shown, done again when somebody says so, and not twice', async () => {
    const ids = await whileServing(async (t) => [await dead(t), await dead(t), await dead(t)]);
    expect((await operate(deadJobsCommand)).text).toMatch(
      /停下的任务 3 个[^]*elder.changed → test.note {2}试了 108 次/,
    );
    expect(await operate(replayJobsCommand, ids[0]!)).toMatchObject({ code: 0, text: expect.stringContaining('1 个') });
    expect(await operate(replayJobsCommand, ids[0]!, ulid())).toMatchObject({
      code: 1,
      text: expect.stringContaining('没有停下，或者没有这个任务'),
    });
    expect((await operate(replayJobsCommand, '--all')).text).toContain('2 个任务会重新做');
    expect((await operate(deadJobsCommand)).text).toBe('没有停下的任务');
    await whileServing(async (t) => {
      const noted: string[] = [];
      const run = async () => void noted.push('done');
      t.app.nest.get(Outbox).on('elder.changed', { kind: 'external', name: 'test.note', run });
      await t.work();
      expect(noted).toEqual(['done', 'done', 'done']);
      expect(await t.app.database.read.countBy(AuditEntry, { action: 'job.replay' })).toBe(3);
    });
  });

  it('of which the process died say so', async () => {
    await whileServing(async (t) => {
      const id = await dead(t);
      await t.app.database.tx(t.ctx(), (tx) => tx.em.update(OutboxJob, { id }, { error: PROCESS_DIED }));
    });
    expect((await operate(deadJobsCommand)).text).toContain('试了 108 次  ProcessDied：做到一半，进程断了或者卡死了');
  });

  it('are not replayed without a word which', async () => {
    expect(await refusal(replayJobsCommand)).toContain('要写任务编号');
    expect(await refusal(replayJobsCommand, ulid(), '--all')).toContain('要写任务编号');
  });
});

describe('the audit', () => {
  const upTo = (text: string) => /链尾 (\d+:[0-9a-f]{64})/.exec(text)![1]!;

  it('is proved while the server runs and goes on sealing, and one changed letter is found', async () => {
    await operate(loadDivisionsCommand, fileOf(DIANLIU));
    await whileServing(async (t) => {
      await t.tick();
      const whole = await operate(verifyAuditCommand);
      expect(whole).toMatchObject({ code: 0, text: expect.stringContaining('完整：一条不少，一字未改') });
      expect((await operate(verifyAuditCommand, '--noted', upTo(whole.text))).code).toBe(0);
      const forged = "UPDATE audit_entry SET detail = '{\"added\":6}' WHERE action = 'division.load'";
      await t.app.database.tx(t.ctx(), (tx) => tx.em.query(forged));
      expect(await operate(verifyAuditCommand)).toMatchObject({
        code: 1,
        text: expect.stringMatching(/✗ 第 \d+ 条.*不符[^]*不完整：1 处对不上/),
      });
    });
  });

  it('cannot be proved where there is no database, or one of an older version', async () => {
    if (place.databaseUrl === null) expect(await refusal(verifyAuditCommand)).toContain('里没有数据库');
    else expect(await refusal(verifyAuditCommand)).toContain('比这个版本的程序旧');
    expect(await refusal(verifyAuditCommand, '--noted', '12')).toContain('照抄上次');
  });
});

describe('a command that changes something', () => {
  it('waits for the server to stop where one process has the data, and not where many share them', async () => {
    await whileServing(async () => {
      const answer = refusal(loadDivisionsCommand, fileOf(DIANLIU));
      if (place.databaseUrl === null) expect(await answer).toContain('正被另一个探访关爱进程使用');
      else expect(await answer).toBe('not refused');
    });
  });
});
