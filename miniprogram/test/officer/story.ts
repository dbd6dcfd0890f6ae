import type { ReplyOf } from '@/api';
import type { Me, Role } from '@/state';

type Detail = Extract<ReplyOf<'get', '/api/needs/{id}'>, { view: 'officer' }>;

export const NEED = '01KB2Z6QF3T9V8XW7M5N4P3R2S';
export const ELDER = '01KB2Z6QF3T9V8XW7M5N4P3R00';

export const officer = (role: Role = 'community'): Me => ({
  account: { id: '01KB2Z6QF3T9V8XW7M5N4P3R04', name: '刘芳', phoneMasked: null },
  roles: [{ role, division: { id: '0D1V0000000000370102009002', name: '甸柳新村第一社区', packId: 'jinan' } }],
  kin: [],
  demo: null,
});

/** Two plans, and what each has asked beyond what every place asks. */
export const PACKS: ReplyOf<'get', '/api/policies'>['items'] = [
  {
    ...{ id: 'beijing', name: '北京', document: '北京方案' },
    asks: [
      ...(['household.division', 'contracts.care-station', 'serviceClass', 'locallyDesignated'] as const),
      ...(['relatives.awaySince', 'relatives.birthDate', 'relatives.ableToSupport'] as const),
    ],
  },
  {
    ...{ id: 'jinan', name: '济南', document: '济南方案' },
    asks: ['contracts.home-care-bed', 'contracts.home-care-service', 'entrustment', 'relatives.awaySince'],
  },
];

/** Nobody has taken it yet; its clock runs out tomorrow. */
export const gas = (changes: Partial<Detail> = {}): Detail => ({
  view: 'officer',
  id: NEED,
  elder: { id: ELDER, name: '李秀兰', callName: '李奶奶' },
  communityId: '0D1V0000000000370102009002',
  matter: 'gas-safety',
  needType: 'safety-hazard',
  severity: 'urgent',
  title: '燃气不安全，要处理',
  status: 'open',
  handler: null,
  owner: 'community',
  level: 'community',
  familyWish: null,
  heldFromFamily: false,
  firstContactMissing: false,
  raisedAt: Date.now() - 3_600_000,
  seenAt: Date.now() - 7_200_000,
  acknowledgeBy: Date.now() + 86_400_000,
  closeBy: Date.now() + 7 * 86_400_000,
  late: false,
  plain: '厨房燃气有隐患',
  advice: [],
  inform: [],
  because: [{ rule: 'r', document: '方案', article: '二（二）2', text: '由社区办理', reading: true }],
  evidence: [],
  steps: [],
  photos: [],
  outcome: null,
  note: null,
  closedAt: null,
  ...changes,
});
