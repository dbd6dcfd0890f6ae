import { createPool } from 'mysql2/promise';
import { ulid } from 'ulid';
import { Elder } from '../../../src/modules/registry';
import { Divisions } from '../../../src/modules/divisions';
import { Visiting } from '../../../src/modules/visiting';
import { startRounds, type Rounds } from './rounds';

jest.setTimeout(600_000);
const N = Number(process.env.N ?? 100_000);
it('bench', async () => {
  const t: Rounds = await startRounds();
  const em = t.app.database.read;
  const base = await em.findOneByOrFail(Elder, { id: t.lixiulan.id });
  const communities = Array.from({ length: 100 }, () => ulid());
  await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Divisions).add(tx, communities.map((id, i) => ({ id, parentId: t.divisions.yaojia, name: `社区${i}`, level: 'community' as const, rural: false })), []));
  const out: string[] = [];
  let at = Date.now();
  for (let i = 0; i < N; i += 1000) {
    const rows = Array.from({ length: 1000 }, (_, k) => ({ ...base, id: ulid(), idNumberIndex: null, communityId: communities[(i + k) % 100]!, name: `老人${i + k}`, every: (['week', 'half-month', 'month'] as const)[k % 3]! }));
    await t.app.database.tx(t.ctx(), (tx) => tx.em.insert(Elder, rows));
  }
  out.push(`insert elders ${Date.now() - at} ms`);
  const visiting = t.app.nest.get(Visiting);
  at = Date.now();
  out.push(`first plan ${await visiting.plan(t.ctx(), '2026-11-23')} rows ${Date.now() - at} ms`);
  at = Date.now();
  out.push(`again ${await visiting.plan(t.ctx(), '2026-11-23')} rows ${Date.now() - at} ms`);
  const officer = await t.person('社区', 'community', 'first');
  await t.app.database.tx(t.ctx(), (tx) => tx.em.query('UPDATE membership SET division_id = ? WHERE account_id = ?', [communities[7], officer.id]));
  const street = await t.person('街道', 'street', 'yaojia');
  const load = async (name: string, total: number, run: () => Promise<unknown>) => {
    for (let i = 0; i < 50; i += 1) await run();
    let left = total;
    const begin = process.hrtime.bigint();
    await Promise.all(Array.from({ length: 32 }, async () => { while (left-- > 0) await run(); }));
    const s = Number(process.hrtime.bigint() - begin) / 1e9;
    out.push(`${name}: ${(total / s).toFixed(0)}/s`);
  };
  const page = await t.call<any>('GET', '/worklist', { as: officer.token });
  out.push(JSON.stringify(page.body.items[0]), String(page.body.items.length));
  await load('worklist', 3000, () => t.call('GET', '/worklist', { as: officer.token }));
  if (process.env.TEST_DATABASE === 'mariadb') {
    const pool = createPool({ uri: t.config.databaseUrl!, connectionLimit: 20 });
    const sql = `SELECT o.id, o.elder_id, o.status, o.due_on, e.name, e.birth_date, e.place, e.note FROM obligation o LEFT JOIN visited_elder e ON e.elder_id=o.elder_id WHERE o.community_id=? AND o.status='owed' AND o.period_start<='2026-11-23' ORDER BY o.list_rank, o.due_on, o.period_start, o.id LIMIT 20`;
    await load('bare query', 3000, () => pool.query(sql, [communities[7]]));
    const [plan] = await pool.query('EXPLAIN ' + sql, [communities[7]]);
    out.push(JSON.stringify(plan));
    await pool.end();
  }
  const one = async (as: any, q = '') => { const b = Date.now(); const r = await t.call<any>('GET', '/worklist' + q, { as: as.token }); return `${Date.now() - b} ms ${r.body.items?.length}`; };
  out.push('street 100k first page', await one(street), await one(street));
  const next = (await t.call<any>('GET', '/worklist', { as: street.token })).body.next;
  out.push('street second page', await one(street, `?after=${encodeURIComponent(next)}`));
  let after: string | null = ''; let pages = 0; at = Date.now();
  while (after !== null) { const r: any = await t.call('GET', `/worklist?limit=100${after ? '&after=' + encodeURIComponent(after) : ''}`, { as: officer.token }); after = r.body.next; pages += 1; }
  out.push(`all ${pages} pages of community ${Date.now() - at} ms`);
  const elders = (await em.query('SELECT id FROM elder WHERE community_id = ? LIMIT 1000', [communities[7]])) as { id: string }[];
  let k = 0;
  await load('visits', 2000, async () => { const r = await t.send(t.visit(elders[k++ % elders.length]!), officer); if (r.status !== 201) throw new Error(JSON.stringify(r.body)); });
  t.clock.set('2026-11-30T08:00:00+08:00');
  at = Date.now(); await t.tick(); out.push(`monday tick (reassess+missed+plan) ${Date.now() - at} ms`);
  console.log(out.join('\n'));
  await t.close();
});
