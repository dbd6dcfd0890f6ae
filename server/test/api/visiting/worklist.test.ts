import { Accounts } from '../../../src/modules/identity';
import { Obligation, Visiting } from '../../../src/modules/visiting';
import { elderNamed, MINUTE, startRounds, type ProblemBody, type Rounds } from './rounds';
import type { Person } from '../registry/story';

interface Item {
  obligationId: string;
  elderId: string;
  name: string;
  status: string;
  [field: string]: unknown;
}
interface List extends ProblemBody {
  date: string;
  items: Item[];
  forms: { packId: string; id: string; version: number; hash: string }[];
  next: string | null;
}

let t: Rounds;
beforeAll(async () => {
  t = await startRounds();
});
afterAll(() => t.close());

const read = (as: Person, query = '') => t.call<List>('GET', `/worklist${query}`, { as: as.token });
const names = ({ body }: { body: List }) => body.items.map(({ name }) => name);

describe('今日探访 of a visitor', () => {
  it('shows the assigned elders by due date, with what helps to find them and nothing else', async () => {
    const { status, body } = await read(t.zhoumin);
    expect(status).toBe(200);
    expect(body.date).toBe('2026-11-23');
    expect(body.items.map(({ name, daysLeft, every }) => [name, daysLeft, every])).toEqual(
      expect.arrayContaining([
        ['李秀兰', 6, 'week'],
        ['孙桂英', 6, 'week'],
        ['刘长河', 7, 'month'],
      ]),
    );
    expect(body.items[2]!.name).toBe('刘长河');
    const lixiulan = body.items.find(({ name }) => name === '李秀兰')!;
    expect(lixiulan).toEqual({
      obligationId: (await t.owed(t.lixiulan))[0]!.id,
      elderId: t.lixiulan.id,
      ...{
        name: '李秀兰',
        age: 82,
        status: 'owed',
        every: 'week',
        periodStart: '2026-11-23',
        dueOn: '2026-11-29',
        daysLeft: 6,
        pause: null,
      },
      ...{ missedLast: false, place: '5 号楼 1 单元', note: null, visitId: null, visitedAt: null },
      visitor: { id: t.zhoumin.id, name: '周敏' },
      packId: 'jinan',
    });
  });

  it('brings the form along, by which the elders are visited where there is no network', async () => {
    const { body } = await read(t.zhoumin);
    const card = await t.call<{ form: object }>('GET', `/elders/${t.lixiulan.id}/card`, { as: t.zhoumin.token });
    expect(body.forms).toEqual([{ packId: 'jinan', ...card.body.form }]);
  });

  it('shows the line remembered from last time, which lies encrypted in the database', async () => {
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).remember(tx, t.lixiulan.id, '上次燃气软管旧了'));
    expect((await read(t.zhoumin)).body.items.find(({ name }) => name === '李秀兰')!.note).toBe('上次燃气软管旧了');
    const [row] = (await t.app.database.read.query('SELECT note, place FROM visited_elder WHERE elder_id = ?', [
      t.lixiulan.id,
    ])) as {
      note: string;
      place: string;
    }[];
    expect(row!.note + row!.place).not.toMatch(/软管|单元/);
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).remember(tx, t.lixiulan.id, null));
    expect((await read(t.zhoumin)).body.items.find(({ name }) => name === '李秀兰')!.note).toBeNull();
  });

  it('follows a change of name and building', async () => {
    const body = { name: '刘长和', place: '8 号楼 2 单元' };
    expect((await t.call('PATCH', `/elders/${t.liuchanghe.id}`, { as: t.liufang.token, body })).status).toBe(200);
    await t.work();
    expect((await read(t.zhoumin)).body.items[2]).toMatchObject({ name: '刘长和', place: '8 号楼 2 单元' });
    await t.call('PATCH', `/elders/${t.liuchanghe.id}`, { as: t.liufang.token, body: { name: '刘长河' } });
    await t.work();
  });

  it('is empty for a visitor to whom nobody is assigned', async () => {
    const other = await t.person('赵红', 'visitor', 'first');
    expect((await read(other)).body).toEqual({ date: '2026-11-23', items: [], forms: [], next: null });
  });

  it('ends with those visited today; those visited yesterday are gone', async () => {
    await t.send(t.visit(t.lixiulan));
    const { body } = await read(t.zhoumin);
    expect(body.items.map(({ name, status }) => [name, status])).toEqual([
      ['孙桂英', 'owed'],
      ['刘长河', 'owed'],
      ['李秀兰', 'visited'],
    ]);
    expect(body.items[2]).toMatchObject({ visitedAt: t.clock.now() - 20 * MINUTE, visitor: { name: '周敏' } });
    t.clock.set('2026-11-24T08:00:00+08:00');
    expect(names(await read(t.zhoumin))).toEqual(['孙桂英', '刘长河']);
  });

  it('puts first whoever was missed last week', async () => {
    t.clock.set('2026-11-30T08:00:00+08:00');
    await t.tick();
    const { body } = await read(t.zhoumin);
    expect(body.items.map(({ name, missedLast }) => [name, missedLast])).toEqual([
      ['孙桂英', true],
      ['刘长河', false],
      ['李秀兰', false],
    ]);
  });

  it('goes on page by page, through owed and visited alike', async () => {
    const whole = names(await read(t.zhoumin));
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { body: List } = await read(t.zhoumin, `?limit=1${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...names(page));
      next = page.body.next;
    }
    expect(seen).toEqual(whole);
  });

  it('ends with the assignment', async () => {
    const path = `/elders/${t.sunguiying.id}/visitors/${t.zhoumin.id}`;
    expect((await t.call('DELETE', path, { as: t.liufang.token })).status).toBe(204);
    expect(names(await read(t.zhoumin))).toEqual(['刘长河', '李秀兰']);
    await t.app.database.tx(t.ctx(), (tx) => t.app.nest.get(Visiting).assign(tx, t.sunguiying.id, t.zhoumin.id));
  });
});

describe('今日探访 of officers', () => {
  it('shows what is owed in their own divisions', async () => {
    expect(names(await read(t.liufang)).sort()).toEqual(['刘长河', '孙桂英', '李秀兰'].sort());
    expect(names(await read(t.tianjun)).sort()).toEqual(names(await read(t.liufang)).sort());
    expect(names(await read(t.mengxiaoyan))).toEqual(['高玉兰']);
  });

  it('can be narrowed to one community', async () => {
    const wider = await t.person('林涛', 'district', 'lixia');
    expect(names(await read(wider))).toHaveLength(4);
    expect(names(await read(wider, `?communityId=${t.divisions.yaojiaCommunity}`))).toEqual(['高玉兰']);
  });

  it('refuses a worker of another street the community', async () => {
    const answer = await read(t.mengxiaoyan, `?communityId=${t.divisions.first}`);
    expect([answer.status, answer.body.code]).toEqual([404, 'access.not-found']);
  });

  it('goes on page by page in the same order, many with one due date among them', async () => {
    const elders = Array.from({ length: 30 }, (_, index) =>
      elderNamed(`邻居${index}`, '1940-01-01', t.divisions.first),
    );
    for (const elder of elders) await t.register(elder);
    const whole = await read(t.liufang, '?limit=100');
    expect(whole.body.items).toHaveLength(33);
    const keys = whole.body.items.map(({ missedLast, dueOn }) => `${missedLast ? 0 : 1} ${String(dueOn)}`);
    expect(keys).toEqual([...keys].sort());
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: { body: List } = await read(t.liufang, `?limit=7${next ? `&after=${encodeURIComponent(next)}` : ''}`);
      seen.push(...page.body.items.map(({ elderId }) => elderId));
      next = page.body.next;
    }
    expect(seen).toEqual(whole.body.items.map(({ elderId }) => elderId));
  });

  it('shows one who visits as well the assigned elders elsewhere', async () => {
    const both = await t.person('孙丽', 'community', 'yaojiaCommunity');
    await t.app.database.tx(t.ctx(), async (tx) => {
      await t.app.nest.get(Accounts).grant(tx, both.id, 'visitor', t.divisions.first);
      await t.app.nest.get(Visiting).assign(tx, t.lixiulan.id, both.id);
    });
    expect(names(await read(both)).sort()).toEqual(['李秀兰', '高玉兰'].sort());
  });
});

describe('asking for it', () => {
  it('needs a session and a role', async () => {
    expect((await t.call<ProblemBody>('GET', '/worklist')).body.code).toBe('session.missing');
    const answer = await read(t.stranger);
    expect([answer.status, answer.body.code]).toEqual([403, 'access.role']);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['after=%27%20OR%201=1', 'after'],
    ['after=owed~7~2026-01-01~2026-01-01~x', 'after'],
    ['communityId=here', 'communityId'],
    ['sort=name', 'sort'],
  ])('refuses ?%s and names the field', async (query, field) => {
    const { status, body } = await read(t.zhoumin, `?${query}`);
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.fields![0]).toMatchObject({ field, message: expect.stringMatching(/[\u4e00-\u9fff]/) });
  });

  it('does not show obligations of a period that has not begun', async () => {
    const rows = await t.app.database.read.findBy(Obligation, { elderId: t.lixiulan.id });
    expect(rows.length).toBeGreaterThan(2);
    const shown = (await read(t.zhoumin)).body.items.filter(({ elderId }) => elderId === t.lixiulan.id);
    expect(shown).toHaveLength(1);
  });
});
