import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import { Avatar, Banner, Box, Empty, Heading, ResourceView, Row, SectionTitle, Segmented, Words } from '@/components';
import { createStore, NetworkFailure, Problem } from '@/platform';
import { signInAsPersona, useResource, useStore } from '@/state';
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

/** Stays while the app is open: whoever comes back to be somebody else is mostly in the same place. */
const chosenPlace = createStore<string | null>(null);

interface PeopleProps {
  people: Personas;
  onSignedIn: () => void;
}

/** The people of one place at a time: all at once would be a telephone book. */
function People({ people, onSignedIn }: PeopleProps) {
  const places = [...new Map(people.map(({ place }) => [place.name, place])).values()];
  const chosen = useStore(chosenPlace);
  const place = places.find(({ name }) => name === chosen) ?? places[0];
  const { trying, failure, signIn } = useSignIn(onSignedIn);
  return (
    <Box className="stack">
      <Welcome>这里是演示，人和事都是编的。挑一个人，看看这个人今天的事</Welcome>
      {failure !== null && (
        <Banner meaning="worry" title="没登录成" live>
          {failure}
        </Banner>
      )}
      <SectionTitle>您想当谁？</SectionTitle>
      {place && (
        <>
          <Segmented
            as="tabs"
            label="哪个地方"
            options={places.map(({ name }) => ({ value: name, label: name }))}
            value={place.name}
            onChange={chosenPlace.set}
          />
          <Words className="note">{place.lead}</Words>
        </>
      )}
      <Box className="personas">
        {SIDES.map(({ side, title }) => (
          <Side
            key={side}
            title={title}
            people={people.filter((one) => one.side === side && one.place.name === place?.name)}
            trying={trying}
            onChoose={signIn}
          />
        ))}
      </Box>
    </Box>
  );
}

const SIDES: readonly { side: Personas[number]['side']; title: string }[] = [
  { side: 'visitor', title: '去探访的人' },
  { side: 'family', title: '老人的孩子' },
  { side: 'officer', title: '社区和街道' },
];

interface SideProps {
  title: string;
  people: Personas;
  trying: string | null;
  onChoose: (persona: string) => Promise<void>;
}

function Side({ title, people, trying, onChoose }: SideProps) {
  if (people.length === 0) return null;
  return (
    <Box className="stack">
      <Heading level={3}>{title}</Heading>
      {people.map(({ persona, name, role, story }) => (
        <Row
          key={persona}
          look="card"
          lead={<Avatar name={name} />}
          title={name}
          chips={<Words className="note strong">{role}</Words>}
          detail={trying === persona ? '正在登录' : story}
          onPress={() => void onChoose(persona)}
        />
      ))}
    </Box>
  );
}

function useSignIn(onSignedIn: () => void) {
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
  return { trying, failure, signIn };
}
