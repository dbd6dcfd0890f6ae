import { useRef, useState } from 'react';
import { api, type BodyOf, type ReplyOf } from '@/api';
import { Box, Button, Card, Icon, Words } from '@/components';
import { NetworkFailure, Problem, subscribe, ulid, type SubscribeResults } from '@/platform';
import { useMe, useResource } from '@/state';
import { asked, leftInWords, refusedInWords } from './words';

type Report = BodyOf<'post', '/api/subscriptions'>;
type Templates = ReplyOf<'get', '/api/subscription-templates'>['items'];

/**
 * 「有事微信告诉我」. One tap is worth one message of each kind: WeChat counts, and asks only inside a tap. What the person
 * allowed is reported with an id of its own, so that a repeat after a lost reply is not counted twice.
 */
export function TellMe({ why }: { why: string }) {
  const templates = useResource(() => api.get('/api/subscription-templates'));
  const [said, setSaid] = useState<string | null>(null);
  const items = templates.data?.items ?? [];
  // Nothing can be asked for: then a button would promise what it cannot keep.
  if (items.length === 0) return null;
  return (
    <Card>
      <Box className="stack">
        <Words className="note">{said === null ? why : null}</Words>
        {said !== null && (
          <Box className="line line--top" aria={{ live: 'polite' }}>
            <Icon name="message" />
            <Words className="grow">{said}</Words>
          </Box>
        )}
        <AskButton templates={items} onSaid={setSaid} />
      </Box>
    </Card>
  );
}

function AskButton({ templates, onSaid }: { templates: Templates; onSaid: (words: string) => void }) {
  const me = useMe();
  const unsent = useRef<Report | null>(null);

  const report = async (body: Report) => {
    unsent.current = body;
    try {
      const { credits } = await api.post('/api/subscriptions', { body });
      unsent.current = null;
      onSaid(leftInWords(templates, credits));
    } catch (error) {
      if (error instanceof NetworkFailure) onSaid(`${error.message}，您点的还没记上。再点一次就记上，不会多算`);
      else {
        unsent.current = null;
        onSaid(error instanceof Problem ? error.message : '没记上，不是您的问题，请过一会儿再点');
      }
    }
  };
  const answer = async (answering: Promise<SubscribeResults>) => {
    const results = asked(templates, await answering);
    if (results.some(({ result }) => result === 'accept')) await report({ id: ulid(), results });
    else onSaid(refusedInWords(results));
  };
  const press = () => {
    if (unsent.current) return report(unsent.current);
    // First thing in the tap: after any `await` WeChat would refuse to ask.
    return answer(subscribe(templates, me.demo));
  };
  return (
    <Button tone="line" wide icon="bell" onPress={press}>
      有事微信告诉我
    </Button>
  );
}
