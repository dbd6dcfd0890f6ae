import { always } from '../../engine/dated';
import type { PolicyPack } from '../../engine/pack';
import { cadence, rateTarget } from './cadence';
import { age, categories, noCategory } from './categories';
import { census, clocks, deadlines, flags, milestones } from './deadlines';
import { duties } from './duties';
import { emergency } from './emergency';
import { entrustment } from './entrustment';
import { entrustmentRecordV1 } from './forms/entrustment-record.v1';
import { visitRecordV1 } from './forms/visit-record.v1';
import { kindWords } from './kind-words';
import { plan } from './plan';
import { providers } from './providers';
import { familyDuty, referral } from './referral';
import { tiers } from './tiers';
import { contentAreas, modes, photos, points, specialPeriods, supervision, visitorBodies } from './visits';

/** 济南市. Every rule stands in the file of its subject; the sentences it rests on stand in `plan.ts`. */
export const pack: PolicyPack = {
  id: 'jinan',
  name: '济南',
  plan,
  divisions: ['3701'],
  asks: ['contracts.home-care-bed', 'contracts.home-care-service', 'entrustment', 'relatives.awaySince'],
  age,
  noCategory,
  categories,
  tiers,
  cadence,
  entrustment,
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
  supervision,
  photos,
  points,
  duties,
  visitForm: always(
    { id: visitRecordV1.id, version: visitRecordV1.version },
    plan.cite('form.visit-record', 'formTitle'),
  ),
  forms: [visitRecordV1],
  entrustmentForm: always(
    { id: entrustmentRecordV1.id, version: entrustmentRecordV1.version },
    plan.cite('form.entrustment-record', 'entrustmentFormTitle'),
    plan.cite('form.entrustment-record', 'entrustmentArchive'),
  ),
  otherForms: [entrustmentRecordV1],
};
