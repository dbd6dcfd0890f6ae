import { useEffect, useState } from 'react';
import { SIGNATURE_KINDS } from '@tanfang/shared';
import {
  Box,
  Button,
  Checkbox,
  Heading,
  PhotoPicker,
  Picture,
  Segmented,
  SignaturePad,
  TextField,
  Words,
  type Photo,
} from '@/components';
import { bytesName } from '@/offline';
import { dropBytes, showBytes } from '@/platform';
import { changeDraft, draftOf, keepPicture, type DraftSignature, type VisitDraft } from '../visit/draft';
import { SIGNATURE_PLACE } from './proof';

type Kind = DraftSignature['kind'];

const drawnKinds = (['signed', 'mark', 'proxy'] as const).map((value) => ({ value, label: SIGNATURE_KINDS[value] }));

/** How the elder confirms the record: a name, a mark, somebody of the family, or by word on the phone. */
export function Signature({ draft }: { draft: VisitDraft }) {
  const { accountId, card, signature, visitId } = draft;
  const { callName } = card.elder;
  const [wipe, setWipe] = useState(0);
  // A drawing from before the page was opened cannot be drawn on: it is shown as it is.
  const [before, setBefore] = useShownDrawing(draft);
  const change = (part: Partial<DraftSignature>) => {
    const now = draftOf(accountId, card.elder.id).get()?.signature ?? signature;
    if ('drawing' in part && now.drawing) void dropBytes(bytesName(visitId, now.drawing.sha256));
    changeDraft(accountId, card.elder.id, { signature: { ...now, ...part } });
  };
  const startAgain = () => {
    setBefore(null);
    setWipe((count) => count + 1);
    change({ drawing: null });
  };
  const choose = (kind: Kind) => {
    startAgain();
    change({ kind });
  };
  const drawn = (drawing: Photo | null) => {
    // An empty pad on opening says nothing about what was drawn before.
    if (!drawing) return;
    void keepPicture(visitId, drawing);
    change({ drawing: { sha256: drawing.sha256, type: drawing.type } });
  };
  const photographed = (photo: Photo) => {
    drawn(photo);
    setBefore(photo.preview);
  };
  if (draft.mode === 'phone') return <ByPhone draft={draft} onChange={(agreed) => change({ agreed })} />;
  return (
    <Box id={SIGNATURE_PLACE} className="stack">
      <Box className="line line--apart signature-head">
        <Heading level={3}>请{callName}确认</Heading>
        {signature.drawing && (
          <Button tone="quiet" small onPress={startAgain}>
            {signature.kind === 'mark' ? '重画' : '重写'}
          </Button>
        )}
      </Box>
      <Segmented label="怎么确认" options={drawnKinds} value={signature.kind} onChange={choose} />
      {signature.kind === 'proxy' && (
        <TextField
          label="代签的人"
          hint="写名字和关系，如“王静，女儿”"
          value={signature.proxyName}
          maxLength={50}
          onChange={(proxyName) => change({ proxyName })}
        />
      )}
      {before ? (
        <Box className="signature">
          <Picture className="signed" src={before} alt={`${callName}的签名`} />
        </Box>
      ) : (
        <SignaturePad label={inviteOf(signature.kind, callName)} wipe={wipe} onChange={drawn} />
      )}
      {!signature.drawing && <OnPaper onPhoto={photographed} />}
    </Box>
  );
}

/** Signed on paper, or with a fingerprint; and the way for whoever cannot use a finger or a mouse. */
function OnPaper({ onPhoto }: { onPhoto: (photo: Photo) => void }) {
  return (
    <Box className="stack stack--tight">
      <Words className="note">签在纸上、按了手印的，拍下来也行</Words>
      <PhotoPicker label="签名" photos={[]} max={1} asButton onChange={([photo]) => photo && onPhoto(photo)} />
    </Box>
  );
}

function inviteOf(kind: Kind, callName: string): string {
  if (kind === 'mark') return '在这里画个圈或叉就行';
  return kind === 'proxy' ? '代签的人在这里签名' : `请${callName}在这里签名`;
}

function useShownDrawing({ visitId, signature }: VisitDraft): [string | null, (address: string | null) => void] {
  const [address, setAddress] = useState<string | null>(null);
  const { drawing } = signature;
  useEffect(() => {
    if (drawing) void showBytes(bytesName(visitId, drawing.sha256), drawing.type).then(setAddress);
    // Only what was there when the page opened.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [visitId]);
  return [address, setAddress];
}

/** Nobody can sign through the telephone: the record is read out, and the elder agrees or not. */
function ByPhone({ draft, onChange }: { draft: VisitDraft; onChange: (agreed: boolean) => void }) {
  const { callName } = draft.card.elder;
  return (
    <Box id={SIGNATURE_PLACE} className="stack">
      <Heading level={3}>请{callName}确认</Heading>
      <Words className="note">在电话里念一遍：“{callName}，您看这样写对不对？”</Words>
      <Checkbox checked={draft.signature.agreed} onChange={onChange}>
        念过了，{callName}说对（{SIGNATURE_KINDS.phone}）
      </Checkbox>
    </Box>
  );
}
