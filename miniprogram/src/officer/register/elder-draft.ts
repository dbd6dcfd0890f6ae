import { birthDateOf, isIdentityNumber, normalizeIdentityNumber, sexOf, type Sex } from '@tanfang/shared';
import type { BodyOf } from '@/api';
import { ulid } from '@/platform';
import { relativeGap, toRelativeBody, type RelativeDraft } from '../relatives/relative-draft';
import { newHealth, toHealthFacts, type HealthDraft } from './health-draft';
import { newPlan, toPlanFacts, type PlanDraft } from './plan-draft';

export type ElderBody = BodyOf<'post', '/api/elders'>;
export type HintIcon = NonNullable<ElderBody['hints']>[number]['icon'];

/** What helps at the door; the words visitors see as a title. */
export const HINTS: Record<HintIcon, string> = {
  hearing: '听力不好',
  walking: '走路慢',
  sight: '看不清',
  speech: '说话费力',
  memory: '记性不好',
  door: '开门要等',
  dog: '家里有狗',
  language: '说方言',
  time: '什么时候去',
};

export interface ElderDraft extends HealthDraft, PlanDraft {
  id: string;
  name: string;
  idNumber: string;
  sex: Sex | null;
  birthDate: string;
  phone: string;
  communityId: string | null;
  address: string;
  place: string;
  /** Whether somebody has asked about relatives; 不清楚 is not 没有. */
  relativesAsked: 'yes' | 'no' | null;
  relatives: RelativeDraft[];
  firstContactId: string | null;
  /** The chosen hints, each with its sentence. */
  hints: Partial<Record<HintIcon, string>>;
}

export function newElder(communityId: string | null): ElderDraft {
  return {
    ...{ id: ulid(), name: '', idNumber: '', sex: null, birthDate: '', phone: '', communityId, address: '', place: '' },
    ...{ relativesAsked: null, relatives: [], firstContactId: null },
    ...newHealth(),
    ...newPlan(),
    hints: {},
  };
}

/** A valid identity number tells birth date and sex: they are filled in, and stay to be seen. */
export function withIdNumber(draft: ElderDraft, idNumber: string): ElderDraft {
  const number = normalizeIdentityNumber(idNumber);
  if (!isIdentityNumber(number)) return { ...draft, idNumber };
  return { ...draft, idNumber, birthDate: birthDateOf(number) ?? draft.birthDate, sex: sexOf(number) ?? draft.sex };
}

/** What must be there before it can be sent: the field to go to, and words. */
export function gapsOf(draft: ElderDraft): { field: string; words: string }[] {
  const gaps: [boolean, string, string][] = [
    [draft.name.trim() === '', 'name', '姓名'],
    [draft.idNumber.trim() === '', 'idNumber', '身份证号'],
    [draft.sex === null, 'sex', '性别'],
    [draft.birthDate === '', 'birthDate', '出生日期'],
    [draft.communityId === null, 'communityId', '社区'],
    [draft.address.trim() === '', 'address', '住址'],
    [draft.relativesAsked === null, 'relatives', '亲属问过没有'],
    [draft.relativesAsked === 'yes' && draft.relatives.some(relativeGap), 'relatives', '亲属的情况'],
    [draft.onlyChild === 'disabled' && draft.onlyChildGrade === null, 'onlyChildGrade', '独生子女的残疾等级'],
    [Object.values(draft.hints).some((detail) => detail.trim() === ''), 'hints', '提示的说明'],
  ];
  return gaps.filter(([missing]) => missing).map(([, field, words]) => ({ field, words }));
}

/** @param streetCode of the elder's community, when it is known */
export function toElderBody(draft: ElderDraft, streetCode: string | null): ElderBody {
  const { relativesAsked, relatives, firstContactId } = draft;
  const hints = Object.entries(draft.hints) as [HintIcon, string][];
  return {
    id: draft.id,
    name: draft.name.trim(),
    sex: draft.sex ?? 'female',
    idNumber: draft.idNumber,
    birthDate: draft.birthDate,
    address: draft.address.trim(),
    communityId: draft.communityId ?? '',
    facts: { ...toHealthFacts(draft), ...toPlanFacts(draft) },
    ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}),
    ...(draft.place.trim() ? { place: draft.place.trim() } : {}),
    // Left out: nobody has asked. An empty list: there are none.
    ...(relativesAsked === 'yes' ? { relatives: relatives.map((one) => toRelativeBody(one, streetCode)) } : {}),
    ...(relativesAsked === 'yes' && firstContactId ? { firstContactId } : {}),
    ...(hints.length > 0
      ? { hints: hints.map(([icon, detail]) => ({ icon, title: HINTS[icon], detail: detail.trim() })) }
      : {}),
  };
}
