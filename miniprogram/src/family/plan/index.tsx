import { api } from '@/api';
import { asPage, Box, Card, Heading, Page, ResourceView, SectionTitle, Words } from '@/components';
import { back, link, useParams } from '@/platform';
import { useResource } from '@/state';
import '../why/why.scss';
import type { FamilyWhy } from '../why/family-why';

type Sentence = FamilyWhy['plan']['sentences'][number];

/** 原文: the sentences of the plan that speak of this parent, then the others that the product goes by. */
function Plan() {
  const { elderId = '' } = useParams();
  const why = useResource(() => api.get('/api/parents/{id}/why', { path: { id: elderId } }), elderId);
  return (
    <Page title="方案原文" onBack={() => back(link('/family/why/index', { elderId }))}>
      <ResourceView of={why}>{({ elder, plan }) => <Shown callName={elder.callName} plan={plan} />}</ResourceView>
    </Page>
  );
}

function Shown({ callName, plan }: { callName: string; plan: FamilyWhy['plan'] }) {
  const used = plan.sentences.filter((sentence) => sentence.used);
  const others = plan.sentences.filter((sentence) => !sentence.used);
  const [title, date] = withDate(plan.document);
  return (
    <>
      <Box>
        <Heading level={2} as={1}>
          {title} <Words className="nowrap">{date}</Words>
        </Heading>
        <Words className="note">一字不改，按方案里的先后</Words>
      </Box>
      {used.length > 0 && <Sentences title={`说到${callName}的`} sentences={used} />}
      <Sentences title={used.length > 0 ? '方案里的其他话' : '方案里的话'} sentences={others} />
    </>
  );
}

/** The date a document ends with stays on one line. */
function withDate(document: string): [string, string] {
  const [, title = document, date = ''] = /^(.*?) ?(\d{4}-\d{2}-\d{2})$/.exec(document) ?? [];
  return [title, date];
}

function Sentences({ title, sentences }: { title: string; sentences: readonly Sentence[] }) {
  return (
    <>
      <SectionTitle aside={`${sentences.length} 句`}>{title}</SectionTitle>
      <Card>
        <Box className="stack" aria={{ role: 'list', label: title }}>
          {sentences.map(({ article, text }) => (
            <Box key={`${article}${text}`} className="quoted" aria={{ role: 'listitem' }}>
              <Words>“{text}”</Words>
              <Words className="quoted__from">方案 {article}</Words>
            </Box>
          ))}
        </Box>
      </Card>
    </>
  );
}

export default asPage(Plan);
