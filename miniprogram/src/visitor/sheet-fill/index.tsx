import { Page, ResourceView } from '@/components';
import { useParams } from '@/platform';
import { useMe, useResource, useStore } from '@/state';
import { loadForm } from '../visit/forms';
import { visitorPage } from '../visit/visitor-page';
import { FillingSheet } from './FillingSheet';
import { loadBlank, newSheetDraft, sheetDraftOf, type Kind } from './sheet-draft';

/** A form of the plan that records no visit: filled for the first time, or amended. */
function SheetFillPage() {
  const { elderId = '', kind = 'registration' } = useParams() as { elderId?: string; kind?: Kind };
  const accountId = useMe().account.id;
  const kept = useStore(sheetDraftOf(accountId, elderId, kind));
  const opened = useResource(async () => {
    const blank = await loadBlank(accountId, elderId, kind);
    return { blank, definition: await loadForm(blank.form), fresh: newSheetDraft(blank) };
  }, `${elderId}.${kind}`);
  if (!opened.data)
    return (
      <Page title="填表">
        <ResourceView of={opened} {...(kept ? { kept: '您填的都还在' } : {})}>
          {() => null}
        </ResourceView>
      </Page>
    );
  const { blank, definition, fresh } = opened.data;
  return <FillingSheet blank={blank} definition={definition} draft={kept ?? fresh} onReload={opened.reload} />;
}

export default visitorPage(SheetFillPage);
