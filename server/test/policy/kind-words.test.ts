import { CATEGORIES } from '@tanfang/shared';
import {
  evaluate,
  familyAccount,
  packs,
  packOf,
  type Citation,
  type DistrictReading,
  type ElderFacts,
  type FamilyAccount,
  type FamilyPeople,
  type PolicyPack,
} from '../../src/policy';
import type { Elder } from '../../src/policy/engine/elder';
import { UNTOLD } from '../../src/policy/engine/kind-words';
import { DAYS, factSheet } from './differential/fact-sheets';
import { child, elder, husband, liXiulan, NEXT_DISTRICT, TODAY, widow } from './story';

const wangjing: FamilyPeople = { she: '她', kin: [{ word: '女儿', place: '上海' }] };

function tell(facts: ElderFacts, packId: string = 'jinan', people: FamilyPeople = wangjing, on = TODAY): FamilyAccount {
  const pack = packOf(packId)!;
  return familyAccount(pack, facts, evaluate(pack, facts, on), people);
}

const answers = ({ reasons }: FamilyAccount) => reasons.map(({ question, answer }) => `${question}？${answer}`);

describe('李秀兰的女儿看到的', () => {
  it('先是人话，再是方案的原文', () => {
    const account = tell(liXiulan());
    expect(account).toMatchObject({ state: 'visited', headline: '每周至少看一次' });
    expect(answers(account)).toEqual([
      '为什么在名单里？独居：老伴不在，女儿在上海',
      '为什么是重点人群？她 82 岁，满了 80',
      '为什么每周一次？还没签委托，按重点人群每周一次',
      '看到要办的事，先找谁？由社区来办，同时告诉家里的第一联系人',
    ]);
    const [, tier, visits] = account.reasons;
    expect(tier!.because).toMatchObject([
      { article: '二（一）1（1）', text: '年龄≥80岁的特殊困难老年人', reading: false },
    ]);
    expect(visits!.because.map(({ reading }) => reading)).toEqual([true, false, false]);
  });

  it('签了委托的，频次换一句话', () => {
    expect(answers(tell(liXiulan({ entrustment: 'active' })))).toContain(
      '为什么每月一次？签了委托，代理服务机构每个月至少联系一次',
    );
  });

  it('北京：次数从 2026 年起不一样；先找谁，只说有哪几种', () => {
    const facts = liXiulan({ lacksDailyCare: true });
    expect(answers(tell(facts, 'beijing', wangjing, '2025-12-31'))).toContain('为什么每月一次？现在每个月至少看一次');
    expect(answers(tell(facts, 'beijing', wangjing, '2026-01-01'))).toContain(
      '为什么每周一次？从 2026 年起，每周至少看一次',
    );
    expect(answers(tell(facts, 'beijing')).at(-1)).toBe(
      '看到要办的事，先找谁？一般先告诉家里的第一联系人；有的家庭由街道（乡镇）直接来办',
    );
  });

  it('老两口', () => {
    const couple = elder({ relatives: [husband(), child()] });
    const people = { she: '他' as const, kin: [{ word: '老伴', place: null }, wangjing.kin[0]!] };
    expect(answers(tell(couple, 'jinan', people))[0]).toBe('为什么在名单里？空巢：家里只有老两口，女儿在上海');
  });

  it('别的孩子住哪里，不替他们说', () => {
    const facts = widow({ relatives: [child(), child({ residence: { division: NEXT_DISTRICT } })] });
    const two = (word: string) => tell(facts, 'jinan', { she: '她', kin: [...wangjing.kin, { word, place: null }] });
    expect(answers(two('儿子'))[0]).toBe('为什么在名单里？独居：老伴不在，女儿在上海，儿子不住在身边');
    expect(answers(two('女儿'))[0]).toBe('为什么在名单里？独居：老伴不在，女儿在上海，另一个女儿不住在身边');
    const nobody = tell(facts, 'jinan', { she: '她', kin: [] });
    expect(answers(nobody)[0]).toBe('为什么在名单里？独居：老伴不在，孩子们都不住在身边');
  });

  it('不知道住哪里的，不说不在身边', () => {
    const facts = widow({ relatives: [{ relation: 'child' }] });
    expect(answers(tell(facts, 'jinan', { she: '她', kin: [{ word: '儿子', place: null }] }))[0]).toBe(
      '为什么在名单里？独居：老伴不在，儿子没有住在一起',
    );
  });
});

