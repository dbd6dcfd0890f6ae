import { checkDigit, type Relation, type Sex } from '@tanfang/shared';
import type { ElderFacts } from '../../../policy';
import { divisionsIn, type DivisionsFile } from '../divisions';
import { stableId } from '../stable-id';
import type {
  DemoAccount,
  DemoAssignment,
  DemoElder,
  DemoHint,
  DemoMembership,
  DemoPersona,
  DemoRelative,
  DemoSheet,
  DemoVisit,
} from './types';

type FactsOfRelative = NonNullable<ElderFacts['relatives']>[number];
/** What the facts say beyond age, place and relatives, which the story itself tells. */
export type Traits = Omit<ElderFacts, 'birthDate' | 'residence' | 'household' | 'relatives'>;

export interface AccountStory {
  key: string;
  name: string;
  /** Last four digits, see `demoPhone`. */
  phone: string;
  memberships?: DemoMembership[];
  persona?: Omit<DemoPersona, 'key'>;
}

type KinshipStory =
  | { status: 'confirmed'; account: string; confirmedBy: string }
  | { status: 'awaiting'; account: string; acceptedAt: number }
  | { status: 'invited'; invitedAt: number };

export interface RelativeStory {
  key: string;
  name: string;
  relation: Relation;
  kinWord: string;
  callsElder?: string;
  /** Last four digits; left out when nobody knows a number. */
  phone?: string;
  livesWithElder?: boolean;
  /** Division code of where they live. */
  residence?: string;
  birthDate?: string;
  awaySince?: string;
  ableToSupport?: boolean;
  firstContact?: boolean;
  emergencyContact?: boolean;
  guardian?: boolean;
  kinship?: KinshipStory;
}

export interface ElderStory {
  key: string;
  name: string;
  sex: Sex;
  born: string;
  phone?: string;
  community: string;
  address: string;
  place?: string;
  callName?: string;
  /** Division code of the registered household, if another one. */
  household?: string;
  registeredOn: string;
  traits: Traits;
  relatives: RelativeStory[];
  hints?: DemoHint[];
  visitors?: DemoAssignment[];
  doorCode?: boolean;
  wish?: string;
  visits?: DemoVisit[];
  sheets?: DemoSheet[];
}

/** 1420000xxxx: no network was ever given these numbers. */
export function demoPhone(lastFour: string): string {
  return `1420000${lastFour}`;
}

/**
 * A valid number that belongs to nobody: no place was ever given the area code 990000.
 * @param serial 0–499, to keep apart two people of one birth date
 */
export function demoIdNumber(birthDate: string, sex: Sex, serial: number): string {
  const sequence = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = `990000${birthDate.replace(/-/g, '')}${sequence}`;
  return first17 + checkDigit(first17);
}

/** Makes the people of one place; ids are the same at every start. */
export class Cast {
  constructor(
    private readonly place: string,
    private readonly divisionsFile: DivisionsFile,
  ) {}

  accountId(key: string): string {
    return stableId(`${this.place}/account/${key}`);
  }

  elderId(key: string): string {
    return stableId(`${this.place}/elder/${key}`);
  }

  account(story: AccountStory): DemoAccount {
    return {
      id: this.accountId(story.key),
      ...(story.persona ? { persona: { key: story.key, ...story.persona } } : {}),
      openid: `oDemo-${this.place}-${story.key}`,
      name: story.name,
      phone: demoPhone(story.phone),
      memberships: story.memberships ?? [],
    };
  }

  elder(story: ElderStory): DemoElder {
    const { key, name, sex, born, community } = story;
    return {
      id: this.elderId(key),
      name,
      sex,
      birthDate: born,
      idNumber: demoIdNumber(born, sex, Array.from(key).reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 500),
      phone: story.phone === undefined ? null : demoPhone(story.phone),
      address: story.address,
      place: story.place ?? story.address.replace(/ [^ ]+$/, ''),
      community,
      callName: story.callName ?? `${Array.from(name)[0] ?? ''}${sex === 'female' ? '奶奶' : '爷爷'}`,
      registeredOn: story.registeredOn,
      facts: this.facts(story),
      relatives: story.relatives.map((relative) => this.relative(key, relative)),
      hints: story.hints ?? [],
      visitors: story.visitors ?? [],
      doorCode: story.doorCode === false ? null : { id: stableId(`${this.place}/door-code/${key}`) },
      wish: story.wish ?? null,
      visits: story.visits ?? [],
      sheets: story.sheets ?? [],
    };
  }

  private facts(story: ElderStory): ElderFacts {
    return {
      birthDate: story.born,
      residence: this.whereabouts(story.community),
      household: this.whereabouts(story.household ?? story.community),
      ...story.traits,
      relatives: story.relatives.map(toFacts),
    };
  }

  private whereabouts(division: string): { division: string; rural: boolean } {
    const row = divisionsIn(this.divisionsFile).find((one) => one.code === division);
    return { division, rural: row?.rural === true };
  }

  private relative(elderKey: string, story: RelativeStory): DemoRelative {
    return {
      id: stableId(`${this.place}/relative/${elderKey}/${story.key}`),
      name: story.name,
      relation: story.relation,
      kinWord: story.kinWord,
      callsElder: story.callsElder ?? null,
      phone: story.phone === undefined ? null : demoPhone(story.phone),
      livesWithElder: story.livesWithElder ?? false,
      firstContact: story.firstContact ?? false,
      emergencyContact: story.emergencyContact ?? false,
      guardian: story.guardian ?? false,
      kinship: story.kinship
        ? { id: stableId(`${this.place}/kinship/${elderKey}/${story.key}`), ...story.kinship }
        : null,
    };
  }
}

function toFacts(story: RelativeStory): FactsOfRelative {
  const { relation, livesWithElder = false, residence, birthDate, awaySince, ableToSupport } = story;
  return {
    relation,
    livesWithElder,
    ...(residence === undefined ? {} : { residence: { division: residence } }),
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(awaySince === undefined ? {} : { awaySince }),
    ...(ableToSupport === undefined ? {} : { ableToSupport }),
  };
}
