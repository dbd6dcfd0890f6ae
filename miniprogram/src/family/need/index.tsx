import { useEffect, useRef, useState } from 'react';
import { api } from '@/api';
import { asPage, Banner, Box, Button, Heading, Page, ResourceView, Skeleton } from '@/components';
import { back, buzz, failureInWords, link, replace, scrollTo, ulid, useParams } from '@/platform';
import { useReloadOnShow, useResource, type Resource } from '@/state';
import { CloseSheet } from './CloseSheet';
import { Decide } from './Decide';
import { isRefusal } from './failure';
import type { Choice, FamilyNeed } from './family-need';
import { Found } from './Found';
import './need.scss';
import { Closed, Settled } from './Settled';

const LIST = '/family/needs/index';

/** 请您拿主意: what was found, what is already safe, and the ways to go on. Opened by the message in WeChat, too. */
function Need() {
  const { id = '' } = useParams();
  const resource = useResource(() => readAsFamily(id), id);
  useReloadOnShow(resource);
  const need = resource.data;
  return need && need !== 'officer' ? (
    <NeedPage need={need} resource={resource} />
  ) : (
    <Page title="请您拿主意" onBack={() => back(LIST)}>
      <ResourceView of={resource}>{() => <ToOfficer id={id} />}</ResourceView>
    </Page>
  );
}

/** An officer has another page for it. */
async function readAsFamily(id: string): Promise<FamilyNeed | 'officer'> {
  const need = await api.get('/api/needs/{id}', { path: { id } });
  return need.view === 'family' ? need : 'officer';
}

function ToOfficer({ id }: { id: string }) {
  useEffect(() => replace(link('/officer/need/index', { id })), [id]);
  return <Skeleton />;
}

interface NeedPageProps {
  need: FamilyNeed;
  resource: Resource<FamilyNeed | 'officer'>;
}

function NeedPage({ need, resource }: NeedPageProps) {
  const [closing, setClosing] = useState(false);
  const [news, setNews] = useState<string | null>(null);
  const deciding = need.choices.length > 0;
  /** Somebody was faster: say so, and show how it stands. */
  const stale = (sentence: string) => {
    setClosing(false);
    setNews(sentence);
    return resource.reload();
  };
  const answer = useAnswer(need, resource.set, stale);
  return (
    <Page
      title={deciding ? '请您拿主意' : `${need.elder.callName}家的事`}
      onBack={() => back(LIST)}
      foot={
        deciding ? (
          <AnswerButton need={need} answer={answer} />
        ) : need.mayClose ? (
          <Button wide icon="check" onPress={() => setClosing(true)}>
            办好了
          </Button>
        ) : undefined
      }
    >
      <Heading level={1}>{need.title}</Heading>
      <Box aria={{ live: 'polite' }}>{news && <Banner icon="info" title={news} />}</Box>
      {need.status === 'closed' && <Closed need={need} />}
      <Found need={need} />
      {deciding && <Decide need={need} choice={answer.choice} onChoose={answer.choose} failure={answer.failure} />}
      {!deciding && need.status !== 'closed' && <Settled need={need} />}
      <CloseSheet
        need={need}
        open={closing}
        onClose={() => setClosing(false)}
        onDone={() => {
          setClosing(false);
          buzz();
          void resource.reload();
        }}
        onStale={(sentence) => void stale(sentence)}
      />
    </Page>
  );
}

function AnswerButton({ need, answer }: { need: FamilyNeed; answer: Answer }) {
  const chosen = need.choices.find(({ choice }) => choice === answer.choice);
  return (
    <Button
      wide
      busyText="正在告诉社区"
      blocked={!chosen && '请先选一种'}
      onBlocked={() => scrollTo('ways')}
      onPress={answer.send}
    >
      就选{chosen?.title}
    </Button>
  );
}

interface Answer {
  choice: Choice | null;
  choose: (choice: Choice) => void;
  failure: string | null;
  send: () => Promise<void>;
}

/** The family's answer: one id for each way, so that the same answer sent again is the same answer. */
function useAnswer(
  need: FamilyNeed,
  onAnswered: (need: FamilyNeed) => void,
  onStale: (sentence: string) => Promise<void>,
): Answer {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const ids = useRef(new Map<Choice, string>());
  const send = async () => {
    if (choice === null) return;
    setFailure(null);
    const id = ids.current.get(choice) ?? ulid();
    ids.current.set(choice, id);
    try {
      const answered = await api.post('/api/needs/{id}/answers', { path: { id: need.id }, body: { id, choice } });
      buzz();
      if (answered.view === 'family') onAnswered(answered);
    } catch (error) {
      if (isRefusal(error)) await onStale(error.message);
      else setFailure(failureInWords(error));
    }
  };
  const choose = (chosen: Choice) => {
    setChoice(chosen);
    setFailure(null);
  };
  return { choice, choose, failure, send };
}

export default asPage(Need);
