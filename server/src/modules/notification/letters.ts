import type { EventName } from '../../platform/outbox';
import type { NeedView, RisenFrom } from '../care';
import type { Office } from './audience.service';
import { dayOf, type TemplateKey } from './templates';

/** What happened to needs of one elder, told in people's words. */
export interface Story {
  /** 妈妈, or 李奶奶. */
  callName: string;
  elderName: string;
  elderId: string;
  /** In the order of urgency; at least one. */
  needs: readonly { id: string; matter: string; title: string; plain: string }[];
  /** Calendar date by which an answer is wanted. */
  answerBy: string;
  lifeDanger: boolean;
  heldFromFamily: boolean;
  /** The plan names the first contact, and none is registered. */
  firstContactMissing: boolean;
  /** 女儿王静, 社区, 街道: who did it. */
  actor: string;
  /** What the family chose. */
  choice: 'self' | 'community' | null;
  /** Who let it go up; null when it did not. */
  risenFrom: RisenFrom | null;
  /** How it ended; null while it has not. */
  outcome: NeedView['outcome'];
}

interface Letter {
  /** Null: inbox only. */
  template: TemplateKey | null;
  title: (story: Story) => string;
  lines: (story: Story) => string[];
  page: (story: Story) => string;
}

export type Happening = 'found' | 'worse' | 'escalated' | 'answered' | 'closed' | 'restored' | 'moved' | 'unreachable';

/** Whom it is written to: kin by their role in the plan, or officers. Null: they are not told of this. */
export interface Announcement {
  event: EventName;
  family: Letter | null;
  officers: Letter;
}

const thingsOf = ({ needs }: Story): string => (needs.length > 1 ? ` ${needs.length} 件事` : '件事');
const titlesOf = ({ needs }: Story): string[] => needs.map(({ title }) => title);
const OUTCOMES = { done: '办好了', 'not-needed': '不用办了', 'handed-over': '转给别的单位办了' } as const;
const ending = ({ outcome }: Story): string => OUTCOMES[outcome ?? 'done'];
const firstTitle = ({ needs }: Story): string => needs[0]?.title ?? '';

const PAGES = {
  family: ({ needs, elderId }: Story): string =>
    needs.length === 1 ? `family/need/index?id=${needs[0]!.id}` : `family/parent/index?elderId=${elderId}`,
  officers: ({ needs }: Story): string => `officer/need/index?id=${needs[0]!.id}`,
};

/** Why it went up: what was not done by then. */
const NOT_DONE: Partial<Record<RisenFrom, string>> = {
  'community-taken': '社区接了，到日子没办好',
  'street-taken': '街道接了，到日子没办好',
  'district-taken': '区里接了，到日子没办好',
};
const whyUp = ({ choice, risenFrom }: Story): string =>
  (risenFrom && NOT_DONE[risenFrom]) ?? (choice === 'self' ? '家里说自己办，到日子没办好' : '到时候没人接');

const OFFICE_WORDS: Record<Office, string> = { community: '社区', street: '街道', district: '区里' };

/** Ends the letter to an officer above the one whom it concerns. */
export function whyYou(missing: Office): string {
  return `${OFFICE_WORDS[missing]}那边还没有人能收到提醒，先告诉您`;
}

/** Whom nobody could find the family may be asked about, by a person; of their own conduct they hear nothing. */
const heldWords = ({ needs: [first] }: Story): string =>
  first?.matter === 'no-answer' ? '没有发消息给家人，要问他们的请打电话' : '这件事不告诉家人，请当面核实';

const pleaseSay = (story: Story): string =>
  story.lifeDanger ? '事情紧急，请马上看' : `请在${dayOf(story.answerBy)}前拿个主意`;

/** @param what 有人接 */
const pleaseDo = (what: string, { lifeDanger, answerBy }: Story): string =>
  lifeDanger ? `请马上${what}` : `请在${dayOf(answerBy)}前${what}`;

/** A further call for help is no worse than the first, it is one more. */
const isOneMore = ({ needs: [first] }: Story): boolean => first?.matter === 'emergency';

const PLEASE_DECIDE: Letter = {
  template: 'needRaised',
  title: (story) => `${story.callName}家有${thingsOf(story)}请您看看`,
  lines: (story) => [...titlesOf(story), pleaseSay(story)],
  page: PAGES.family,
};

