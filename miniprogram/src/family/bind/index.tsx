import { useRef, useState } from 'react';
import { api } from '@/api';
import {
  asPage,
  Banner,
  Box,
  Button,
  Card,
  Heading,
  Page,
  Row,
  SectionTitle,
  TextField,
  useOnce,
  Words,
} from '@/components';
import { back, NetworkFailure, Problem, restart, ulid, useParams } from '@/platform';
import { loadSession, useMe } from '@/state';
import { Awaiting } from './Awaiting';

const LENGTH = 8;
const HOME = '/family/parent/index';

/** As the service reads it: small letters, spaces and dashes are forgiven. */
const plain = (typed: string) => typed.toUpperCase().replace(/[\s-]/g, '');

/** Enter the invitation's code, then wait for the community. */
function Bind() {
  const me = useMe();
  const confirmed = me.kin.filter(({ status }) => status === 'confirmed');
  const awaiting = me.kin.filter(({ status }) => status === 'awaiting');
  return (
    <Page title="绑定老人" onBack={() => back(HOME)}>
      {awaiting.map((kin) => (
        <Awaiting key={kin.kinshipId} elderName={kin.elderName} />
      ))}
      <CodeForm again={me.kin.length > 0} />
      {confirmed.length > 0 && (
        <>
          <SectionTitle>已经绑定</SectionTitle>
          <Card rows>
            {confirmed.map((kin) => (
              <Row
                key={kin.kinshipId}
                title={kin.elderName}
                note={kin.callName}
                to={`${HOME}?elderId=${kin.elderId}`}
              />
            ))}
          </Card>
        </>
      )}
    </Page>
  );
}

function CodeForm({ again }: { again: boolean }) {
  const { code: given = '' } = useParams();
  const [typed, setTyped] = useState(plain(given));
  const [error, setError] = useState<string | null>(null);
  // One id for one code: sent again after a lost reply it is the same acceptance.
  const attempt = useRef({ code: '', id: '' });

  const send = async () => {
    const code = plain(typed);
    if (code.length !== LENGTH) {
      setError(code === '' ? '还没有填邀请码' : `邀请码是 ${LENGTH} 位，现在是 ${code.length} 位`);
      return;
    }
    setError(null);
    if (attempt.current.code !== code) attempt.current = { code, id: ulid() };
    try {
      await api.post('/api/invitations/acceptances', { body: { id: attempt.current.id, code } });
      await loadSession();
      restart(HOME);
    } catch (failure) {
      setError(sentenceOf(failure));
    }
  };
  // The keyboard's Enter and the button are one action.
  const [run, running] = useOnce(send);

  return (
    <Card>
      <Box className="stack">
        <Heading level={2}>{again ? '再绑定一位' : '填社区给的邀请码'}</Heading>
        <TextField
          id="invitation-code"
          label="邀请码"
          hint="8 位，字母和数字，大小写都行"
          value={typed}
          onChange={setTyped}
          onEnter={run}
          error={error}
          maxLength={20}
        />
        <Button wide busy={running} busyText="正在绑定" onPress={run}>
          绑定
        </Button>
        {!again && (
          <Banner icon="info" title="没有邀请码？">
            打电话给老人所在的社区，说您是谁、老人叫什么，社区当场给您
          </Banner>
        )}
        <Words className="note">绑定后，社区核实是您本人，才看得到老人的近况</Words>
      </Box>
    </Card>
  );
}

function sentenceOf(failure: unknown): string {
  if (failure instanceof NetworkFailure) return `${failure.message}，再点一次就行，不会绑两次`;
  return failure instanceof Problem ? failure.message : '没绑上，不是您的问题，请过一会儿再试';
}

export default asPage(Bind);
