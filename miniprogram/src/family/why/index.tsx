import { useState } from 'react';
import { api } from '@/api';
import { asPage, Banner, Box, Button, Heading, Page, ResourceView } from '@/components';
import { back, buzz, go, link, scrollTo, useParams } from '@/platform';
import { useReloadOnShow, useResource } from '@/state';
import { TELL, type FamilyWhy } from './family-why';
import { ReasonCard } from './ReasonCard';
import { Said } from './Said';
import { TellSheet } from './TellSheet';
import './why.scss';

/** 为什么这样安排: kind words first, the plan's own behind them, and a way to say that it is wrong. */
function Why() {
  const { elderId = '' } = useParams();
  const why = useResource(() => api.get('/api/parents/{id}/why', { path: { id: elderId } }), elderId);
  useReloadOnShow(why);
  const [telling, setTelling] = useState(false);
  const [told, setTold] = useState(false);
  const { data } = why;
  const onTold = async () => {
    setTelling(false);
    setTold(true);
    buzz();
    await why.reload();
    scrollTo('said', 'top');
  };
  return (
    <Page
      title="为什么这样安排"
      onBack={() => back(link('/family/parent/index', { elderId }))}
      foot={data && <Ways why={data} onTell={() => setTelling(true)} />}
    >
      <ResourceView of={why}>{(shown) => <Shown why={shown} told={told} />}</ResourceView>
      {data && <TellSheet why={data} open={telling} onClose={() => setTelling(false)} onTold={() => void onTold()} />}
    </Page>
  );
}

function Ways({ why, onTell }: { why: FamilyWhy; onTell: () => void }) {
  return (
    <Box className="why__ways">
      <Button
        tone="line"
        icon="book"
        label="方案原文"
        onPress={() => go(link('/family/plan/index', { elderId: why.elder.id }))}
      >
        原文
      </Button>
      <Button wide onPress={onTell}>
        {TELL[why.state].button}
      </Button>
    </Box>
  );
}

function Shown({ why, told }: { why: FamilyWhy; told: boolean }) {
  return (
    <>
      <Heading level={1}>
        {why.elder.name}，{why.headline}
      </Heading>
      {why.state === 'ended' && (
        <Banner title="社区把探访停下来了">想知道为什么，请问问社区。以前的探访记录都还在</Banner>
      )}
      {why.reasons.map((reason) => (
        <ReasonCard key={`${reason.question}${reason.answer}`} reason={reason} place={why.plan.place} />
      ))}
      {why.state === 'not-known' && <Banner title="您知道的，可以告诉社区">问清了，就能定下来多久去看一次</Banner>}
      <Box id="said" className="stack">
        <Box aria={{ live: 'polite' }}>
          {told && (
            <Banner meaning="done" title="告诉社区了">
              社区看过会回您，回的话写在下面，消息里也有
            </Banner>
          )}
        </Box>
        <Said objections={why.objections} />
      </Box>
    </>
  );
}

export default asPage(Why);
