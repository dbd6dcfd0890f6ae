/** What many places leave to a district, in the words of `list.test.ts`. */

/** Where the plan sets no clocks of its own. */
export const CLOCKS = [
  'clock.life-danger.acknowledge: clock, 10m of 5m 10m 15m',
  'clock.life-danger.close: clock, 24h of 12h 24h 48h',
  'clock.urgent.acknowledge: clock, 24h of 2h 4h 12h 24h',
  'clock.urgent.close: clock, 3wd of 1wd 2wd 3wd 5wd',
  'clock.ordinary.acknowledge: clock, 3wd of 1wd 2wd 3wd 5wd',
  'clock.ordinary.close: clock, 10wd of 5wd 7wd 10wd 15wd',
  'clock.information.acknowledge: clock, 5wd of 3wd 5wd 10wd',
  'clock.information.close: clock, 20wd of 10wd 15wd 20wd 30wd',
  'clock.no-answer.acknowledge: clock, day+2h of 1h 2h day+2h',
  'clock.no-answer.close: clock, day+2h of day+2h 24h',
];

export const DEVICES = 'mode.remote-monitoring: mode, no of yes no';

export const ADDRESSEE =
  'referral.community: referral, community+first-contact of ' +
  'community+first-contact community street+first-contact street first-contact';

/** The categories of `baselineCategories`. */
export const BASELINE = [
  'living-alone',
  'empty-nest',
  'left-behind',
  'severe-disability',
  'family-planning-special',
].map((category) => `category.${category}: category, yes of yes no`);

/** Why a reading is no district's to decide. */
export const LAW = '老年人 is 60 and over by national law';
export const BY_THE_PLAN = 'the plan gives the definition; the reading says how facts are compared with its words';
export const EXPLAINS = 'explains a result and decides nothing';
export const SAFETY = 'protects life or the elder; it is the same everywhere';
export const ONE_ONLY = 'the plan knows one possibility only';
export const NOT_COMPUTED = 'shown and printed; nothing is computed from it, so nothing would follow from changing it';
export const FORM = 'a form is written and published as a version of the pack';
