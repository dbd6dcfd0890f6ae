import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import sharp from 'sharp';

import type { WorldSeed } from '../../simulator';
import { demoPlaces } from '../../src/database/seeds/demo';
import { simulatedWechatApp } from '../../src/demo/simulated-wechat';
import { calendarDate } from '../../src/platform/clock/clock';
import { DEMO_WECHAT, loadConfig } from '../../src/platform/config/config';
import { openVault } from '../../src/platform/crypto';
import type { Program } from '../faults/harness/program';
import { House, newKeys, type Running } from './house';
import { Journeys, PLAIN_NAME } from './journeys';
import { filesBelow, Search, type Secret } from './search';
import { seededSecrets, TYPED, typedSecrets } from './secrets';
import { encryptedColumns, type EncryptedColumn } from './stored';

const onMariadb = process.env.TEST_DATABASE === 'mariadb';
const PLAIN = new Search([{ kind: '姓名', of: '登记的老人', value: PLAIN_NAME }]);
const KEYS = newKeys();

jest.setTimeout(120_000);

let house: House;
let simulator: Running;
let server: Running;
let mariadb: { url: string; program: Program } | null;
let env: Record<string, string>;
let journeys: Journeys;
let search: Search;
let columns: EncryptedColumn[];
let secrets: Secret[];

/** The demonstration's people and two more have WeChat. */
function world(): WorldSeed {
  const accounts = demoPlaces(calendarDate(Date.now())).flatMap(({ people }) => people.accounts);
  const config = loadConfig({ DEMO: '1', DATA_DIR: house.data, ...KEYS });
  openVault(config.keys);
  return {
    apps: [simulatedWechatApp(config)],
    users: [
      ...accounts.map(({ openid, name, phone }) => ({ openid, name, phone })),
      { openid: 'o-privacy-daughter', name: '欧阳萨仁', phone: TYPED.signUp.phone },
      { openid: 'o-privacy-stranger', name: '外人' },
    ],
  };
}

beforeAll(async () => {
  house = new House();
  simulator = await house.startSimulator(world());
  mariadb = onMariadb ? await house.startMariadb() : null;
  env = {
    ...KEYS,
    WECHAT_BASE_URL: `${simulator.base}/api.weixin.qq.com`,
    CRASH_WITH: JSON.stringify(Object.values(TYPED.registered)),
    ...(mariadb ? { DATABASE_URL: mariadb.url } : {}),
  };
  server = await house.startServer(env, join(__dirname, 'crash.cjs'));
  journeys = new Journeys(server.base, simulator.base);
  await journeys.all();
  const stored = await encryptedColumns({ dataDir: house.data, databaseUrl: mariadb?.url ?? null });
  columns = stored.columns;
  const places = demoPlaces(calendarDate(Date.now())).filter(({ packId }) => packId === 'jinan');
  secrets = [
    ...stored.secrets,
    ...seededSecrets(places),
    ...typedSecrets(),
    ...journeys.credentials.map((value) => ({ kind: '令牌和编码', of: '发出的', value })),
    ...[...Object.values(KEYS), DEMO_WECHAT.secret].map((value) => ({ kind: '密钥', of: '服务的', value })),
  ];
  search = new Search(secrets);
}, 300_000);

afterAll(async () => {
  await house.close();
});

/** Everything that the processes have written, wherever it lies. */
const everywhere = (what: Search) =>
  [house.data, house.logs, house.scratch, ...(mariadb ? [house.mariadb] : [])].flatMap((folder) => what.below(folder));

/** Names are not encrypted: where the search does not find one, it would not find anything else. */
function expectPlainNameIn(files: string[]): void {
  const places = PLAIN.below(mariadb ? house.mariadb : house.data).join('\n');
  for (const file of files) expect(places).toContain(`在 ${file} `);
}

