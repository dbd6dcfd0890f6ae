import {
  checkDecision,
  clocks,
  decidableReadings,
  evaluate,
  fulfils,
  packOf,
  packs,
  referral,
  signalReferral,
  type DistrictReading,
  type ElderFacts,
  type PolicyPack,
} from '../../../src/policy';
import { factSheet } from '../differential/fact-sheets';
import { elder, husband, child, liXiulan, widow } from '../story';

const TODAY = '2026-03-02';
const named = (packId: string): PolicyPack => packOf(packId)!;
const jinan = named('jinan');
const since = (ruleId: string, value: string | null, from = TODAY, reason = '区民政局会议定的'): DistrictReading => ({
  ...{ ruleId, value, from, reason },
});
const every = (facts: ElderFacts, readings: DistrictReading[], on = TODAY, pack = jinan) =>
  evaluate(pack, facts, on, readings).visits?.every;

describe('本区规定：从哪天起', () => {
  const entrusted = liXiulan({ entrustment: 'active' });
  const halfMonth = since('jinan.cadence.aged-80-entrusted', 'half-month');

  it('holds from its first day on, and not before', () => {
    expect(every(entrusted, [halfMonth], '2026-03-01')).toBe('month');
    expect(every(entrusted, [halfMonth], '2026-03-02')).toBe('half-month');
    expect(every(entrusted, [halfMonth], '2031-01-01')).toBe('half-month');
  });

  it('taken back from a day on, our reading holds again from that day, and the days between keep theirs', () => {
    const readings = [halfMonth, since('jinan.cadence.aged-80-entrusted', null, '2026-06-01')];
    const told = ['2026-03-01', '2026-03-02', '2026-05-31', '2026-06-01'].map((on) => every(entrusted, readings, on));
    expect(told).toEqual(['month', 'half-month', 'half-month', 'month']);
  });

  it('of two for one day the one decided later holds, and an earlier day decided later does not undo a later one', () => {
    const weekly = since('jinan.cadence.aged-80-entrusted', 'week');
    expect(every(entrusted, [halfMonth, weekly])).toBe('week');
    const later = since('jinan.cadence.aged-80-entrusted', 'week', '2026-06-01');
    const between = since('jinan.cadence.aged-80-entrusted', 'month', '2026-04-01');
    const told = ['2026-04-01', '2026-06-01'].map((on) => every(entrusted, [halfMonth, later, between], on));
    expect(told).toEqual(['month', 'week']);
  });

  it('says that it is the district’s, since when and why; what it overrules stays below', () => {
    const { visits } = evaluate(jinan, entrusted, TODAY, [halfMonth]);
    expect(visits?.because[0]).toEqual({
      rule: 'jinan.cadence.aged-80-entrusted',
      document: '本区规定',
      article: '二（二）1',
      text: '本区规定（自2026-03-02起）：区民政局会议定的',
      reading: true,
    });
    expect(visits?.because.slice(1)).toEqual(evaluate(jinan, entrusted, TODAY).visits?.because);
  });

  it('changes nothing for whom another rule decides, nor where the plan has spoken', () => {
    expect(every(liXiulan(), [halfMonth])).toBe('week');
    const key = widow({ disability: { grade: 1 } });
    expect(every(key, [since('jinan.cadence.key', 'month')])).toBe('week');
    expect(every(entrusted, [since('jinan.cadence.aged-80-entrusted', 'year')])).toBe('month');
  });
});

