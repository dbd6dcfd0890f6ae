import { useState } from 'react';
import { api } from '@/api';
import { Banner, Box, Button, Card, RadioCards, SectionTitle, TextArea, TextField, Words } from '@/components';
import { dayOf, now, scrollTo } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import { consequenceOf, labelOf, type Decision, type Reading } from '../desk/reading-words';
import { AffectedElders, useWeighing } from './AffectedElders';
import type { Proposal } from './effects';

interface DecideProps {
  districtId: string;
  reading: Reading;
  onDecided: (decision: Decision) => Promise<void>;
}

/** Stands for taking back what the district has decided; no option has this code. */
const AS_WE_READ_IT = 'as-we-read-it';
/** As the service asks for at least. */
const SHORTEST_REASON = 4;

/** Decides it from a day on: what, from when, why, and for whom something changes. */
export function Decide({ districtId, reading, onDecided }: DecideProps) {
  const [choice, setChoice] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const [reason, setReason] = useState('');
  const { failure, run } = useAttempt();
  const { ruleId } = reading;
  const value = choice === AS_WE_READ_IT ? null : choice;
  const proposal: Proposal | null = choice !== null && isDay(from) ? { districtId, ruleId, value, from } : null;
  const weighing = useWeighing(proposal);
  const consequence = consequenceOf(reading);
  const counted = consequence !== undefined || weighing.effects?.done === true;

  const send = async () => {
    const body = { ruleId, from, reason: reason.trim() };
    await run({ ...body, value }, async (id) => {
      const path = { districtId };
      const decision =
        value === null
          ? await api.post('/api/districts/{districtId}/reading-withdrawals', { path, body: { ...body, id } })
          : await api.post('/api/districts/{districtId}/readings', { path, body: { ...body, id, value } });
      await onDecided(decision);
    });
  };
  const gap = gapOf({ choice, from, reason, counted });

  return (
    <>
      <SectionTitle>另定这一条</SectionTitle>
      <Card>
        <Box className="stack">
          <Words className="strong">改成什么</Words>
          <RadioCards id="choice" label="改成什么" options={choicesOf(reading)} value={choice} onChange={setChoice} />
          <TextField
            id="from"
            label="从哪天起"
            kind="date"
            hint="今天，或者以后的一天"
            value={from}
            onChange={setFrom}
            error={from !== '' && from < dayOf(now()) ? '以前的事按当时的规定，请选今天或以后' : null}
            required
          />
          <TextArea
            id="reason"
            label="理由"
            hint="会和这条规定一起给工作人员和家人看，不要写谁的名字"
            value={reason}
            onChange={setReason}
            maxLength={200}
            required
          />
          <Words className="strong">会影响谁</Words>
          <Box id="whom">
            {consequence ? <Banner icon="info" title={consequence} /> : <AffectedElders weighing={weighing} />}
          </Box>
          <Failure sentence={failure} />
          <Button
            wide
            busyText="正在定"
            blocked={gap?.words ?? null}
            onBlocked={() => scrollTo(gap?.id ?? 'choice')}
            onPress={send}
          >
            {weighing.effects?.done && weighing.effects.leaving > 0
              ? `${weighing.effects.leaving} 位不再列入探访，也这样定`
              : '定下来'}
          </Button>
        </Box>
      </Card>
    </>
  );
}

function choicesOf(reading: Reading) {
  const { options, ours, current, decision, coming } = reading;
  const isOurs = (code: string) => (code === ours ? '我们的理解' : null);
  const isNow = (code: string) => (code === current ? '现在就是这样' : null);
  const choices = options.map(({ code, label }) => ({
    value: code,
    title: label,
    detail: [isNow(code), isOurs(code)].filter(Boolean).join('，'),
  }));
  if (decision === null && coming.length === 0) return choices;
  const back = { value: AS_WE_READ_IT, title: '改回我们的理解', detail: labelOf(reading, ours) };
  return [...choices, back];
}

interface Filled {
  choice: string | null;
  from: string;
  reason: string;
  counted: boolean;
}

/** What is still missing, and where it is. */
function gapOf({ choice, from, reason, counted }: Filled): { words: string; id: string } | null {
  if (choice === null) return { words: '先选改成什么', id: 'choice' };
  if (!isDay(from) || from < dayOf(now())) return { words: '先写从哪天起', id: 'from' };
  if (reason.trim().length < SHORTEST_REASON) return { words: '先写理由', id: 'reason' };
  return counted ? null : { words: '先算一算会影响谁', id: 'whom' };
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