describe('还不知道的、不用去看的', () => {
  const { relatives: _, ...unasked } = widow();

  it('没问过有没有亲属：还定不了，不说不用', () => {
    expect(tell(unasked)).toMatchObject({
      state: 'not-known',
      headline: '要不要定期去看，还定不了',
      reasons: [{ about: 'not-known', answer: '家里有谁、住在哪儿，社区还没问清' }],
    });
    const { maritalStatus: __, ...single } = widow({ relatives: [child({ residence: {} })] });
    expect(tell(single)).toMatchObject({ state: 'not-known', reasons: [{ answer: '有没有老伴，社区还没问清' }] });
  });

  it('别的原因已经在名单里：照样去看，还不清楚的另说', () => {
    const account = tell({ ...unasked, ability: { level: 'severe' } });
    expect(account.state).toBe('visited');
    expect(answers(account).at(-1)).toBe('还不清楚的？家里有谁、住在哪儿，社区还没问清');
  });

  it('不满 60 岁，说年纪；不属于哪一类，说现在知道的', () => {
    expect(tell(widow({ birthDate: '1970-01-01' }))).toMatchObject({
      state: 'not-owed',
      headline: '现在不用定期去看',
      reasons: [{ answer: '她 56 岁，方案从 60 岁算起', because: [{ rule: 'jinan.age' }] }],
    });
    expect(tell(elder({ relatives: [husband(), child({ livesWithElder: true })] }))).toMatchObject({
      state: 'not-owed',
      reasons: [{ answer: '现在知道的情况，不在要定期去看的几类里' }],
    });
  });
});

describe('本区另有规定的', () => {
  it('说的是本区的结果，不是我们的那句话', () => {
    const readings: DistrictReading[] = [
      { ruleId: 'jinan.cadence.aged-80', value: 'half-month', from: '2026-01-01', reason: '每半个月上门一次' },
    ];
    const pack = packOf('jinan')!;
    const facts = liXiulan();
    const account = familyAccount(pack, facts, evaluate(pack, facts, TODAY, readings), wangjing);
    expect(account.headline).toBe('每半个月至少看一次');
    expect(answers(account)).toContain('为什么每半个月一次？按本区规定，每半个月一次');
    // What no longer holds is not told: the plan's own words stay, our reading goes.
    expect(account.reasons[2]!.because.map(({ text }) => text)).toEqual([
      '本区规定（自2026-01-01起）：每半个月上门一次',
      expect.stringContaining('探访关爱服务对象为除年龄≥80岁'),
      expect.stringContaining('重点人群一周探访关爱一次'),
    ]);
  });
});

/** The rules of which a family reads, by the code that an answer's grounds begin with. */
function toldRules(pack: PolicyPack): string[] {
  const tables = [...(pack.tiers?.rules ?? []), ...pack.cadence.rules, ...pack.referral.rules];
  const grounds: (readonly Citation[])[] = [
    pack.age.notReached,
    pack.noCategory,
    ...pack.categories.map(({ because }) => because),
    ...tables.flatMap(({ then }) => then.map(({ because }) => because)),
  ];
  return [...new Set(grounds.map(([first]) => first!.rule.slice(pack.id.length + 1)))];
}

const MARKS = /特困|低保|签约/;

/** Whether what is owed follows from assistance, class of service or a contract, by rules that the pack calls untold. */
function restsOnMarks(facts: ElderFacts, unmarked: ElderFacts, pack: PolicyPack, on: string): boolean {
  if (!Object.values(pack.kindWords).includes(UNTOLD)) return false;
  const owed = (of: ElderFacts) => {
    const { eligible, categories, tier, visits } = evaluate(pack, of, on);
    return JSON.stringify([eligible, categories.map(({ code }) => code), tier?.code, visits?.every]);
  };
  return owed(facts) !== owed(unmarked);
}

/** 济南 三（三）「注重保护特殊困难老年人隐私」: what she cannot do, and what papers say of it, not every relative knows. */
const ILLNESS = /失能|失智|重残|残疾|卧床|走动|记性|能力评估/;

/** Words that belong to officers, and what not every relative knows. */
const NOT_FOR_FAMILY = /用户|工单|对象|处置|对接|特困|低保|兜底|undefined|null|—/;

