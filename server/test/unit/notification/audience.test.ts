import { Audience } from '../../../src/modules/notification/audience.service';
import type { NeedView } from '../../../src/modules/care';
import type { ElderView, RelativeView } from '../../../src/modules/registry';
import type { Ctx } from '../../../src/platform/context/context';

const CTX = {} as Ctx;
const ELDER = { id: 'elder', name: '李秀兰', callName: '李奶奶', communityId: 'community', endedOn: null } as ElderView;

const relative = (id: string, more: Partial<RelativeView> = {}): RelativeView => ({
  ...{ id, name: id, relation: 'child', kinWord: null, callsElder: null, phoneMasked: '*** **** **01' },
  ...{ firstContact: false, emergencyContact: false, guardian: false, livesWithElder: false },
  ...{ residence: null, birthDate: null, awaySince: null, ableToSupport: null },
  ...more,
});
const DAUGHTER = relative('daughter', { firstContact: true, kinWord: '女儿', callsElder: '妈妈' });
const SON = relative('son', { emergencyContact: true });
const NEPHEW = relative('nephew', { relation: 'other' });

const need = (to: 'first-contact' | 'community' | 'street', inform: string[], more: Partial<NeedView> = {}) =>
  ({ owner: { kind: to }, inform, heldFromFamily: false, firstContactMissing: false, ...more }) as NeedView;

/** The relatives of the registry, those of them who have a confirmed account, and the offices where somebody works. */
function audienceOf(
  relatives: RelativeView[],
  bound: string[],
  staffed: readonly string[] = ['community', 'street', 'district'],
): Audience {
  const kinships = {
    ofElder: async () => bound.map((id) => ({ relativeId: id, accountId: `account of ${id}` })),
    familyOf: async () => new Set(bound.map((id) => `account of ${id}`)),
  };
  const registry = { relatives: async () => relatives };
  const divisions = { ancestor: (_: string, level: string) => ({ id: `${level} of the elder` }) };
  const accounts = {
    byMembership: async (_: Ctx, role: string, at: string) => [
      ...(staffed.includes(role) ? [{ id: `${role} at ${at}` }] : []),
      { id: 'account of nephew' },
    ],
  };
  return new Audience(accounts as never, kinships as never, registry as never, divisions as never);
}

const family = async (audience: Audience, about: NeedView, elder = ELDER) => {
  const { addressees, toPhone } = await audience.family(CTX, elder, about);
  return { told: addressees.map(({ relativeId }) => relativeId), toPhone };
};
const STREET = { accountId: 'street at street of the elder', insteadOf: null };
const DISTRICT = { accountId: 'district at district of the elder', insteadOf: null };
const everybody = audienceOf([NEPHEW, SON, DAUGHTER], ['daughter', 'son', 'nephew']);

describe('北京 二（五）: the first contact owns the need', () => {
  it('tells the first contact alone', async () => {
    expect(await family(everybody, need('first-contact', []))).toEqual({ told: ['daughter'], toPhone: null });
  });

  it('of 特困 and 计生特殊 elders the street does: nobody of the family is told', async () => {
    expect(await family(everybody, need('street', []))).toEqual({ told: [], toPhone: null });
  });

  it('without a first contact somebody phones a relative with a number', async () => {
    const audience = audienceOf([relative('cousin', { phoneMasked: null }), NEPHEW], []);
    const about = need('community', [], { firstContactMissing: true });
    expect(await family(audience, about)).toEqual({
      told: [],
      toPhone: { relativeId: 'nephew', reason: 'no-first-contact' },
    });
  });
});

describe('a first contact who was missing when it was found', () => {
  it('is told once they have been named', async () => {
    expect(await family(everybody, need('community', [], { firstContactMissing: true }))).toEqual({
      told: ['daughter'],
      toPhone: null,
    });
  });
});

describe('济南, 辽宁: the community owns it and informs the first contact', () => {
  it('tells the first contact alone', async () => {
    expect(await family(everybody, need('community', ['first-contact']))).toEqual({
      told: ['daughter'],
      toPhone: null,
    });
  });

  it('the call they use goes with it', async () => {
    const { addressees } = await everybody.family(CTX, ELDER, need('community', ['first-contact']));
    expect(addressees).toEqual([{ accountId: 'account of daughter', relativeId: 'daughter', callName: '妈妈' }]);
  });
});

