import { useParams } from '@/platform';
import { OfDraft } from '../visit/OfDraft';
import { useDraft } from '../visit/use-draft';
import { visitorPage } from '../visit/visitor-page';
import { Filling } from './Filling';

/** The city's form about one elder. */
function FormPage() {
  const { elderId = '' } = useParams();
  const [draft] = useDraft(elderId);
  return (
    <OfDraft draft={draft} title={draft?.card.elder.name ?? '探访记录'} kept="这次探访已经记下开始时间">
      {(begun, definition) => <Filling key={begun.visitId} draft={begun} definition={definition} />}
    </OfDraft>
  );
}

export default visitorPage(FormPage);