describe('本区规定：各种读法', () => {
  it('类别: a definition that we read into the plan may be dropped, and the result says by whom', () => {
    const no = [since('jinan.category.disabled-ability-mild', 'no')];
    const mild = elder({ relatives: [child({ livesWithElder: true })], ability: { level: 'mild' } });
    expect(evaluate(jinan, mild, TODAY).eligible).toBe(true);
    const dropped = evaluate(jinan, mild, TODAY, no);
    expect(dropped).toMatchObject({ eligible: false, categories: [], visits: null });
    expect(dropped.because.map(({ document }) => document)).toContain('本区规定');
    const severe = elder({ relatives: [child({ livesWithElder: true })], ability: { level: 'severe' } });
    expect(evaluate(jinan, severe, TODAY, no).categories.map(({ code }) => code)).toEqual(['disabled-ability']);
  });

  it('类别: one who falls under two definitions of a category keeps it by the other', () => {
    const both = elder({ relatives: [], ability: { level: 'mild' }, dementia: true, maritalStatus: 'married' });
    const told = evaluate(jinan, both, TODAY, [since('jinan.category.disabled-ability-mild', 'no')]);
    const [category] = told.categories;
    expect(category?.code).toBe('disabled-ability');
    expect(category?.because[0]?.rule).toBe('jinan.category.disabled-ability-dementia');
  });

  it('类别: a definition that the plan gives stays, whatever a district writes', () => {
    const alone = widow({ maritalStatus: 'widowed' });
    const before = evaluate(named('liaoning'), alone, TODAY);
    expect(evaluate(named('liaoning'), alone, TODAY, [since('liaoning.category.living-alone', 'no')])).toEqual(before);
  });

  it('石狮 人群: who is not ticked yet may count as 重点', () => {
    const told = evaluate(named('shishi'), widow(), TODAY, [since('shishi.tier.not-ticked', 'key')]);
    expect(told.tier?.code).toBe('key');
    const ticked = evaluate(named('shishi'), widow({ staffTier: 'general' }), TODAY, [
      since('shishi.tier.not-ticked', 'key'),
    ]);
    expect(ticked.tier?.code).toBe('general');
  });

  it('济南 委托: the government may leave the cost to the elder; who may entrust is the plan’s', () => {
    const told = evaluate(jinan, liXiulan(), TODAY, [since('jinan.entrustment.government', 'no')]);
    expect(told.entrustment).toMatchObject({ eligible: true, governmentFunded: false });
    expect(told.entrustment?.because.map(({ document }) => document)).toContain('本区规定');
  });

  it('转介: another addressee, for everybody whom our reading concerns', () => {
    const street = [since('jinan.referral.community', 'street+first-contact')];
    const finding = { matter: 'gas-safety', visibility: 'family' } as const;
    expect(referral(jinan, widow(), TODAY, finding, street)).toMatchObject({ to: 'street', inform: ['first-contact'] });
    expect(evaluate(jinan, widow(), TODAY, street).referral).toMatchObject({ to: 'street' });
    expect(referral(jinan, widow(), '2026-03-01', finding, street)).toMatchObject({ to: 'community' });
  });

  it('转介: what is kept from the family stays kept from it, whatever a district writes', () => {
    const finding = { matter: 'satisfaction', visibility: 'staff' } as const;
    const told = (value: string) =>
      referral(jinan, widow(), TODAY, finding, [since('jinan.referral.kept-from-family', value)]);
    expect(told('street')).toMatchObject({ to: 'street', inform: [] });
    for (const value of ['first-contact', 'community+first-contact']) {
      expect(told(value)).toMatchObject({ to: 'community', inform: [] });
    }
    const neglect = { matter: 'family-duty', visibility: 'staff' } as const;
    const family = [since('jinan.referral.family-duty', 'first-contact')];
    expect(referral(jinan, widow(), TODAY, neglect, family)).toMatchObject({ to: 'street', inform: [] });
  });

  it('转介: needs follow the categories as the district has them', () => {
    const bereaved = elder({ onlyChild: { status: 'deceased' }, relatives: [husband()] });
    const beijing = named('beijing');
    expect(referral(beijing, bereaved, TODAY).to).toBe('street');
    const devices = [since('beijing.referral.signals-street', 'first-contact')];
    expect(signalReferral(beijing, bereaved, TODAY, devices).to).toBe('first-contact');
  });

  it('办理时限: each of the two spans by itself, from its day on', () => {
    const readings = [since('jinan.clock.urgent.acknowledge', '2h'), since('jinan.clock.urgent.close', '1wd')];
    const spans = (on: string, some = readings) => clocks(jinan, 'urgent', { on, readings: some });
    expect(spans(TODAY)).toEqual({
      acknowledgeWithin: { unit: 'ms', amount: 7_200_000 },
      closeWithin: { unit: 'working-days', amount: 1 },
    });
    expect(spans('2026-03-01')).toEqual(clocks(jinan, 'urgent'));
    expect(spans(TODAY, readings.slice(0, 1)).closeWithin).toEqual({ unit: 'working-days', amount: 3 });
    expect(clocks(jinan, 'ordinary', { on: TODAY, readings })).toEqual(clocks(jinan, 'ordinary'));
  });

  it('办理时限 that a plan sets itself: no district decides it, and it is said why', () => {
    const { options: _, ...urgent } = jinan.clocks.urgent;
    const because = [jinan.plan.cite('clock.urgent', 'frequencies')] as const;
    const pack: PolicyPack = { ...jinan, clocks: { ...jinan.clocks, urgent: { ...urgent, because } } };
    const ruleId = 'jinan.clock.urgent.close';
    expect(decidableReadings(pack, TODAY).map((reading) => reading.ruleId)).not.toContain(ruleId);
    expect(clocks(pack, 'urgent', { on: TODAY, readings: [since(ruleId, '1wd')] })).toEqual(clocks(jinan, 'urgent'));
    expect(checkDecision(pack, { ruleId, value: '1wd' }, TODAY)).toEqual({
      problem: { field: 'ruleId', message: '这一条是方案写明的，区里不能另定' },
    });
  });

  it('远程监测: a device’s reading is a visit where the district says so, and only there', () => {
    const yes = { on: TODAY, readings: [since('jinan.mode.remote-monitoring', 'yes')] };
    expect(fulfils(jinan, 'remote-monitoring', { on: TODAY, readings: [] })).toBe(false);
    expect(fulfils(jinan, 'remote-monitoring', yes)).toBe(true);
    expect(fulfils(jinan, 'remote-monitoring', { ...yes, on: '2026-03-01' })).toBe(false);
    const no = { on: TODAY, readings: [since('jinan.mode.on-site', 'no'), since('jinan.mode.other', 'no')] };
    expect(fulfils(jinan, 'on-site', no)).toBe(true);
    expect(fulfils(jinan, 'other', no)).toBe(false);
  });

  it('提醒: another limit', () => {
    const flags = (facts: ElderFacts, pack: PolicyPack, readings: DistrictReading[]) =>
      evaluate(pack, facts, TODAY, readings).flags.map(({ code }) => code);
    const assessed = widow({ ability: { level: 'mild', assessedOn: '2025-08-01' } });
    expect(flags(assessed, jinan, [])).toEqual([]);
    expect(flags(assessed, jinan, [since('jinan.flag.assessment-stale', '6')])).toEqual(['assessment-stale']);
    const seventy = widow();
    expect(flags(seventy, named('beijing'), [])).toEqual([]);
    const from70 = [since('beijing.flag.priority-screening', '70')];
    expect(flags(seventy, named('beijing'), from70)).toEqual(['priority-screening']);
  });
});