/** The one table: event → audience → template → lines. */
export const ANNOUNCEMENTS: Record<Happening, Announcement> = {
  found: {
    event: 'need.raised',
    family: PLEASE_DECIDE,
    officers: {
      template: null,
      title: (story) =>
        `${story.elderName}家：${story.needs.length > 1 ? `探访看到 ${story.needs.length} 件事` : firstTitle(story)}`,
      lines: (story) => [
        ...(story.needs.length > 1 ? titlesOf(story) : story.needs.map(({ plain }) => plain)),
        ...(story.heldFromFamily ? [heldWords(story)] : []),
        ...(story.firstContactMissing ? ['名册里没有第一联系人，由社区先办，请尽快补上'] : []),
        pleaseDo('有人接', story),
      ],
      page: PAGES.officers,
    },
  },
  worse: {
    event: 'need.evidenced',
    family: {
      template: 'needRaised',
      title: (story) => `${story.callName}家${isOneMore(story) ? '又有紧急情况' : '的事更要紧了'}，请您看看`,
      lines: (story) => [...titlesOf(story), pleaseSay(story)],
      page: PAGES.family,
    },
    officers: {
      template: null,
      title: (story) =>
        isOneMore(story)
          ? `${story.elderName}家又有紧急情况：${firstTitle(story)}`
          : `${story.elderName}家：${firstTitle(story)}，比上次要紧`,
      lines: (story) => [
        ...(isOneMore(story) ? ['前一次有人接过的，也请再接一次'] : []),
        ...(story.heldFromFamily ? [heldWords(story)] : []),
        pleaseDo('有人接', story),
      ],
      page: PAGES.officers,
    },
  },
  escalated: {
    event: 'need.escalated',
    family: null,
    officers: {
      template: null,
      title: (story) => `${story.elderName}家：${firstTitle(story)}，${whyUp(story)}，转到您这里`,
      lines: (story) => [`${whyUp(story)}，${pleaseDo('安排', story)}`],
      page: PAGES.officers,
    },
  },
  answered: {
    event: 'need.answered',
    family: null,
    officers: {
      template: null,
      title: (story) =>
        story.choice === 'self' ? `${story.elderName}家：家里自己来办` : `${story.elderName}家：家里请社区协助`,
      lines: (story) => [
        firstTitle(story),
        story.choice === 'self'
          ? `${story.actor}说自己来处理，办好了会点一下`
          : `${story.actor}请社区帮忙，请先联系他们`,
      ],
      page: PAGES.officers,
    },
  },
  closed: {
    event: 'need.closed',
    family: {
      template: 'needClosed',
      title: (story) => `${story.callName}家的事${ending(story)}`,
      lines: (story) => [firstTitle(story), `${story.actor}说${ending(story)}，下次探访会再看看`],
      page: PAGES.family,
    },
    officers: {
      template: null,
      title: (story) => `${story.elderName}家：${firstTitle(story)}，${ending(story)}`,
      lines: (story) => [`${story.actor}说${ending(story)}`],
      page: PAGES.officers,
    },
  },
  restored: {
    event: 'need.restored',
    family: PLEASE_DECIDE,
    officers: {
      template: null,
      title: (story) => `${story.elderName}家：${firstTitle(story)}，登记恢复了，还要办`,
      lines: (story) => [
        ...(story.heldFromFamily ? [heldWords(story)] : []),
        `老人的登记恢复了，这件事重新打开，${pleaseDo('有人接', story)}`,
      ],
      page: PAGES.officers,
    },
  },
  unreachable: {
    event: 'elder.changed',
    family: null,
    officers: {
      template: null,
      title: (story) => `${story.elderName}家：${firstTitle(story)}，没有家人可以告诉`,
      lines: (story) => [
        ...(story.needs.length > 1 ? titlesOf(story) : []),
        '要告诉的亲属不在名册里了，也没有别的家人。请社区先办，问到家人请补上',
      ],
      page: PAGES.officers,
    },
  },
  moved: {
    event: 'need.moved',
    family: null,
    officers: {
      template: null,
      title: (story) => `${story.elderName}家：${firstTitle(story)}，老人搬来了，要接着办`,
      lines: (story) => [
        ...(story.heldFromFamily ? [heldWords(story)] : []),
        `原来那边没办完，${pleaseDo('有人接', story)}`,
      ],
      page: PAGES.officers,
    },
  },
};
