import type { ReactNode } from 'react';
import type { FormDefinition } from '@tanfang/shared';
import { Button, Empty, Page, ResourceView } from '@/components';
import { restart } from '@/platform';
import { useResource } from '@/state';
import type { VisitDraft } from './draft';
import { loadForm } from './forms';

interface OfDraftProps {
  draft: VisitDraft | null;
  /** Of the page while there is nothing to show. */
  title: string;
  /** Said while the form cannot be loaded: what is safe meanwhile. */
  kept: string;
  children: (draft: VisitDraft, definition: FormDefinition) => ReactNode;
}

/** A page of a visit under way: it needs the draft, and the form that the draft was begun with. */
export function OfDraft({ draft, title, kept, children }: OfDraftProps) {
  const form = useResource(() => (draft ? loadForm(draft.card.form) : Promise.resolve(null)), draft?.visitId);
  if (!draft)
    return (
      <Page title={title} onBack={toToday}>
        <Empty title="这份记录不在手里了" action={<Button onPress={toToday}>回到今日</Button>}>
          已经交了，或者是前一天的。交了的在“记录”里
        </Empty>
      </Page>
    );
  if (form.data) return children(draft, form.data);
  return (
    <Page title={title}>
      <ResourceView of={form} kept={kept}>
        {() => null}
      </ResourceView>
    </Page>
  );
}

const toToday = () => restart('/visitor/today/index');
