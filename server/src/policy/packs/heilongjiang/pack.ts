import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { cadence, rateTarget } from './cadence';
import { age, categories, noCategory } from './categories';
import { census, clocks, deadlines, flags, milestones } from './deadlines';
import { duties } from './duties';
import { emergency } from './emergency';
import { visitRecordV1 } from './forms/visit-record.v1';
import { kindWords } from './kind-words';
import { plan } from './plan';
import { providers } from './providers';
import { familyDuty, referral } from './referral';
import { contentAreas, modes, recognition, specialPeriods, visitorBodies } from './visits';

/** 黑龙江省. Every rule stands in the file of its subject; the sentences it rests on stand in `plan.ts`. */
export const pack: PolicyPack = {
  id: 'heilongjiang',
  name: '黑龙江',
  plan,
  divisions: ['23'],
  asks: ['locallyDesignated', 'relatives.awaySince'],
  age,
  noCategory,
  categories,
  tiers: null,
  cadence,
  entrustment: null,
  referral,
  providers,
  flags,
  kindWords,
  rateTarget,
  census,
  deadlines,
  milestones,
  clocks,
  emergency,
  modes,
  visitorBodies,
  contentAreas,
  specialPeriods,
  familyDuty,
  supervision: [],
  photos: null,
  points: null,
  recognition,
  duties,
  visitForm: always(
    { id: visitRecordV1.id, version: visitRecordV1.version },
    plan.reading('form.visit-record', '四（二）1', '方案没有附记录表，我们的理解：用福建省的探访关爱服务记录表'),
  ),
  forms: [visitRecordV1],
};
