import { ACCESS, scopeOf, type Action, type Capacity } from '../../../src/platform/access/table';
import { setStage, type Caller, type Stage } from './cast';
import { routesOf, type Route } from './routes';
import { SAMPLES, type Sample } from './samples';

type Verdict = 'in' | 'sign in' | 'wrong role' | 'not found' | 'empty list';

/** What the access table says of a caller at a route. */
function verdict(action: Action, { role, inside }: Caller, { kind, except }: Sample): Verdict {
  const grant = ACCESS[action];
  if (grant === 'anyone') return 'in';
  if (role === 'anonymous') return 'sign in';
  if (except?.[role] && inside) return except[role] === 'in' ? 'in' : refusal(action, role);
  if (typeof grant === 'string')
    return kind === 'one' && !inside ? 'not found' : kind === 'list' && !inside ? 'empty list' : 'in';
  const scope = role === 'nobody' ? null : scopeOf(action, role);
  if (scope === null) return 'wrong role';
  if (inside || kind === 'own') return 'in';
  return kind === 'list' ? 'empty list' : 'not found';
}

function refusal(action: Action, role: Caller['role']): Verdict {
  const grant = ACCESS[action];
  const hasRole =
    typeof grant === 'string' || (role !== 'nobody' && role !== 'anonymous' && grant[role as Capacity] !== undefined);
  return hasRole ? 'not found' : 'wrong role';
}

const REFUSALS: Partial<Record<Verdict, [number, string]>> = {
  'sign in': [401, 'session.missing'],
  'wrong role': [403, 'access.role'],
  'not found': [404, 'access.not-found'],
};

describe('access', () => {
  let stage: Stage;
  let routes: Route[];
  beforeAll(async () => {
    stage = await setStage();
    routes = routesOf(stage.t.app);
  });
  afterAll(() => stage.t.close());

  async function attempt(
    name: string,
    caller: Caller,
    on = stage,
  ): Promise<{ status: number; code: string | null; text: string; kept: unknown }> {
    const call = await SAMPLES[name]!.call(on);
    const verb = name.split(' ')[0] as 'GET';
    const answer = await on.t.call<{ code?: string }>(verb, call.path, { ...call, as: await caller.token() });
    const text = Buffer.isBuffer(answer.body) ? '' : JSON.stringify(answer.body ?? null);
    return { status: answer.status, code: answer.body?.code ?? null, text, kept: answer.headers['cache-control'] };
  }

  it('is tried at every route, and every route names its action', () => {
    expect(routes.filter(({ action }) => action === undefined)).toEqual([]);
    expect(Object.keys(SAMPLES).sort()).toEqual(routes.map(({ name }) => name).sort());
  });

  it('grants nothing that no route uses', () => {
    const used = new Set(routes.map(({ action }) => action));
    const served = new Set<string>(['api.read']);
    expect(Object.keys(ACCESS).filter((action) => !used.has(action as Action) && !served.has(action))).toEqual([]);
  });

  describe.each(Object.keys(SAMPLES))('%s', (name) => {
    it('answers each role, inside and outside, as the table says', async () => {
      const action = routes.find((route) => route.name === name)!.action!;
      const sample = SAMPLES[name]!;
      const faults: string[] = [];
      // The refused come first: whatever they might have changed would show with those who are let in.
      const ranked = [...stage.callers].sort((a, b) => Number(a.inside) - Number(b.inside));
      for (const caller of ranked) {
        const expected = verdict(action, caller, sample);
        const got = await attempt(name, caller);
        const refused = REFUSALS[expected];
        if (refused && (got.status !== refused[0] || got.code !== refused[1])) {
          faults.push(`${caller.who}: expected ${refused.join(' ')}, got ${got.status} ${got.code}`);
        }
        if (!refused && [401, 403].includes(got.status))
          faults.push(`${caller.who}: refused with ${got.status} ${got.code}`);
        if (!refused && got.status >= 500) faults.push(`${caller.who}: ${got.status} ${got.code}`);
        // A form may lie in the phone's own cache, asked for anew each time; nothing else anywhere.
        if (got.kept !== 'private, no-store' && got.kept !== 'private, no-cache')
          faults.push(`${caller.who}: ${String(got.kept)} lets a cache keep it`);
        if (expected === 'in' && got.status === 404 && sample.kind !== 'own')
          faults.push(`${caller.who}: finds nothing`);
        if (expected === 'empty list' && got.text.includes(stage.things.elderName))
          faults.push(`${caller.who}: sees ${stage.things.elderName}`);
      }
      expect(faults).toEqual([]);
    });
  });

  it('never shows an ID number to a visitor or a relative', async () => {
    const fresh = await setStage();
    const idNumbers = [fresh.t.lixiulan, fresh.t.liuchanghe, fresh.t.gaoyulan].map(({ idNumber }) => idNumber);
    const shown: string[] = [];
    let answers = 0;
    for (const caller of fresh.callers.filter(({ role }) => role === 'visitor' || role === 'family')) {
      for (const { name, action } of routes) {
        if (['wrong role', 'not found'].includes(verdict(action!, caller, SAMPLES[name]!))) continue;
        const { text } = await attempt(name, caller, fresh);
        answers += 1;
        if (idNumbers.some((number) => text.includes(number)) || /\d{17}[\dX]/.test(text))
          shown.push(`${caller.who}: ${name}`);
      }
    }
    await fresh.t.close();
    expect(shown).toEqual([]);
    expect(answers).toBeGreaterThan(60);
  });
});
