import { NEED_STATUSES, codesOf, type NeedStatus } from '@tanfang/shared';

import type { Level, Need } from '../../../src/modules/care';
import { farther, hasGoneUp, levelAbove } from '../../../src/modules/care/levels';
import {
  byUrgency,
  isMorePressing,
  NEXT_STATUSES,
  requireMove,
  requireReached,
  requireTakenByFamily,
  requireUnanswered,
} from '../../../src/modules/care/need-state';
import { noteOf } from '../../../src/modules/care/next-visit-note.service';

const need = (changes: Partial<Need> = {}): Need =>
  ({
    id: 'a',
    status: 'open',
    handler: null,
    ownerKind: 'first-contact',
    level: 'first-contact',
    familyWish: null,
    severity: 'ordinary',
    acknowledgeBy: 10,
    ...changes,
  }) as Need;
const said = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    return (error as { detail: string }).detail;
  }
  return 'allowed';
};

describe('the life of a need', () => {
  const statuses = codesOf(NEED_STATUSES);

  it('reaches every status from the first, and ends', () => {
    const reached = new Set<NeedStatus>(['open']);
    for (const status of reached) for (const next of NEXT_STATUSES[status]) reached.add(next);
    expect([...reached].sort()).toEqual([...statuses].sort());
    expect(NEXT_STATUSES.closed).toEqual([]);
  });

  it.each(statuses.flatMap((from) => statuses.map((to) => [from, to] as const)))('%s → %s', (from, to) => {
    const allowed = (NEXT_STATUSES[from] as readonly string[]).includes(to);
    for (const asFamily of [true, false]) {
      const answer = said(() =>
        requireMove(need({ status: from, handler: from === 'open' ? null : 'community' }), to, asFamily),
      );
      expect(answer === 'allowed').toBe(allowed);
      if (!allowed) expect(answer).toMatch(/^[\u4e00-\u9fff，。“”]+$/);
    }
  });

  it('is the district’s only at its own level', () => {
    const sentence = '这件事还没转到区里，现在由社区、街道办';
    for (const level of ['first-contact', 'community', 'street'] as const)
      expect(said(() => requireReached(need({ level }), 'district'))).toBe(sentence);
    expect(said(() => requireReached(need({ level: 'district' }), 'district'))).toBe('allowed');
    expect(said(() => requireReached(need({ level: 'community' }), 'street'))).toBe('allowed');
  });

  it('lets the family answer once, whichever way', () => {
    expect(said(() => requireUnanswered(need()))).toBe('allowed');
    const asked = need({ familyWish: 'community', ownerKind: 'community', level: 'community' });
    expect(said(() => requireUnanswered(asked))).toBe('已经请社区帮忙，社区会联系您');
    expect(
      said(() => requireUnanswered(need({ familyWish: 'self', status: 'acknowledged', handler: 'family' }))),
    ).toContain('家里');
  });

  it('lets the family close what a family took, nothing else', () => {
    const taken = need({ status: 'acknowledged', handler: 'family' });
    expect(said(() => requireTakenByFamily(taken))).toBe('allowed');
    expect(said(() => requireTakenByFamily({ ...taken, handler: 'street' }))).toContain('街道');
    expect(said(() => requireTakenByFamily(need()))).toBe('这件事还没有人接，请先选怎么办');
  });
});

describe('levels', () => {
  it('go first contact → community → street → district and no further', () => {
    const path: Level[] = [];
    for (let level: Level | null = 'first-contact'; level; level = levelAbove(level)) path.push(level);
    expect(path).toEqual(['first-contact', 'community', 'street', 'district']);
  });

  it('never come back down by a wish', () => {
    expect(farther('street', 'community')).toBe('street');
    expect(farther('first-contact', 'community')).toBe('community');
  });
});

describe('a need that has gone up', () => {
  it('lies with another than whom the plan or the family gave it to', () => {
    expect(hasGoneUp(need())).toBe(false);
    expect(hasGoneUp(need({ level: 'community' }))).toBe(true);
    expect(hasGoneUp(need({ level: 'community', familyWish: 'community' }))).toBe(false);
    expect(hasGoneUp(need({ level: 'street', familyWish: 'community' }))).toBe(true);
    expect(hasGoneUp(need({ ownerKind: 'street', level: 'street', familyWish: 'community' }))).toBe(false);
  });
});

describe('urgency', () => {
  it('orders danger to life, urgent, ordinary, information', () => {
    expect(isMorePressing('life-danger', 'urgent')).toBe(true);
    expect(isMorePressing('urgent', 'urgent')).toBe(false);
    expect(isMorePressing('information', 'ordinary')).toBe(false);
  });

  it('then the clock that ends first', () => {
    const [late, soon, urgent] = [
      need({ id: 'l', acknowledgeBy: 9 }),
      need({ id: 's', acknowledgeBy: 5 }),
      need({ id: 'u', severity: 'urgent', acknowledgeBy: 99 }),
    ];
    expect([late, soon, urgent].sort(byUrgency).map(({ id }) => id)).toEqual(['u', 's', 'l']);
  });
});

describe('the line for the next visitor', () => {
  const gas = need({ title: '燃气要留意', needType: 'safety-hazard', heldFromFamily: false });
  const duty = need({ title: '家人很少看望', heldFromFamily: true, severity: 'urgent' });
  const walk = need({ title: '走路吃力', needType: 'rehabilitation', heldFromFamily: false, severity: 'urgent' });

  it('names the most pressing thing and counts the others', () => {
    expect(noteOf([gas], null)).toBe('上次：燃气要留意');
    expect(noteOf([gas, walk], null)).toBe('上次：走路吃力，共 2 件');
  });

  it('says nothing of what is held from the family', () => {
    expect(noteOf([duty], null)).toBeNull();
    expect(noteOf([duty, gas], null)).toBe('上次：燃气要留意');
    expect(noteOf([], { ...duty, needType: 'safety-hazard' })).toBeNull();
  });

  it('asks to look once more at a hazard said to be mended', () => {
    expect(noteOf([], gas)).toBe('燃气要留意：说是办好了，再看一眼');
    expect(noteOf([], walk)).toBeNull();
    expect(noteOf([walk], gas)).toBe('上次：走路吃力');
  });
});
