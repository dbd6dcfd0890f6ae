import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { cadence, laterRateTarget, rateTarget } from './cadence';
import { age, categories, noCategory } from './categories';
import { census, clocks, deadlines, flags, milestones } from './deadlines';
import { duties } from './duties';
import { emergency } from './emergency';
import { firstContact } from './first-contact';
import { visitRecordV1 } from './forms/visit-record.v1';
import { kindWords } from './kind-words';
import { plan } from './plan';
import { providers } from './providers';
import { familyDuty, referral } from './referral';
import { contentAreas, modes, recognition, specialPeriods, supervision, visitorBodies } from './visits';

/** 北京市. Every rule stands in the file of its subject; the sentences it rests on stand in `plan.ts`. */
export const pack: PolicyPack = {
  id: 'beijing',
  name: '北京',
  plan,
  divisions: ['11'],
  asks: [
    'household.division',
    'contracts.care-station',
    'contracts.home-care-bed',
    'serviceClass',
    'locallyDesignated',
    'relatives.awaySince',
    'relatives.birthDate',
    'relatives.ableToSupport',
  ],
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
  laterRateTarget,
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
  supervision,
  photos: null,
  points: null,
  recognition,
  duties,
  firstContact,
  visitForm: always(
    { id: visitRecordV1.id, version: visitRecordV1.version },
    plan.reading('form.visit-record', '附件', '方案的附件2 没有公布，我们的理解：用福建省的探访关爱服务记录表'),
    plan.cite('form.visit-record', 'annex2'),
  ),
  forms: [visitRecordV1],
};
