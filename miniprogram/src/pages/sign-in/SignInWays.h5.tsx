import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import { Avatar, Banner, Box, Empty, ResourceView, Row, SectionTitle, Words } from '@/components';
import { NetworkFailure, Problem } from '@/platform';
import { signInAsPersona, useResource } from '@/state';
import { Welcome } from './Welcome';

type Personas = ReplyOf<'get', '/api/demo/personas'>;

/** A browser has no WeChat: in the demo one of its people can be tried, elsewhere WeChat is the way in. */
export function SignInWays({ onSignedIn }: { onSignedIn: () => void }) {
  const personas = useResource(personasOrNone);
  return (
    <ResourceView of={personas}>
      {(people) => (people === null ? <OnlyInWeChat /> : <People people={people} onSignedIn={onSignedIn} />)}
    </ResourceView>
  );
}

/** Null outside the demo. */
async function personasOrNone(): Promise<Personas | null> {
  try {
    return await api.get('/api/demo/personas');
  } catch (error) {
    if (error instanceof Problem && (error.status === 404 || error.status === 401)) return null;
    throw error;
  }
}

function OnlyInWeChat() {
  return <Empty title="请在微信里打开">在微信里搜小程序“探访关爱”，点开就能用，不用记密码</Empty>;
}

interface PeopleProps {
  people: Personas;
  onSignedIn: () => void;
}

function People({ people, onSignedIn }: PeopleProps) {
  const [trying, setTrying] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const signIn = async (persona: string) => {
    if (trying !== null) return;
    setTrying(persona);
    setFailure(null);
    try {
      await signInAsPersona(persona);
      onSignedIn();
    } catch (error) {
      setFailure(error instanceof Problem || error instanceof NetworkFailure ? error.message : '没办成，请再点一次');
      setTrying(null);
    }
  };
  return (
    <Box className="stack">
      <Welcome>这里是演示，人和事都是编的。挑一个人，看看这个人今天的事</Welcome>
      {failure !== null && (
        <Banner meaning="worry" title="没登录成" live>
          {failure}
        </Banner>
      )}
      <SectionTitle>您想当谁？</SectionTitle>
      {people.map(({ persona, name, role, story }) => (
        <Row
          key={persona}
          look="card"
          lead={<Avatar name={name} />}
          title={name}
          chips={<Words className="note strong">{role}</Words>}
          detail={trying === persona ? '正在登录' : story}
          onPress={() => void signIn(persona)}
        />
      ))}
    </Box>
  );
}
