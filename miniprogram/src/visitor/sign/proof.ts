import type { VisitDraft } from '../visit/draft';

export const SIGNATURE_PLACE = 'signature';

/** What is missing of the elder's confirmation, as a sentence; null when it is there. */
export function missingProof({ signature, card }: VisitDraft): string | null {
  const { callName } = card.elder;
  if (signature.kind === 'phone') return signature.agreed ? null : `请念给${callName}听，说对了再点一下`;
  if (signature.kind === 'proxy' && signature.proxyName.trim() === '') return '请写上代签的人是谁';
  if (signature.drawing) return null;
  return signature.kind === 'mark' ? `还没有画。请${callName}画个圈也行` : '还没有签名，画个记号也行';
}
