import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { cadence, rateTarget } from './cadence';
import { age, categories, noCategory } from './categories';
import { census, clocks, deadlines, flags } from './deadlines';
import { duties } from './duties';
import { emergency } from './emergency';
import { registrationV1 } from './forms/registration.v1';
import { registrationV2 } from './forms/registration.v2';
import { visitRecordV1 } from './forms/visit-record.v1';
import { kindWords } from './kind-words';
import { plan } from './plan';
import { providers } from './providers';
import { familyDuty, referral } from './referral';
import { tiers } from './tiers';
import { contentAreas, modes, recognition, specialPeriods, visitorBodies } from './visits';

/** 石狮市. Every rule stands in the file of its subject; the sentences it rests on stand in `plan.ts`. */
export const pack: PolicyPack = {
  id: 'shishi',
  name: '石狮',
  plan,
  divisions: ['350581'],
  asks: ['household.division', 'household.rural', 'staffTier', 'relatives.awaySince'],
  age,
  noCategory,
  categories,
  tiers,
  cadence,
  entrustment: null,
  referral,
  providers,
  flags,
  kindWords,
  rateTarget,
  census,
  deadlines,
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
    plan.cite('form.visit-record', 'recordTitle'),
  ),
  forms: [visitRecordV1],
  registrationForm: always(
    { id: registrationV2.id, version: registrationV2.version },
    plan.cite('form.registration', 'registrationTitle'),
    plan.cite('form.registration', 'registrationArchive'),
  ),
  otherForms: [registrationV1, registrationV2],
};
