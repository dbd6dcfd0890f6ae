import { useState } from 'react';
import type { FormDefinition } from '@tanfang/shared';
import { back, go, link } from '@/platform';
import { HelpButton } from '../emergency/HelpButton';
import { partsOf } from '../questions/gaps';
import { LeaveSheet } from '../questions/LeaveSheet';
import { PartByPart, useGaps } from '../questions/PartByPart';
import { useDraftQuestionnaire } from '../questions/use-questionnaire';
import { endDraft, type VisitDraft } from '../visit/draft';

/** Filling in the record of a visit. */
export function Filling({ draft, definition }: { draft: VisitDraft; definition: FormDefinition }) {
  const parts = partsOf(definition, 'visit');
  const gaps = useGaps(definition, draft.answers, parts);
  const questionnaire = useDraftQuestionnaire(draft, definition, gaps.problems);
  const [leaving, setLeaving] = useState(false);
  const { elder } = draft.card;
  return (
    <PartByPart
      title={elder.name}
      parts={parts}
      questionnaire={questionnaire}
      gaps={gaps}
      finish={{ label: '填好了，请老人确认', onPress: () => go(link('/visitor/sign/index', { elderId: elder.id })) }}
      beside={<HelpButton card={draft.card} narrow />}
      onBack={(answered) => (answered > 0 ? setLeaving(true) : back())}
    >
      <LeaveSheet
        open={leaving}
        from="今日名单"
        discardLabel="这次不探访了，清掉填的"
        onStay={() => setLeaving(false)}
        onDiscard={() => endDraft(draft.accountId, elder.id, true)}
      />
    </PartByPart>
  );
}
