import { useState } from 'react';
import { PAUSE_DAYS, type PauseReason } from '@tanfang/shared';
import { api } from '@/api';
import { Box, Button, RadioCards, Sheet, TextArea, TextField, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import { backOnLabel, lastDay, pauseGap, type PauseDraft } from './pause-draft';

const options: readonly { value: PauseReason; title: string; detail: string }[] = [
  { value: 'hospital', title: '住院', detail: `最多先记 ${PAUSE_DAYS.hospital} 天，可以再延` },
  { value: 'away', title: '外出', detail: `去子女家、走亲戚，最多先记 ${PAUSE_DAYS.away} 天` },
  { value: 'declined', title: '本人谢绝', detail: `不愿意让人上门，最迟 ${PAUSE_DAYS.declined} 天后再问一次` },
];

interface PauseSheetProps {
  elder: { id: string; name: string };
  /** What a visitor heard at the door; the officer looks it over. */
  heard?: Partial<PauseDraft> | undefined;
  onClose: () => void;
  onDone: () => Promise<void>;
}

/** 暂时不用去: why, since when and until when, and what follows before it is done. */
export function PauseSheet({ elder, heard, onClose, onDone }: PauseSheetProps) {
  const today = dayOf(now());
  const [draft, setDraft] = useState<PauseDraft>({ reason: null, from: today, backOn: '', note: '', ...heard });
  const { failure, run } = useAttempt();
  const set = (change: Partial<PauseDraft>) => setDraft((before) => ({ ...before, ...change }));
  const { reason, from, note } = draft;
  // Nobody says when they will have changed their mind, so the last day is offered.
  const backOn = draft.backOn === '' && reason === 'declined' ? lastDay(reason, today) : draft.backOn;
  const gap = pauseGap({ ...draft, backOn }, today);
  const save = async () => {
    if (reason === null) return;
    const content = { reason, from, backOn, note: note.trim() };
    const path = { id: elder.id };
    if (!(await run(content, (id) => api.post('/api/elders/{id}/pauses', { path, body: { id, ...content } })))) return;
    onClose();
    await onDone();
  };
  return (
    <Sheet open title={`${elder.name}暂时不用去？`} onClose={onClose}>
      <RadioCards label="为什么" options={options} value={reason} onChange={(value) => set({ reason: value })} />
      <TextField label="从哪天起" kind="date" value={from} onChange={(value) => set({ from: value })} required />
      <TextField
        label={backOnLabel(reason)}
        kind="date"
        value={backOn}
        onChange={(value) => set({ backOn: value })}
        required
      />
      <TextArea
        label="怎么知道的"
        hint="谁说的、住在哪里、谁在照看。社区和街道看得到"
        value={note}
        onChange={(value) => set({ note: value })}
        maxLength={500}
      />
      {reason !== null && gap === null && <Follows reason={reason} day={dayInWords(backOn, today)} />}
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" onPress={onClose}>
          先不记
        </Button>
        <Button busyText="正在记" blocked={gap} onPress={save}>
          暂时不用去
        </Button>
      </Box>
    </Sheet>
  );
}

function Follows({ reason, day }: { reason: PauseReason; day: string }) {
  return (
    <Words>
      {reason === 'declined'
        ? `到${day}都不用上门，打电话问候照记、算探访；${day}起又要人去，请在那之前再问一问`
        : `这段时间到期的探访记“免访”，不算没见到；${day}起自己恢复，不用再点`}
      。免访怎么算，方案没有写，这是我们的理解
    </Words>
  );
}