describe('本区规定：定得了什么', () => {
  const problem = (ruleId: string, value: string | null, pack = jinan) => {
    const checked = checkDecision(pack, { ruleId, value }, TODAY);
    return 'problem' in checked ? checked.problem : null;
  };

  it('takes every option of every reading, and taking it back', () => {
    for (const pack of packs) {
      for (const { ruleId, options } of decidableReadings(pack, TODAY)) {
        for (const value of [...options.map(({ code }) => code), null]) expect(problem(ruleId, value, pack)).toBeNull();
      }
    }
  });

  it.each([
    ['a rule that nobody knows', 'jinan.cadence.daily', 'week', 'ruleId', '没有这一条'],
    ['a rule of another place', 'beijing.cadence', 'week', 'ruleId', '没有这一条'],
    ['a rule that the plan states', 'jinan.cadence.general', 'week', 'ruleId', '方案写明'],
    ['the stricter of two sentences of the plan', 'jinan.cadence.key', 'month', 'ruleId', '不能在这里改'],
    ['a rule of the plan, to take back', 'jinan.tier.key', null, 'ruleId', '方案写明'],
    ['how facts compare', 'jinan.age', '65', 'ruleId', '不能在这里改'],
    [
      'neglect, which goes to the street everywhere',
      'jinan.referral.family-duty',
      'community',
      'ruleId',
      '不能在这里改',
    ],
    ['a value that is no option', 'jinan.cadence.secondary', 'year', 'value', '每半个月一次'],
    ['a relative for what is kept from them', 'jinan.referral.kept-from-family', 'first-contact', 'value', '街道'],
  ])('refuses %s', (_, ruleId, value, field, words) => {
    expect(problem(ruleId, value)).toEqual({ field, message: expect.stringContaining(words) });
  });
});

describe('本区规定：every choice has its effect', () => {
  const sheets = Array.from({ length: 500 }, (_, seed) => factSheet(seed));
  const codes = ['life-danger', 'urgent', 'ordinary', 'information', 'no-answer'] as const;
  const modes = ['on-site', 'phone', 'online', 'remote-monitoring', 'other'] as const;
  const kept = { matter: 'satisfaction', visibility: 'staff' } as const;

  const differs = (pack: PolicyPack, readings: DistrictReading[]): boolean => {
    const local = { on: TODAY, readings };
    const ours = { on: TODAY, readings: [] };
    const { to } = referral(pack, sheets[0]!, TODAY, kept, readings);
    return (
      codes.some((one) => JSON.stringify(clocks(pack, one, local)) !== JSON.stringify(clocks(pack, one, ours))) ||
      modes.some((mode) => fulfils(pack, mode, local) !== fulfils(pack, mode, ours)) ||
      to !== referral(pack, sheets[0]!, TODAY, kept).to ||
      sheets.some((sheet) => {
        const [mine, plain] = [readings, []].map((some) => [
          withoutGrounds(pack, sheet, some),
          signalReferral(pack, sheet, TODAY, some).to,
        ]);
        return JSON.stringify(mine) !== JSON.stringify(plain);
      })
    );
  };
  const withoutGrounds = (pack: PolicyPack, sheet: ElderFacts, readings: readonly DistrictReading[]) =>
    JSON.parse(
      JSON.stringify(evaluate(pack, sheet, TODAY, readings), (key, value: unknown) =>
        key === 'because' ? undefined : value,
      ),
    ) as unknown;

  it.each(packs.map((pack) => [pack.id, pack] as const))('%s', (_, pack) => {
    const idle = decidableReadings(pack, TODAY).flatMap(({ ruleId, ours, options }) =>
      options
        .filter(({ code }) => code !== ours && !differs(pack, [since(ruleId, code)]))
        .map(({ code }) => `${ruleId} ${code}`),
    );
    expect(idle).toEqual([]);
  });

  it.each(packs.map((pack) => [pack.id, pack] as const))(
    '%s: deciding as we read it changes the grounds alone',
    (_, pack) => {
      for (const { ruleId, ours } of decidableReadings(pack, TODAY)) {
        expect([ruleId, differs(pack, [since(ruleId, ours)])]).toEqual([ruleId, false]);
      }
    },
  );
});
