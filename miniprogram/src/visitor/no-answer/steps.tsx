import { Button, type Step } from '@/components';
import { clockTime, phoneCall } from '@/platform';
import type { DoorCard } from '../visit/draft';
import type { Try } from './at-the-door';

interface Door {
  tries: readonly Try[];
  add: (kind: Try['kind']) => void;
}

interface Way {
  kind: Try['kind'];
  title: string;
  /** What to do, while it is its turn. */
  what: string;
  done: string;
  /** Null: there is no number. Omitted: none is needed, or without a network nobody can say. */
  number?: string | null;
  label: string;
  /** May be tried, and need not be. */
  optional?: boolean;
}

const KNOCK: Way = {
  ...{ kind: 'knocked', title: '敲门、喊名字', what: '等上几分钟，问问邻居' },
  ...{ done: '没人应', label: '敲过了，没人应' },
};

/** Without a network, and never opened today: the numbers are not known here, though perhaps to the visitor. */
const WITHOUT_NUMBERS: Way[] = [
  KNOCK,
  {
    ...{ kind: 'called-elder', title: '打老人的电话', what: '没有网，看不到号码', done: '打过了' },
    ...{ label: '自己打过了，没人接', optional: true },
  },
  {
    ...{ kind: 'called-family', title: '打给家人', what: '没有网，看不到号码', done: '打过了' },
    ...{ label: '自己打过了，没人接', optional: true },
  },
];

/** Knock, call the elder, call whom the plan names first; every other number is in 紧急求助. */
function waysOf({ elder, emergency }: DoorCard, isBare: boolean): Way[] {
  if (isBare) return WITHOUT_NUMBERS;
  const people = emergency.numbers.filter(({ call }) => call !== 'emergency-services');
  const family = people.find(({ number }) => number !== null);
  const hidden = people.find(({ masked }) => masked);
  return [
    KNOCK,
    {
      ...{ kind: 'called-elder', title: `打${elder.callName}的电话`, what: '在屋里也许没听见敲门' },
      ...{ done: '打过了', label: `打给${elder.callName}`, number: elder.phone },
    },
    !family && hidden
      ? {
          ...{ kind: 'called-family', title: `打给${hidden.label}`, what: '号码在老人档案里，写明理由再看' },
          ...{ done: '打过了', label: '自己打过了，没人接', optional: true },
        }
      : {
          ...{ kind: 'called-family', title: family ? `打给${family.label}` : '打给家人', what: '问问是不是出门了' },
          ...{ done: '打过了', label: family ? `打给${family.label}` : '打给家人', number: family?.number ?? null },
        },
  ];
}

/** The three of them, with when each was tried and what is to be done now. */
/** @param isBare only what the list says is known */
export function stepsAt(card: DoorCard, { tries, add }: Door, isBare: boolean): Step[] {
  const ways = waysOf(card, isBare);
  const next = ways.findIndex((way) => isOpen(way, tries));
  return ways.map((way, place) => {
    const tried = tries.filter(({ kind }) => kind === way.kind).at(-1);
    if (tried) return { ...doneAt(tried.at, way), title: way.title };
    if (way.number === null) return { state: 'later', title: way.title, detail: '没有登记电话' };
    if (place !== next) return { state: 'later', title: way.title, detail: way.what };
    return { state: 'now', title: way.title, detail: way.what, action: <Action way={way} add={add} /> };
  });
}

/** Busy, or pressed by mistake: whoever was dialled can be dialled again. */
function doneAt(at: number, { done, number }: Way): Pick<Step, 'state' | 'detail' | 'aside' | 'action'> {
  const again = number ? { action: <Again number={number} /> } : {};
  return { state: 'done', detail: done, aside: clockTime(at), ...again };
}

function Again({ number }: { number: string }) {
  return (
    <Button tone="line" icon="phone" onPress={() => void phoneCall(number)}>
      再打一次
    </Button>
  );
}

function Action({ way: { kind, label, number }, add }: { way: Way; add: Door['add'] }) {
  const act = async () => {
    if (!number || (await phoneCall(number))) add(kind);
  };
  return (
    <Button wide icon={number ? 'phone' : 'hand'} onPress={act}>
      {label}
    </Button>
  );
}

/** What has to be tried before the community is asked to look, in a sentence; null when everything was. */
export function stillToTry(card: DoorCard, tries: readonly Try[], isBare: boolean): string | null {
  const open = waysOf(card, isBare).filter((way) => !way.optional && isOpen(way, tries));
  return open.length === 0 ? null : `先试完：${open.map(({ title }) => title).join('、')}`;
}

function isOpen({ kind, number }: Way, tries: readonly Try[]): boolean {
  return number !== null && !tries.some((tried) => tried.kind === kind);
}
