import { useState } from 'react';
import { fieldOf, keptAnswers, type AnswerValue, type FormDefinition } from '@tanfang/shared';
import { api } from '@/api';
import { Banner, Box, Button, Card, Heading, Words } from '@/components';
import { back, dayInWords, dayOf, link, NetworkFailure, now, Problem, replace, ulid } from '@/platform';
import { useMe } from '@/state';
import { partsOf } from '../questions/gaps';
import { LeaveSheet } from '../questions/LeaveSheet';
import { PartByPart, useGaps } from '../questions/PartByPart';
import type { Questionnaire } from '../questions/questionnaire';
import { ServerBox } from '../sheet/ServerBox';
import { endSheetDraft, newSheetDraft, saveSheetDraft, sheetDraftOf, type Blank, type SheetDraft } from './sheet-draft';

interface FillingSheetProps {
  blank: Blank;
  definition: FormDefinition;
  draft: SheetDraft;
  onReload: () => Promise<void>;
}

/** Filling in a form; what is handed in is read again on the next page. */
export function FillingSheet({ blank, definition, draft, onReload }: FillingSheetProps) {
  const accountId = useMe().account.id;
  const { elder, kind } = blank;
  const parts = partsOf(definition, 'visit');
  const gaps = useGaps(definition, draft.answers, parts);
  const [refused, setRefused] = useState<string | null>(null);
  const [leaving, setLeaving] = useState(false);
  const save = (change: Partial<SheetDraft>) => {
    // Two answers can come before the page is drawn again.
    const current = sheetDraftOf(accountId, elder.id, kind).get() ?? draft;
    saveSheetDraft(accountId, elder.id, kind, { ...current, begun: true, ...change });
  };
  const answer = (fieldId: string, value: AnswerValue | undefined) => {
    const { [fieldId]: _, ...rest } = (sheetDraftOf(accountId, elder.id, kind).get() ?? draft).answers;
    save({ answers: value === undefined ? rest : { ...rest, [fieldId]: value } });
  };
  const handIn = async () => {
    setRefused(null);
    try {
      await api.post('/api/sheets', { body: bodyOf(blank, definition, draft) });
    } catch (error) {
      setRefused(whyNot(error));
      // Somebody was faster; or an earlier attempt had arrived after all, and what is sent has changed since.
      if (error instanceof Problem && ['sheet.stale', 'id.taken'].includes(error.code)) await onReload();
      return;
    }
    endSheetDraft(accountId, elder.id, kind);
    replace(link('/visitor/sheet/index', { id: draft.id, fresh: 1 }));
  };
  return (
    <PartByPart
      title={elder.name}
      parts={parts}
      questionnaire={{ ...asked(definition, draft), answer, problems: gaps.problems }}
      gaps={gaps}
      finish={{ label: '填好了，交上去', onPress: handIn, busyText: '正在交' }}
      onBack={() => (draft.begun ? setLeaving(true) : back())}
      intro={
        <>
          {refused !== null && (
            <Banner meaning="worry" title="没交上，填的都还在" live>
              {refused}
            </Banner>
          )}
          <Newer blank={blank} draft={draft} onTake={save} />
          <Intro blank={blank} definition={definition} />
        </>
      }
    >
      <LeaveSheet
        open={leaving}
        from="这位老人的页面"
        discardLabel="不填了，清掉填的"
        onStay={() => setLeaving(false)}
        onDiscard={() => endSheetDraft(accountId, elder.id, kind)}
      />
    </PartByPart>
  );
}

/** Nothing of the last time is offered beside the questions: an amendment begins with all of it. */
function asked(definition: FormDefinition, { answers }: SheetDraft): Omit<Questionnaire, 'answer' | 'problems'> {
  return { definition, answers: keptAnswers(definition, answers), last: {}, lastHazards: {}, pictures: null };
}

function bodyOf({ elder, kind }: Blank, definition: FormDefinition, { id, amends, answers }: SheetDraft) {
  return {
    ...{ id, kind, elderId: elder.id, form: { id: definition.id, version: definition.version } },
    answers: { ...keptAnswers(definition, answers) },
    ...(amends === null ? {} : { amends }),
  };
}

function whyNot(error: unknown): string {
  if (error instanceof NetworkFailure) return '现在没有网。填的留到今晚 12 点，有网了再点一次，不会交重';
  if (error instanceof Problem) return error.fields[0]?.message ?? error.message;
  return '没办成，不是您的问题，请过一会儿再试';
}

/** Somebody handed in a newer one since this was begun: whose content goes on is for a person to say. */
function Newer({ blank, draft, onTake }: { blank: Blank; draft: SheetDraft; onTake: (draft: SheetDraft) => void }) {
  const { amends } = blank;
  if (!amends || amends.id === draft.amends) return null;
  return (
    <Card>
      <Box className="stack">
        <Heading level={3}>{amends.recorderName}交了更新的一份</Heading>
        <Words className="note">两边不一样的地方，只会留下您交的</Words>
        <Box className="pair">
          <Button tone="line" onPress={() => onTake({ ...draft, id: ulid(), amends: amends.id, begun: true })}>
            用我填的
          </Button>
          <Button tone="line" onPress={() => onTake({ ...newSheetDraft(blank), begun: true })}>
            从新的改
          </Button>
        </Box>
      </Box>
    </Card>
  );
}

/** What the sheet is, and what the registry has filled in already. */
function Intro({ blank, definition }: { blank: Blank; definition: FormDefinition }) {
  const { amends, boxes } = blank;
  const own = boxes.filter(({ field }) => partOf(definition, field) === 'visit');
  const missing = own.flatMap(({ field, words }) => (words === null ? (fieldOf(definition, field)?.label ?? []) : []));
  return (
    <>
      <Box>
        <Heading level={1}>{definition.title}</Heading>
        <Words className="note">
          {amends
            ? `${dayInWords(dayOf(amends.recordedAt), dayOf(now()))}${amends.recorderName}填过，填的都在，改有变化的。安全的几样重新看`
            : '不知道的可以空着，以后再补'}
        </Words>
      </Box>
      <Card>
        <Box className="stack">
          <Heading level={3}>名册里已经有的</Heading>
          <Words className="note">不用填。不对的，请社区在名册里改</Words>
          <Box>
            {own
              .filter(({ words }) => words !== null)
              .map((box) => (
                <ServerBox key={box.field} box={box} definition={definition} />
              ))}
          </Box>
          {missing.length > 0 && <Words className="note">名册里没有：{missing.join('、')}</Words>}
        </Box>
      </Card>
    </>
  );
}

/** The day and the signature at the ends of the sheet say nothing before it is handed in. */
function partOf(definition: FormDefinition, fieldId: string): string | undefined {
  return definition.sections.find(({ fields }) => fields.some(({ id }) => id === fieldId))?.part;
}
