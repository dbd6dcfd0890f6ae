import { Button, Empty, Page, ResourceView } from '@/components';
import { restart, useParams } from '@/platform';
import { useResource } from '@/state';
import { loadForm } from '../visit/forms';
import { useDraft } from '../visit/use-draft';
import { visitorPage } from '../visit/visitor-page';
import { Filling } from './Filling';

/** The city's form about one elder. */
function FormPage() {
  const { elderId = '' } = useParams();
  const [draft] = useDraft(elderId);
  const form = useResource(() => (draft ? loadForm(draft.card.form) : Promise.resolve(null)), draft?.visitId);
  if (!draft)
    return (
      <Page title="探访记录" onBack={toToday}>
        <Empty title="这份记录不在手里了" action={<Button onPress={toToday}>回到今日</Button>}>
          已经交了，或者是前一天的。交了的在“记录”里
        </Empty>
      </Page>
    );
  if (form.data) return <Filling key={draft.visitId} draft={draft} definition={form.data} />;
  return (
    <Page title={draft.card.elder.name}>
      <ResourceView of={form} kept="这次探访已经记下开始时间">
        {() => null}
      </ResourceView>
    </Page>
  );
}

const toToday = () => restart('/visitor/today/index');

export default visitorPage(FormPage);
