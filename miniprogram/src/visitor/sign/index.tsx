import { useRef } from 'react';
import { Button, Empty, Page, ResourceView } from '@/components';
import { restart, useParams } from '@/platform';
import { useResource } from '@/state';
import { loadForm } from '../visit/forms';
import { useDraft } from '../visit/use-draft';
import { visitorPage } from '../visit/visitor-page';
import { Confirming } from './Confirming';

/** The elder's own opinion and signature, and handing in. */
function SignPage() {
  const { elderId = '' } = useParams();
  const [kept] = useDraft(elderId);
  // Handing in ends the draft a moment before the next page is there.
  const held = useRef(kept);
  if (kept) held.current = kept;
  const draft = held.current;
  const form = useResource(() => (draft ? loadForm(draft.card.form) : Promise.resolve(null)), draft?.visitId);
  if (!draft)
    return (
      <Page title="最后一步" onBack={toToday}>
        <Empty title="这份记录不在手里了" action={<Button onPress={toToday}>回到今日</Button>}>
          已经交了，或者是前一天的。交了的在“记录”里
        </Empty>
      </Page>
    );
  if (form.data) return <Confirming key={draft.visitId} draft={draft} definition={form.data} />;
  return (
    <Page title="最后一步">
      <ResourceView of={form} kept="您填的都还在">
        {() => null}
      </ResourceView>
    </Page>
  );
}

const toToday = () => restart('/visitor/today/index');

export default visitorPage(SignPage);
