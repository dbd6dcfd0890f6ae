import { baselineKindWords } from '../../baseline/kind-words';
import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { cadence, rateTarget } from './cadence';
import { age, categories, noCategory } from './categories';
import { census, clocks, deadlines, flags, milestones } from './deadlines';
import { duties } from './duties';
import { emergency } from './emergency';
import { visitRecordV1 } from './forms/visit-record.v1';
import { plan } from './plan';
import { providers } from './providers';
import { familyDuty, referral } from './referral';
import { contentAreas, modes, specialPeriods, visitorBodies } from './visits';

/** 辽宁. Every rule stands in the file of its subject; the sentences it rests on stand in `plan.ts`. */
export const pack: PolicyPack = {
  id: 'liaoning',
  name: '辽宁',
  plan,
  // A city's plan that names no city: it stands for the province whose plan it carries out.
  divisions: ['21'],
  asks: ['relatives.awaySince'],
  age,
  noCategory,
  categories,
  tiers: null,
  cadence,
  entrustment: null,
  referral,
  providers,
  flags,
  kindWords: baselineKindWords,
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
  duties,
  visitForm: always(
    { id: visitRecordV1.id, version: visitRecordV1.version },
    plan.cite('form.visit-record', 'formTitle'),
  ),
  forms: [visitRecordV1],
};
