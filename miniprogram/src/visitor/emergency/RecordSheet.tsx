import { useState, type ReactNode } from 'react';
import { codesOf, EMERGENCY_KINDS, EMERGENCY_OUTCOMES } from '@tanfang/shared';
import { Box, Button, Choice, Choices, Sheet, TextArea, Words } from '@/components';
import { emergencies, sendNow, type EmergencyBody } from '@/offline';
import { clockTime, now, ulid } from '@/platform';
import { useMe } from '@/state';
import type { DoorCard } from '../visit/draft';
import { callOf, wasCalled, type Call, type EmergencyNumber } from './calls';

type What = EmergencyBody['what'];
type Outcome = EmergencyBody['outcome'];

const WHAT = optionsOf(EMERGENCY_KINDS);
const OUTCOMES = optionsOf(EMERGENCY_OUTCOMES);
const MINUTES_AGO = { '0': '刚才', '30': '半小时前', '60': '一小时前' } as const;
type Ago = keyof typeof MINUTES_AGO;

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
  onTold: (id: string) => void;
}

/** 事后做好处置情况记录: what happened, when, whom one called, how it stands. */
export function RecordSheet({ card, calls, onBack, onRecorded, onTold }: RecordSheetProps) {
  const { account } = useMe();
  const { elder, emergency } = card;
  const numbers = emergency.numbers.filter(({ number }) => number !== null);
  const [what, setWhat] = useState<What | null>(null);
  const [ago, setAgo] = useState<Ago>('0');
  const [called, setCalled] = useState(() => numbers.filter((to) => wasCalled(calls, to)).map(({ number }) => number!));
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [words, setWords] = useState('');
  const since = calls[0]?.at ?? now();
  const tell = async () => {
    if (what === null || outcome === null) return;
    const [id, at] = [ulid(), now()];
    const body: EmergencyBody = {
      ...{ id, elderId: elder.id, what, outcome, at, happenedAt: since - Number(ago) * 60_000 },
      calls: numbers.filter(({ number }) => called.includes(number!)).flatMap((to) => callsTo(to, calls, at)),
      ...(words.trim() ? { words: words.trim() } : {}),
    };
    emergencies.add({ accountId: account.id, elderName: elder.name, body });
    onRecorded();
    await Promise.race([sendNow(), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    onTold(id);
  };
  return (
    <Sheet open title="记下经过" onClose={onBack} closeLabel="回去打电话">
      <Asked title="出了什么事">
        <Choice label="出了什么事" options={WHAT} value={what} onChange={setWhat} />
      </Asked>
      {what === 'harmed' && <Words className="note">不自动告诉家里人，由街道请民警核实</Words>}
      <Asked title="什么时候">
        <Choice label="什么时候" options={timesFrom(since)} value={ago} onChange={setAgo} />
      </Asked>
      <Asked title="打给了谁">
        <Choices
          label="打给了谁"
          options={numbers.map((to) => ({ value: to.number!, label: nameOf(to) }))}
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
        交给社区
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

const nameOf = ({ call, number, label }: EmergencyNumber): string => (call === 'emergency-services' ? number! : label);

/** 刚才，10:11 */
function timesFrom(since: number) {
  return (Object.keys(MINUTES_AGO) as Ago[])
    .sort((a, b) => Number(a) - Number(b))
    .map((value) => ({
      value,
      label: `${MINUTES_AGO[value]} ${clockTime(since - Number(value) * 60_000)}`,
    }));
}

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
