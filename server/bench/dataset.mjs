import { family } from './people.mjs';
import { compiled } from './product.mjs';
import { COMMUNITIES, COMMUNITIES_IN_STREET, VISITORS, communityOfVisitor, idOf, tokenOf } from './shape.mjs';

const { blindIndex } = compiled('platform/crypto');
const { SCHEMA } = compiled('database/schema');
const { mysqlSources } = compiled('platform/database');

const CHUNK = 1000;
const DAY_MS = 86_400_000;
const SINCE = '2026-01-01';

/**
 * Fills the tables that the server has made: divisions, accounts with sessions, elders, what is owed to them.
 * @param {{url: string, elders: number, today: string, at: number}} options `today` in Asia/Shanghai, `at` ms
 * @returns {Promise<{obligations: number}>}
 */
export async function fill({ url, elders, today, at }) {
  const [source] = await mysqlSources(url, SCHEMA);
  await source.initialize();
  try {
    const tables = new Tables(source);
    const homes = await divisions(tables);
    await accounts(tables, at);
    for (let index = 0; index < elders; index += 1) {
      const { elder, relatives, visitedElder, obligations, assignment } = family(index, homes, today, at);
      await tables.add('elder', [elder]);
      await tables.add('relative', relatives);
      await tables.add('visited_elder', [visitedElder]);
      await tables.add('obligation', obligations);
      await tables.add('visitor_assignment', [assignment]);
    }
    await tables.flush();
    // As a database that has been running would have them; otherwise the first queries pay for it.
    await source.query(
      'ANALYZE TABLE elder, relative, visited_elder, obligation, visitor_assignment, session, membership',
    );
    return { obligations: tables.counts.get('obligation') };
  } finally {
    await source.destroy();
  }
}

/** Rows in bulk, each column named and transformed (encrypted) as the entity says. */
class Tables {
  #waiting = new Map();
  #sent = Promise.resolve();
  counts = new Map();

  constructor(source) {
    this.source = source;
  }

  async add(table, rows) {
    const waiting = this.#waiting.get(table) ?? [];
    this.#waiting.set(table, waiting);
    const columns = this.source.getMetadata(table).columns;
    for (const row of rows) waiting.push(columns.map((column) => stored(table, column, row)));
    if (waiting.length >= CHUNK) await this.#send(table);
  }

  async flush() {
    for (const table of this.#waiting.keys()) await this.#send(table);
    await this.#sent;
  }

  /** The next rows are made while the database takes these. */
  async #send(table) {
    const rows = this.#waiting.get(table).splice(0);
    if (rows.length === 0) return;
    await this.#sent;
    this.counts.set(table, (this.counts.get(table) ?? 0) + rows.length);
    const names = this.source.getMetadata(table).columns.map(({ databaseName }) => `\`${databaseName}\``);
    this.#sent = this.source.query(`INSERT INTO \`${table}\` (${names.join(', ')}) VALUES ?`, [rows]);
    // Its failure is met at the next await; until then it must not count as unhandled.
    this.#sent.catch(() => undefined);
  }
}

function stored(table, { propertyName, transformer }, row) {
  const value = row[propertyName];
  if (value === undefined) throw new Error(`The bench does not know what to put into ${table}.${propertyName}`);
  return transformer ? transformer.to(value) : value;
}

/** 山东 › 济南 › 历下区 › ten streets › a hundred communities. @returns the communities as homes */
async function divisions(tables) {
  const add = async (id, parentId, name, level, code) => {
    await tables.add('division', [{ id, parentId, name, level, rural: false }]);
    await tables.add('division_code', [{ id, divisionId: id, code, since: SINCE, until: null }]);
  };
  const [province, city, district] = ['province', 'city', 'district'].map((kind) => idOf(kind, 0));
  await add(province, null, '山东省', 'province', '37');
  await add(city, province, '济南市', 'city', '3701');
  await add(district, city, '历下区', 'district', '370102');
  const homes = [];
  for (let index = 0; index < COMMUNITIES; index += 1) {
    const streetIndex = Math.floor(index / COMMUNITIES_IN_STREET);
    const street = idOf('street', streetIndex);
    const streetCode = `3701029${String(streetIndex).padStart(2, '0')}`;
    if (index % COMMUNITIES_IN_STREET === 0)
      await add(street, district, `第${streetIndex + 1}街道`, 'street', streetCode);
    const home = {
      id: idOf('community', index),
      division: `${streetCode}${String(index).padStart(3, '0')}`,
      rural: false,
    };
    await add(home.id, street, `第${index + 1}社区`, 'community', home.division);
    homes.push(home);
  }
  return homes;
}

/** One worker in each community, and the visitors. Each is signed in on one device. */
async function accounts(tables, at) {
  const add = async (kind, index, name, role, community) => {
    const id = idOf(kind, index);
    const empty = { phone: null, phoneIndex: null, wrongCodes: 0, wrongCodesSince: 0 };
    await tables.add('account', [{ id, openid: `bench-${kind}-${index}`, name, ...empty, createdAt: at }]);
    const divisionId = idOf('community', community);
    await tables.add('membership', [{ id, accountId: id, role, divisionId, body: null, since: SINCE, until: null }]);
    const tokenHash = blindIndex(tokenOf(kind, index), 'session.token');
    const life = { deviceName: null, createdAt: at, expiresAt: at + 30 * DAY_MS, revokedAt: null };
    await tables.add('session', [{ id, accountId: id, tokenHash, ...life }]);
  };
  for (let index = 0; index < COMMUNITIES; index += 1) await add('worker', index, `刘芳${index}`, 'community', index);
  for (let index = 0; index < VISITORS; index += 1) {
    await add('visitor', index, `周敏${index}`, 'visitor', communityOfVisitor(index));
  }
}
