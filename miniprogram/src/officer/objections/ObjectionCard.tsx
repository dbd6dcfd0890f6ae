import { useState } from 'react';
import { OBJECTION_OUTCOMES, type ObjectionOutcome } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import { Box, Button, Card, Chip, Choice, Heading, LinkTo, Sheet, TextArea, Words } from '@/components';
import { dayOf, link, now, whenInWords } from '@/platform';
import { hasRole, useAttempt, useMe } from '@/state';
import { Failure } from '../desk/Failure';
import { optionsOf } from '../desk/options';

export type Objection = ReplyOf<'get', '/api/objections'>['items'][number];

const outcomes = optionsOf(OBJECTION_OUTCOMES);

/** Who says what about whom, and what was answered. */
export function ObjectionCard({ objection, onDone }: { objection: Objection; onDone: () => void }) {
  const may = hasRole(useMe(), 'community', 'street');
  const [closing, setClosing] = useState(false);
  const { elderName, senderName, senderWord, note, sentAt, status } = objection;
  return (
    <Card>
      <Box className="stack">
        <Box className="line line--apart line--wrap">
          <Heading level={3} as={2}>
            {senderName}，{elderName}的{senderWord ?? '家人'}
          </Heading>
          <StateChip objection={objection} />
        </Box>
        <Box>
          <Box className="strong">{note}</Box>
          <Words className="note num">
            {whenInWords(sentAt, dayOf(now()))} 说的{senderWord === null && '，现在已经不是绑定的家人'}
          </Words>
        </Box>
        {status === 'closed' && <Answered objection={objection} />}
        <Box className="line line--wrap">
          {may && status === 'open' && (
            <Button tone="line" icon="message" onPress={() => setClosing(true)}>
              看过了，回一句
            </Button>
          )}
          <LinkTo to={link('/officer/elder/index', { id: objection.elderId })} className="button button--quiet">
            看{elderName}的资料
          </LinkTo>
        </Box>
      </Box>
      <CloseSheet
        objection={objection}
        open={closing}
        onClose={() => setClosing(false)}
        onDone={() => {
          setClosing(false);
          onDone();
        }}
      />
    </Card>
  );
}

function StateChip({ objection: { status, outcome } }: { objection: Objection }) {
  if (status === 'open') {
    return (
      <Chip meaning="owed" icon="message">
        等社区看
      </Chip>
    );
  }
  return <Chip meaning={outcome === 'amended' ? 'done' : 'excused'}>{OBJECTION_OUTCOMES[outcome ?? 'kept']}</Chip>;
}

function Answered({ objection: { answer, closedByName, closedAt } }: { objection: Objection }) {
  return (
    <Box>
      {answer && <Box>回的话：{answer}</Box>}
      <Words className="note num">
        {closedByName} {closedAt !== null && whenInWords(closedAt, dayOf(now()))} 看过
      </Words>
    </Box>
  );
}

interface CloseSheetProps {
  objection: Objection;
  open: boolean;
  onClose: () => void;
  onDone: () => void;
}

/** What came of it; the relative reads it. */
function CloseSheet({ objection, open, onClose, onDone }: CloseSheetProps) {
  const [outcome, setOutcome] = useState<ObjectionOutcome | null>(null);
  const [answer, setAnswer] = useState('');
  const { failure, run } = useAttempt();
  const close = async () => {
    if (outcome === null) return;
    const words = answer.trim();
    const content = { outcome, ...(words ? { answer: words } : {}) };
    const send = (id: string) =>
      api.post('/api/objections/{id}/closures', { path: { id: objection.id }, body: { id, ...content } });
    if (await run(content, send)) onDone();
  };
  return (
    <Sheet open={open} title={`回${objection.senderName}一句`} onClose={onClose}>
      <Words className="note">要改的，先到老人的页面上改好，再来回</Words>
      <Words className="strong">看过以后</Words>
      <Choice label="看过以后" columns={2} options={outcomes} value={outcome} onChange={setOutcome} />
      <TextArea
        label="回家人的话（可以不写）"
        hint="家人看得到，如：已经改成和儿子同住"
        value={answer}
        onChange={setAnswer}
        maxLength={200}
      />
      <Failure sentence={failure} />
      <Button wide busyText="正在回" blocked={outcome === null && '请先选改没改'} onPress={close}>
        回给家人
      </Button>
    </Sheet>
  );
}
