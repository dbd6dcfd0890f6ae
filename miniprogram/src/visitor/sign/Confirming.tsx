import { useState } from 'react';
import type { FormDefinition } from '@tanfang/shared';
import { Banner, Box, Button, FieldError, Icon, Page, PhotoPicker, SectionTitle, Words } from '@/components';
import { link, now, online, restart, scrollTo } from '@/platform';
import { useMe, useStore } from '@/state';
import { gapsIn, partsOf } from '../questions/gaps';
import { Question } from '../questions/Question';
import { placeOf, QuestionnaireProvider } from '../questions/questionnaire';
import { useDraftQuestionnaire } from '../questions/use-questionnaire';
import type { VisitDraft } from '../visit/draft';
import { MOST_PICTURES, usePictures } from '../visit/use-pictures';
import { NoRoom } from '../visit/NoRoom';
import { handInDraft } from './hand-in';
import { missingProof, SIGNATURE_PLACE } from './proof';
import { Signature } from './Signature';

/** The last page: closing questions, signature, pictures, and 提交记录. */
export function Confirming({ draft, definition }: { draft: VisitDraft; definition: FormDefinition }) {
  const me = useMe();
  const connected = useStore(online);
  const [asked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { callName } = draft.card.elder;
  const closing = partsOf(definition, 'closing');
  const gaps = gapsIn(definition, draft.answers, [...partsOf(definition, 'visit'), ...closing]);
  const proof = missingProof(draft);
  const problems = asked ? Object.fromEntries(gaps.map(({ field, message }) => [field, message])) : {};
  const questionnaire = useDraftQuestionnaire(draft, definition, problems);
  const questions = closing.flatMap(({ fields }) => fields.filter(({ filledBy }) => filledBy === 'visitor'));
  const count = gaps.length + (proof ? 1 : 0);

  const showGap = () => {
    setAsked(true);
    const [first] = gaps;
    const here = questions.some(({ id }) => id === first?.field);
    if (first && !here) return restartAtForm(draft);
    setTimeout(() => scrollTo(first ? placeOf(first.field) : SIGNATURE_PLACE));
  };
  const submit = async () => {
    setRefused(null);
    const outcome = await handInDraft(draft, definition, now());
    if (outcome.refused !== null) setRefused(outcome.refused);
    else restart(link('/visitor/done/index', { visitId: draft.visitId, fresh: 1 }));
  };
  return (
    <Page
      title="最后一步"
      foot={
        <>
          {!connected && (
            <Box className="note line center-line">
              <Icon name="offline" />
              <Words>没有网也能交，有网自动送出</Words>
            </Box>
          )}
          <Button
            wide
            icon="send"
            onPress={submit}
            busyText="正在提交"
            blocked={count > 0 && `还差 ${count} 项`}
            onBlocked={showGap}
          >
            提交记录
          </Button>
        </>
      }
    >
      {refused !== null && (
        <Banner meaning="worry" title="没被收下，填的都还在" live>
          {refused}
        </Banner>
      )}
      <QuestionnaireProvider value={questionnaire}>
        <Box className="stack stack--loose">
          {questions.map((field) => (
            <Question key={field.id} field={field} wording={wordingOf(field.id, callName)} />
          ))}
        </Box>
      </QuestionnaireProvider>
      <Signature draft={draft} />
      {asked && <FieldError error={proof} />}
      <Box className="line note">
        <Icon name="ok" className="is-done" />
        <Words>服务人员{me.account.name}，提交就是签字</Words>
      </Box>
      {draft.mode !== 'phone' && <Photographs draft={draft} />}
    </Page>
  );
}

/** All pictures of the visit: of things, never of papers. */
function Photographs({ draft }: { draft: VisitDraft }) {
  const pictures = usePictures(draft);
  return (
    <Box className="stack">
      <SectionTitle aside="只拍环境，不拍证件">
        {draft.photos.length === 0 ? '照片' : `照片 ${draft.photos.length} 张`}
      </SectionTitle>
      <PhotoPicker label="现场" photos={pictures.of()} onChange={pictures.put} max={MOST_PICTURES} />
      {pictures.roomless && <NoRoom />}
    </Box>
  );
}

/** Something in the form itself is missing: back to it. */
function restartAtForm(draft: VisitDraft): void {
  restart(link('/visitor/form/index', { elderId: draft.card.elder.id }));
}

/** The form's own words are an officer's; the elder is asked in words that can be read out. */
function wordingOf(fieldId: string, callName: string): string | undefined {
  return fieldId === 'satisfaction' ? `${callName}觉得这次怎么样？` : undefined;
}
