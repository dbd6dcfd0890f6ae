import type { PolicyPack } from '../../engine/pack';
import { plan } from './plan';

const peace = plan.cite('duty.1', 'dutyPeace');
const civility = plan.cite('duty.2', 'dutyCivility');

/** 三（一）; 附件1 with the other departments is not published. */
export const duties: PolicyPack['duties'] = [
  { number: 1, department: '市委政法委', task: peace.text, because: [peace] },
  { number: 2, department: '首都文明办', task: civility.text, because: [civility] },
];
