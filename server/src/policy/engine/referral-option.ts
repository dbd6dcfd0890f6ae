import type { ReferralInform, ReferralTarget } from './answer';
import type { ReferralTo } from './pack';

const ACTS: Record<ReferralTarget, string> = {
  community: '由老人所在社区（村）办理',
  street: '由街道（乡镇）办理',
  'first-contact': '转给第一联系人，由其拿主意',
};
const HEARS: Record<ReferralInform, string> = {
  'first-contact': '第一联系人',
  'emergency-contact': '紧急联系人',
};

/** `community+first-contact`: who acts, and who is told. */
export function referralCode({ to, inform }: ReferralTo): string {
  return [to, ...inform].join('+');
}

/** `由老人所在社区（村）办理，同时告诉第一联系人` */
export function referralLabel({ to, inform }: ReferralTo): string {
  if (to === 'first-contact') return ACTS[to];
  if (inform.length === 0) return `${ACTS[to]}，不另外告诉家人`;
  return `${ACTS[to]}，同时告诉${inform.map((who) => HEARS[who]).join('和')}`;
}
