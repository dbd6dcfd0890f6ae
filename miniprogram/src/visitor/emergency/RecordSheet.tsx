import { useState, type ReactNode } from 'react';
import { codesOf, EMERGENCY_KINDS, EMERGENCY_OUTCOMES } from '@tanfang/shared';
import { Box, Button, Choice, Choices, Sheet, TextArea, Words } from '@/components';
import { emergencies, sendNow, type EmergencyBody } from '@/offline';
import { clockTime, dayOf, now, ulid, whenInWords } from '@/platform';
import { useMe } from '@/state';
import type { DoorCard } from '../visit/draft';
import { callOf, wasCalled, type Call, type EmergencyNumber } from './calls';

type What = EmergencyBody['what'];
type Outcome = EmergencyBody['outcome'];

const WHAT = optionsOf(EMERGENCY_KINDS);
const OUTCOMES = optionsOf(EMERGENCY_OUTCOMES);
const MINUTE_MS = 60_000;
const MOST_WORDS = 500;
/** How long somebody waits for the service's answer, in ms; afterwards it goes on behind the next page. */
const PATIENCE_MS = 4_000;

interface RecordSheetProps {
  card: DoorCard;
  calls: readonly Call[];
  onBack: () => void;
  /** It is safe on the phone. */
  onRecorded: () => void;
  /** It has been sent, or that takes too long to wait for. */
  onTold: (id: string, office: string) => void;
}

/** 事后做好处置情况记录: what happened, when, whom one called, how it stands. */
export function RecordSheet({ card, calls, onBack, onRecorded, onTold }: RecordSheetProps) {
  const { account } = useMe();
  const { elder, emergency } = card;
  const numbers = emergency.numbers.filter(({ number, masked }) => number !== null || masked);
  const [what, setWhat] = useState<What | null>(null);
  const [times] = useState(() => timesFrom(now(), calls[0]?.at ?? null));
  const [when, setWhen] = useState(times.likely);
  const [called, setCalled] = useState(() => numbers.filter((to) => wasCalled(calls, to)).map(keyOf));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [words, setWords] = useState('');
  // Suspected harm is the street’s in every plan: those nearby may know who did it.
  const office = what === 'harmed' ? '街道' : '社区';
  const tell = async () => {
    if (what === null || outcome === null) return;
    const [id, at] = [ulid(), now()];
    const body: EmergencyBody = {
      ...{ id, elderId: elder.id, what, outcome, at, happenedAt: Number(when) },
      calls: numbers.filter((to) => called.includes(keyOf(to))).flatMap((to) => callsTo(to, calls, at)),
      ...(words.trim() ? { words: words.trim() } : {}),
    };
    emergencies.add({ accountId: account.id, elderName: elder.name, body });
    onRecorded();
    await Promise.race([sendNow(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    onTold(id, office);
  };
  return (
    <Sheet open title="记下经过" onClose={onBack} closeLabel="回去打电话">
      <Asked title="出了什么事">
        <Choice label="出了什么事" options={WHAT} value={what} onChange={setWhat} />
      </Asked>
      {what === 'harmed' && <Words className="note">不自动告诉家里人，由{office}请民警核实</Words>}
      <Asked title="什么时候">
        <Choice label="什么时候" options={times.options} value={when} onChange={setWhen} />
      </Asked>
      <Asked title="打给了谁">
        <Choices
          label="打给了谁"
          options={numbers.map((to) => ({ value: keyOf(to), label: nameOf(to) }))}
          values={called}
          onChange={setCalled}
        />
      </Asked>
      <Asked title="现在怎么样">
        <Choice label="现在怎么样" options={OUTCOMES} columns={2} value={outcome} onChange={setOutcome} />
      </Asked>
      <TextArea
        label={what === 'other' ? '经过' : '经过，不写也行'}
        hint={what === 'harmed' ? '看到了什么，老人自己怎么说' : '看到了什么，做了什么；第一联系人也看得到'}
        value={words}
        onChange={setWords}
        maxLength={MOST_WORDS}
      />
      <Button wide busyText="正在送" blocked={missing(what, outcome, words)} onPress={tell}>
        交给{office}
      </Button>
    </Sheet>
  );
}

function Asked({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box className="stack stack--tight">
      <Words className="h3">{title}</Words>
      {children}
    </Box>
  );
}

function optionsOf<V extends string>(words: Record<V, string>) {
  return codesOf(words).map((value) => ({ value, label: words[value] }));
}

const keyOf = ({ number, label }: EmergencyNumber): string => number ?? label;
const nameOf = ({ call, number, label }: EmergencyNumber): string => (call === 'emergency-services' ? number! : label);

/**
 * When it may have happened, as instants: 现在 10:11, and by the half-hour before the first call, or before now.
 * @param called when the first call was made; that is the likely time
 */
function timesFrom(at: number, called: number | null) {
  const since = called === null || at - called < MINUTE_MS ? null : called;
  const [before, ago] = since === null ? ['', '前'] : ['打电话前', ''];
  const likely = since ?? at;
  const times: [string, number][] = [
    ['现在', at],
    ...(since === null ? [] : [['打电话的时候', since] as [string, number]]),
    [`${before}半小时${ago}`, likely - 30 * MINUTE_MS],
    [`${before}一小时${ago}`, likely - 60 * MINUTE_MS],
  ];
  return {
    likely: String(likely),
    options: times.map(([word, instant]) => ({ value: String(instant), label: `${word} ${timeOf(instant, at)}` })),
  };
}

/** 10:11; 昨天 23:55 when it was before midnight. */
const timeOf = (instant: number, at: number) =>
  dayOf(instant) === dayOf(at) ? clockTime(instant) : whenInWords(instant, dayOf(at));

/** Every time they were dialled here; or now, when it was done on another telephone. */
function callsTo(to: EmergencyNumber, calls: readonly Call[], at: number): Call[] {
  const dialled = calls.filter((call) => wasCalled([call], to));
  return dialled.length > 0 ? dialled : [callOf(to, at)];
}

function missing(what: What | null, outcome: Outcome | null, words: string): string | null {
  if (what === null) return '请先选出了什么事';
  if (outcome === null) return '请先选现在怎么样';
  return what === 'other' && words.trim() === '' ? '请写一句出了什么事' : null;
}