describe('黑龙江: the emergency contact is informed as well', () => {
  const about = need('community', ['first-contact', 'emergency-contact']);

  it('tells both, the first contact first', async () => {
    expect((await family(everybody, about)).told).toEqual(['daughter', 'son']);
  });

  it('tells the one who can be reached, and phones nobody then', async () => {
    expect(await family(audienceOf([SON, DAUGHTER], ['son']), about)).toEqual({ told: ['son'], toPhone: null });
  });

  it('phones the first contact when neither can', async () => {
    expect(await family(audienceOf([SON, DAUGHTER], ['nephew']), about)).toEqual({
      told: [],
      toPhone: { relativeId: 'daughter', reason: 'no-account' },
    });
  });
});

describe('a neighbour who is the emergency contact', () => {
  const NEIGHBOUR = relative('neighbour', { relation: 'neighbour', emergencyContact: true });
  const CHILD = relative('child');
  const about = (severity: NeedView['severity']) =>
    need('community', ['first-contact', 'emergency-contact'], { severity });

  it('is told of a danger to life, by telephone too', async () => {
    expect((await family(audienceOf([NEIGHBOUR, CHILD], ['neighbour']), about('life-danger'))).told).toEqual([
      'neighbour',
    ]);
    expect(await family(audienceOf([NEIGHBOUR, CHILD], []), about('life-danger'))).toEqual({
      told: [],
      toPhone: { relativeId: 'neighbour', reason: 'no-account' },
    });
  });

  it.each(['urgent', 'ordinary', 'information'] as const)(
    'is not told of what is %s: a child is rung',
    async (severity) => {
      expect(await family(audienceOf([NEIGHBOUR, CHILD], ['neighbour']), about(severity))).toEqual({
        told: [],
        toPhone: { relativeId: 'child', reason: 'no-first-contact' },
      });
      expect(await family(audienceOf([NEIGHBOUR], []), about(severity))).toEqual({ told: [], toPhone: null });
      const both = audienceOf([NEIGHBOUR, DAUGHTER], ['neighbour', 'daughter']);
      expect((await family(both, about(severity))).told).toEqual(['daughter']);
    },
  );

  it('is told where the plan has made them the first contact', async () => {
    const named = { ...NEIGHBOUR, firstContact: true };
    expect((await family(audienceOf([named, CHILD], ['neighbour']), about('ordinary'))).told).toEqual(['neighbour']);
    expect((await family(audienceOf([named, CHILD], []), about('ordinary'))).toPhone?.relativeId).toBe('neighbour');
  });
});

describe('what is held from the family', () => {
  it('is told to no relative, and no relative is phoned', async () => {
    const about = need('community', ['first-contact'], { heldFromFamily: true });
    expect(await family(everybody, about)).toEqual({ told: [], toPhone: null });
    expect(await family(audienceOf([DAUGHTER], []), about)).toEqual({ told: [], toPhone: null });
  });

  it('is not told to an officer who is a relative', async () => {
    expect(await everybody.officers(CTX, ELDER, ['street'])).toEqual([STREET]);
  });
});

describe('an office where nobody can be told', () => {
  const family = [NEPHEW, DAUGHTER];
  const officers = (staffed: string[], offices: Parameters<Audience['officers']>[2]) =>
    audienceOf(family, ['nephew'], staffed).officers(CTX, ELDER, offices);

  it('is stood in for by the one above, which learns why', async () => {
    expect(await officers(['street'], ['community'])).toEqual([{ ...STREET, insteadOf: 'community' }]);
    expect(await officers(['district'], ['community'])).toEqual([{ ...DISTRICT, insteadOf: 'community' }]);
    expect(await officers(['district'], ['street'])).toEqual([{ ...DISTRICT, insteadOf: 'street' }]);
  });

  it('makes nobody told twice', async () => {
    expect(await officers(['street'], ['street', 'community'])).toEqual([STREET]);
    expect(await officers([], ['community', 'street'])).toEqual([]);
  });
});

describe('after the elder’s death', () => {
  it('nobody of the family is told by a message', async () => {
    const elder = { ...ELDER, endedOn: '2026-11-20' } as ElderView;
    expect(await family(everybody, need('community', ['first-contact']), elder)).toEqual({ told: [], toPhone: null });
  });
});

describe('an elder without relatives', () => {
  it('has nobody to be told or phoned', async () => {
    expect(await family(audienceOf([], []), need('community', ['first-contact']))).toEqual({ told: [], toPhone: null });
  });
});
