import {
  BASELINE,
  BY_THE_PLAN,
  CLOCKS,
  DEVICES,
  EXPLAINS,
  FORM,
  LAW,
  NOT_COMPUTED,
  ONE_ONLY,
  SAFETY,
} from '../../../../../test/policy/district/usual';
import type { Expected } from '../../../../../test/policy/place';

/** 黑龙江: what the tests of all places ask of each. */
export const expected: Expected = {
  example: { facts: { onlyChild: { status: 'deceased' } }, category: 'family-planning-special' },
  withoutRelatives: [],
  age: '读法 引言',
  familyPlanning: '读法 引言',
  severeDisability: { articles: '读法 引言', also: [] },
  lostAbility: { article: '引言', counted: ['moderate', 'severe', 'total', '卧床'] },
  rate: { percent: 100, every: 'month' },
  censusMonths: 12,
  firstCall: 'emergency-services',
  fulfilledBy: ['on-site', 'phone', 'online', 'other'],
  familyDutyTo: 'street',
  decidable: [
    ...CLOCKS,
    DEVICES,
    ...BASELINE,
    'category.disabled-ability: category, yes of yes no',
    'cadence.monthly: cadence, month of week half-month month',
    'referral.community: referral, community+first-contact+emergency-contact of ' +
      'community+first-contact+emergency-contact community+emergency-contact community ' +
      'street+first-contact+emergency-contact street',
    'referral.signals: signal, community+emergency-contact of community+emergency-contact street+emergency-contact',
  ],
  oursAlone: {
    age: LAW,
    'category.none': EXPLAINS,
    'flag.certificate-expired': BY_THE_PLAN,
    'referral.family-duty': SAFETY,
    'referral.no-answer': SAFETY,
    'referral.harmed': SAFETY,
    'referral.in-danger': SAFETY,
    'provider.assigned': ONE_ONLY,
    'census.yearly': NOT_COMPUTED,
    'form.visit-record': FORM,
  },
  ourWords: [],
};