describe.each(packs.map((pack) => [pack.id, pack] as const))('%s：家人看的话', (packId, pack) => {
  it('每一条会答到的规则都有一句', () => {
    expect(toldRules(pack).filter((rule) => pack.kindWords[rule] === undefined)).toEqual([]);
  });

  it('自己的话没有一句是多余的', () => {
    const shared = new Set(packs.flatMap((other) => (other.id === packId ? [] : Object.keys(other.kindWords))));
    const own = Object.keys(pack.kindWords).filter((rule) => !shared.has(rule));
    expect(own.filter((rule) => !toldRules(pack).includes(rule))).toEqual([]);
  });

  it('两千位老人，七个日子：句句读得通，与救助、服务类别、签约无关', () => {
    const faults: object[] = [];
    for (let seed = 0; seed < 2_000; seed += 1) {
      const facts = factSheet(seed);
      const { assistance: _, serviceClass: __, contracts: ___, ...unmarked } = facts;
      for (const on of DAYS) {
        const account = tell(facts, packId, { she: '她', kin: [] }, on);
        const said = JSON.stringify(account);
        // Where a rule rests on such a mark, whether she is visited does as well; then no sentence may say why.
        const rests = restsOnMarks(facts, unmarked, pack, on);
        if (!rests && said !== JSON.stringify(tell(unmarked, packId, { she: '她', kin: [] }, on)))
          faults.push({ seed, on, said });
        // Nor do the grounds say which: of a category or of the cadence they would.
        const telling = account.reasons.filter(({ about }) => about === 'category' || about === 'visits');
        const grounds = telling.flatMap(({ because }) => because.map(({ text }) => text)).join();
        if (/失能|失智|重残/.test(grounds)) faults.push({ seed, on, grounds });
        if (rests && MARKS.test(said)) faults.push({ seed, on, said });
        for (const { answer } of account.reasons) {
          const empty = /：$|：，|，，|，$|^$/.test(answer);
          const notForFamily = NOT_FOR_FAMILY.exec(answer)?.[0];
          const illness = ILLNESS.exec(answer)?.[0];
          if (illness) faults.push({ seed, on, answer, illness });
          if (empty || notForFamily || answer.length > 45) faults.push({ seed, on, answer, notForFamily });
        }
      }
    }
    expect(faults.slice(0, 5)).toEqual([]);
  });
});

it('因为低保才去看的，家人只看到结果，看不到是哪一条', () => {
  const jinan = packOf('jinan')!;
  const [living] = jinan.categories;
  const poor = { ...living!, code: 'jinan:困难' as const, when: ({ facts }: Elder) => facts.assistance !== undefined };
  const pack: PolicyPack = {
    ...jinan,
    categories: [poor],
    kindWords: { ...jinan.kindWords, [living!.because[0].rule.slice('jinan.'.length)]: UNTOLD },
  };
  const facts = elder({ assistance: ['minimum-living'] });
  const account = familyAccount(pack, facts, evaluate(pack, facts, TODAY), wangjing);
  expect(account.state).toBe('visited');
  expect(account.reasons[0]).toEqual({
    ...{ about: 'category', question: '为什么在名单里' },
    ...{ answer: '按方案和社区了解的情况，算在内', because: [] },
  });
  expect(JSON.stringify(account)).not.toMatch(/低保|：困难/);
});

describe.each(packs.map(({ id }) => [id] as const))('%s：身体怎样，不替她说', (packId) => {
  it.each([
    ['能力评估', { ability: { level: 'severe' } }],
    ['失智', { ability: { level: 'severe' }, dementia: true }],
    ['残疾证', { disability: { grade: 1 } }],
  ] as const)('%s：只说日常起居', (_, facts) => {
    const account = tell(elder({ relatives: [husband(), child({ livesWithElder: true })], ...facts }), packId);
    expect(account.reasons[0]!.answer).toMatch(/^日常起居/);
    expect(account.reasons[0]!.because).toEqual([]);
  });

  it('残疾证过了期：家人看不到是哪一张证', () => {
    const facts = elder({
      relatives: [husband(), child({ livesWithElder: true })],
      disability: { grade: 1, validUntil: '2026-03-01' },
    });
    expect(tell(facts, packId).state).toBe('not-owed');
    expect(JSON.stringify(tell(facts, packId))).not.toMatch(/残疾证|持有效/);
  });
});

it('济南：失智的，家人看到的与中度失能的一样', () => {
  const toldOf = (facts: Partial<ElderFacts>) =>
    tell(elder({ relatives: [husband(), child({ livesWithElder: true })], ...facts })).reasons[0];
  expect(toldOf({ dementia: true })).toEqual(toldOf({ ability: { level: 'moderate' } }));
});

it('没有自己的话的规则，也说得通', () => {
  const pack = { ...packOf('jinan')!, kindWords: {} };
  const facts = liXiulan();
  expect(answers(familyAccount(pack, facts, evaluate(pack, facts, TODAY), wangjing))).toEqual([
    `为什么在名单里？${CATEGORIES['living-alone']}：按方案算在内`,
    '为什么是重点人群？按方案，算重点人群',
    '为什么每周一次？按方案，每周一次',
    '看到要办的事，先找谁？按方案，由社区（村）来办',
  ]);
});
