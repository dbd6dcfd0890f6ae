export const HINT_ICONS = [
  'hearing',
  'walking',
  'sight',
  'speech',
  'memory',
  'door',
  'dog',
  'language',
  'time',
] as const;

/** What helps at the door; nothing about health that is not needed there. */
export interface Hint {
  icon: (typeof HINT_ICONS)[number];
  title: string;
  detail: string;
}

/** Why a record ends: died, moved away, registered by mistake. */
export const END_REASONS = ['deceased', 'moved', 'mistake'] as const;
export type EndReason = (typeof END_REASONS)[number];

/** Of a record: it runs; it runs, but time alone has put the elder outside the plan; it has ended. */
export const RECORD_STATUSES = ['running', 'lapsed', 'ended'] as const;
export type RecordStatus = (typeof RECORD_STATUSES)[number];

/** What is masked everywhere and can be looked at for a reason. */
export const REVEALED_FIELDS = ['idNumber', 'phone', 'address', 'relativePhone'] as const;
export type RevealedField = (typeof REVEALED_FIELDS)[number];

/** How long (ms) a client may show a value that it was told for a reason. */
export const REVEAL_MS = 10 * 60_000;
