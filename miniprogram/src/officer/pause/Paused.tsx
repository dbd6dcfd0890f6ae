import { useState } from 'react';
import { PAUSES } from '@tanfang/shared';
import { api } from '@/api';
import { Banner, Box, Button, Card, PauseChip, ResourceView, Row, SectionTitle, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useAttempt, useReloadOnShow, useResource } from '@/state';
import { Failure } from '../desk/Failure';
import { BackSheet } from './BackSheet';
import { LaterSheet } from './LaterSheet';
import type { PauseDraft, PauseItem } from './pause-draft';
import { PauseSheet } from './PauseSheet';

const MOST_BEFORE = 3;

interface PausedProps {
  elder: { id: string; name: string };
  heard?: Partial<PauseDraft> | undefined;
}

/** Whether visits rest, until when and why; for those who may say so. */
export function Paused({ elder, heard }: PausedProps) {
  const pauses = useResource(() => api.get('/api/elders/{id}/pauses', { path: { id: elder.id } }), elder.id);
  useReloadOnShow(pauses);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <SectionTitle>暂时不用去</SectionTitle>
      <ResourceView of={pauses}>
        {({ items }) => {
          const running = items.find((pause) => pause.running);
          return (
            <Card>
              <Box className="stack">
                {running ? (
                  <Running elder={elder} pause={running} onChanged={pauses.reload} />
                ) : (
                  <>
                    <Words>住院、外出，或者本人不愿意让人上门</Words>
                    <Box>
                      <Button
                        tone="line"
                        small
                        icon="calendar"
                        label={`${elder.name}暂时不用去`}
                        onPress={() => setAsking(true)}
                      >
                        暂时不用去
                      </Button>
                    </Box>
                  </>
                )}
                <Before items={items.filter((pause) => !pause.running)} />
              </Box>
            </Card>
          );
        }}
      </ResourceView>
      {asking && <PauseSheet elder={elder} heard={heard} onClose={() => setAsking(false)} onDone={pauses.reload} />}
    </>
  );
}

interface RunningProps {
  elder: PausedProps['elder'];
  pause: PauseItem;
  onChanged: () => Promise<void>;
}

function Running({ elder, pause, onChanged }: RunningProps) {
  const [sheet, setSheet] = useState<'back' | 'later' | null>(null);
  const close = () => setSheet(null);
  const today = dayOf(now());
  const sheetProps = { elder, pause, onClose: close, onDone: onChanged };
  return (
    <>
      <Box className="line line--wrap">
        <PauseChip pause={pause} />
        <Words className="note">
          {dayInWords(pause.from, today)}起，{pause.setByName}记的
        </Words>
      </Box>
      <Words>{pause.note}</Words>
      {pause.seenOn && <SeenMeanwhile elder={elder} pause={pause} seenOn={pause.seenOn} onChanged={onChanged} />}
      <Box className="pair">
        <Button tone="line" small icon="calendar" onPress={() => setSheet('later')}>
          改日子
        </Button>
        <Button tone="line" small icon="walk" onPress={() => setSheet('back')}>
          {pause.reason === 'declined' ? '又可以去了' : '已经回来了'}
        </Button>
      </Box>
      {sheet === 'back' && <BackSheet {...sheetProps} />}
      {sheet === 'later' && <LaterSheet {...sheetProps} />}
    </>
  );
}

/** The pause runs on until an officer says what holds: that it does, with one tap; or otherwise, with what stands below. */
function SeenMeanwhile({ elder, pause, seenOn, onChanged }: RunningProps & { seenOn: string }) {
  const { failure, run } = useAttempt();
  const keep = async () => {
    const path = { id: elder.id, pauseId: pause.id };
    const body = { backOn: pause.backOn };
    if (await run(body, () => api.patch('/api/elders/{id}/pauses/{pauseId}', { path, body }))) await onChanged();
  };
  return (
    <>
      <Banner meaning="worry" title={`${dayInWords(seenOn, dayOf(now()))}有人上门见到了，请问一问还要不要歇着`} />
      <Failure sentence={failure} />
      <Box>
        <Button tone="line" small icon="check" busyText="正在记" onPress={keep}>
          问过了，还要歇着
        </Button>
      </Box>
    </>
  );
}

function Before({ items }: { items: readonly PauseItem[] }) {
  const today = dayOf(now());
  return (
    <>
      {items.slice(0, MOST_BEFORE).map((pause) => (
        <Row
          key={pause.id}
          title={`${PAUSES[pause.reason]}，${dayInWords(pause.from, today)}到${dayInWords(pause.backOn, today)}`}
          detail={pause.endedHow === 'mistake' ? `记错了，已经撤掉。${pause.setByName}记的` : `${pause.setByName}记的`}
        />
      ))}
    </>
  );
}