describe('what people entrust to the product', () => {
  it('is looked for by many hundred values, in files that do hold what people wrote', () => {
    expect(search.size).toBeGreaterThan(300);
    expectPlainNameIn(mariadb ? ['ib_logfile0', 'binlog.000001', 'general.log'] : ['tanfang.sqlite-wal']);
  });

  it('fills every column that is encrypted, and no value in one is plain', () => {
    // Nobody pushes to this house, for its simulator does not know its address.
    expect(columns.filter(({ values }) => values === 0).map(({ name }) => name)).toEqual(['wechat_push.content']);
    expect(columns.filter(({ plain }) => plain > 0)).toEqual([]);
    expect(columns.length).toBeGreaterThan(20);
  });

  it('lies nowhere in the clear while the server runs', () => {
    expect(everywhere(search)).toEqual([]);
    expect(house.printed('server')).toContain('"route":"/api/elders/:id/reveals"');
    expect(filesBelow(join(house.data, 'files')).length).toBeGreaterThan(2);
  });

  it('is proved untouched by the audit, beside the running server', () => {
    const { code, output } = house.operate(['audit-verify'], env);
    expect(output).toMatch(/完整：一条不少，一字未改\n链尾 \d{3,}:/);
    expect(code).toBe(0);
  });

  it('is told to no visitor, relative or stranger where it is an identity number', () => {
    const numbers = secrets.filter(({ kind }) => kind === '身份证号').map(({ value }) => value);
    expect(numbers.length).toBeGreaterThan(10);
    const told = journeys.told.filter(({ who }) => who !== '社区');
    expect(told.length).toBeGreaterThan(20);
    const guilty = told.filter(
      ({ text }) => numbers.some((number) => text.includes(number)) || /\b\d{17}[\dX]\b/i.test(text),
    );
    expect(guilty.map(({ who, route }) => `${who} ${route}`)).toEqual([]);
  });

  it('is in no picture that is handed out again', async () => {
    const kinds = journeys.sent.map((picture) => search.in(picture, 'sent').join());
    expect(kinds).toEqual(journeys.sent.map(() => expect.stringContaining('照片里的元数据（输入 metadata.gps）')));
    expect(journeys.shown.length).toBeGreaterThan(0);
    for (const picture of journeys.shown) {
      expect(search.in(picture, 'picture')).toEqual([]);
      const { format, exif, xmp, iptc, comments } = await sharp(picture).metadata();
      expect({ format, exif, xmp, iptc, comments }).toEqual({ format: 'jpeg' });
    }
  });

  it('is not in the last words of a server that dies of it, nor in what it leaves behind', async () => {
    expect(await server.program.stop('SIGUSR2')).toBe('1');
    expect(house.printed('server')).toContain('Error ER_DUP_ENTRY\n    at ');
    expect(everywhere(search)).toEqual([]);
  });

  it('lies nowhere after all have been stopped in good order', async () => {
    server = await house.startServer(env);
    expect(await server.program.stop()).toBe('0');
    if (mariadb) expect(await mariadb.program.stop()).toBe('0');
    await simulator.program.stop();
    expect(everywhere(search)).toEqual([]);
    expectPlainNameIn([mariadb ? 'tanfang/elder.ibd' : 'tanfang.sqlite']);
  });
});

describe('the search for it', () => {
  if (onMariadb) return;

  it.each([
    ['relative.phone', '电话（输入 registered.daughterPhone）'],
    ['visit.answers', '健康和备注（输入 visit.illness）'],
  ])('names value and file when %s is not encrypted', async (column, value) => {
    const leaky = new House();
    try {
      cpSync(house.data, leaky.data, { recursive: true });
      const wechat = await leaky.startSimulator(
        JSON.parse(readFileSync(join(house.folder, 'world.json'), 'utf8')) as WorldSeed,
      );
      const changed = { ...env, WECHAT_BASE_URL: `${wechat.base}/api.weixin.qq.com`, WITHOUT_ENCRYPTION: column };
      const { base } = await leaky.startServer(changed, join(__dirname, 'without-encryption.cjs'));
      await new Journeys(base, wechat.base).all();
      const found = search.below(leaky.data).filter((line) => line.startsWith(value));
      expect(found.join('\n')).toMatch(/写成 (UTF-8|JSON)，在 tanfang\.sqlite/);
      for (const { value: whole } of typedSecrets()) expect(found.join('\n')).not.toContain(whole);
    } finally {
      await leaky.close();
    }
  });
});
