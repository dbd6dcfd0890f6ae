import { useEffect, useState } from 'react';
import type { Photo } from '@/components';
import { bytesName } from '@/offline';
import { createStore, dropBytes, showBytes } from '@/platform';
import { useStore } from '@/state';
import { changeDraft, draftOf, keepPicture, type DraftPhoto, type VisitDraft } from './draft';

/** Most pictures the service takes with one visit. */
export const MOST_PICTURES = 12;

/** The phone has refused to keep a picture: whoever goes on should know. */
const outOfRoom = createStore(false);

const NO_BYTES = new Uint8Array();
/** Addresses for showing pictures, by the name of their bytes; they last as long as the page. */
const addresses = new Map<string, string>();

export interface Pictures {
  /** Those of one question; without a question all of them. */
  of: (field?: string) => Photo[];
  /** Puts these in the place of those of the question (or of all). New ones belong to the question. */
  put: (photos: readonly Photo[], field?: string) => void;
  /** The phone has no room: pictures are lost when the app is closed before they are sent. */
  roomless: boolean;
}

/** The pictures of a visit, kept on the phone as soon as they are taken. */
export function usePictures(draft: VisitDraft): Pictures {
  const { visitId, photos } = draft;
  const roomless = useStore(outOfRoom);
  useShown(visitId, photos);
  const inField = (photo: DraftPhoto, field?: string) => field === undefined || photo.field === field;
  const put = (wanted: readonly Photo[], field?: string) => {
    const known = (draftOf(draft.accountId, draft.card.elder.id).get() ?? draft).photos;
    const hashes = new Set(wanted.map(({ sha256 }) => sha256));
    const fresh = wanted.filter(({ sha256 }) => !known.some((photo) => photo.sha256 === sha256));
    for (const photo of fresh) {
      addresses.set(bytesName(visitId, photo.sha256), photo.preview);
      void keepPicture(visitId, photo).then((kept) => kept || outOfRoom.set(true));
    }
    for (const photo of known) {
      if (inField(photo, field) && !hashes.has(photo.sha256)) void dropBytes(bytesName(visitId, photo.sha256));
    }
    const stay = known.filter((photo) => !inField(photo, field) || hashes.has(photo.sha256));
    const added = fresh.map(({ sha256, type }) => ({ sha256, type, field: field ?? null }));
    const next = [...stay, ...added].slice(0, MOST_PICTURES);
    changeDraft(draft.accountId, draft.card.elder.id, { photos: next });
  };
  const of = (field?: string) =>
    photos.filter((photo) => inField(photo, field)).map((photo) => toPhoto(visitId, photo));
  return { of, put, roomless };
}

/** Finds the addresses of pictures that were taken before the app was opened this time. */
function useShown(visitId: string, photos: readonly DraftPhoto[]): void {
  const [, redraw] = useState(0);
  useEffect(() => {
    const hidden = photos.filter(({ sha256 }) => !addresses.has(bytesName(visitId, sha256)));
    if (hidden.length === 0) return;
    void Promise.all(
      hidden.map(async ({ sha256, type }) => {
        const name = bytesName(visitId, sha256);
        const address = await showBytes(name, type);
        if (address) addresses.set(name, address);
      }),
    ).then(() => redraw((count) => count + 1));
  }, [visitId, photos]);
}

function toPhoto(visitId: string, { sha256, type }: DraftPhoto): Photo {
  return { sha256, type, bytes: NO_BYTES, preview: addresses.get(bytesName(visitId, sha256)) ?? '' };
}
