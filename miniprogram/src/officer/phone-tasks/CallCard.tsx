import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import { Banner, Box, Button, Card, Chip, Heading, LinkTo, TextField, Words } from '@/components';
import { dayOf, link, now, phoneCall, whenInWords } from '@/platform';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import { ReasonSheet } from '../desk/ReasonSheet';

type Task = ReplyOf<'get', '/api/phone-tasks'>['items'][number];
type Outcome = 'reached' | 'no-answer';

const reasons = ['告诉探访看到的事', '问老人近况', '补登记亲属'];

/** One call: whom, why, the number for a reason, and how it went. */
export function CallCard({ task, onDone }: { task: Task; onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const [phone, setPhone] = useState<string | null>(null);
  const { callee } = task;
  const reveal = async (reason: string) => {
    const shown = await api.post('/api/phone-tasks/{id}/reveals', { path: { id: task.id }, body: { reason } });
    setPhone(shown.phone);
  };
  return (
    <Card>
      <Box className="stack">
        <Box className="line line--apart line--wrap">
          <Heading level={3} as={2}>
            {callee.name || '亲属'}，{task.elderName}的{callee.relation}
          </Heading>
          <StateChip task={task} />
        </Box>
        <Box>
          {task.about.length > 0 && <Box className="strong">要说的：{task.about.join('；')}</Box>}
          <Words>{task.why}</Words>
          <Box className="note num">{whenInWords(task.createdAt, dayOf(now()))} 记下</Box>
        </Box>
        {task.status === 'open' && phone === null && (
          <Box className="line line--wrap">
            <Button
              tone="line"
              icon="phone"
              blocked={!callee.phoneMasked && '名册里没有电话'}
              onPress={() => setAsking(true)}
            >
              看号码 {callee.phoneMasked}
            </Button>
            <ElderLink task={task} />
          </Box>
        )}
        {phone !== null && (
          <Call
            task={task}
            phone={phone}
            onDone={() => {
              setPhone(null);
              onDone();
            }}
          />
        )}
      </Box>
      <ReasonSheet
        open={asking}
        title={`看${callee.name}的电话？`}
        told="谁、什么时候、为什么看，都会记下来，督导可以查"
        reasons={reasons}
        action="看号码"
        onClose={() => setAsking(false)}
        onReason={reveal}
      />
    </Card>
  );
}

function StateChip({ task }: { task: Task }) {
  if (task.status === 'done') return <Chip meaning="done">告诉到了</Chip>;
  if (task.lifeDanger) return <Chip meaning="danger">危及生命，先打</Chip>;
  return task.noAnswers > 0 ? <Chip meaning="worry">{task.noAnswers} 次没人接</Chip> : null;
}

function ElderLink({ task }: { task: Task }) {
  return (
    <LinkTo to={link('/officer/elder/index', { id: task.elderId })} className="button button--quiet">
      看{task.elderName}的资料
    </LinkTo>
  );
}

/** The number, and how the call went. */
function Call({ task, phone, onDone }: { task: Task; phone: string; onDone: () => void }) {
  const [note, setNote] = useState('');
  const { failure, run } = useAttempt();
  const finish = async (outcome: Outcome) => {
    const words = note.trim();
    const content = { outcome, ...(words ? { note: words } : {}) };
    const went = await run(content, (id) =>
      api.post('/api/phone-tasks/{id}/outcomes', { path: { id: task.id }, body: { id, ...content } }),
    );
    if (went) onDone();
  };
  return (
    <>
      <Banner icon="phone" title={phone}>
        打完在下面记一下。号码只在这一页显示
      </Banner>
      <Button tone="line" icon="phone" onPress={() => phoneCall(phone)}>
        拨打
      </Button>
      <TextField label="说了什么（可以不写）" value={note} onChange={setNote} maxLength={300} />
      <Failure sentence={failure} />
      <Box className="pair">
        <Button tone="line" busyText="正在记" onPress={() => finish('no-answer')}>
          没人接
        </Button>
        <Button icon="check" busyText="正在记" onPress={() => finish('reached')}>
          说好了
        </Button>
      </Box>
    </>
  );
}
