import { registrationFormOf, type CalendarDate, type FormUse, type PolicyPack } from '../../policy';

/** Forms of a plan on which no visit is recorded, and where a pack says which version is used on a day. */
const FORM_OF = {
  registration: registrationFormOf,
} as const satisfies Record<string, (pack: PolicyPack, on: CalendarDate) => FormUse | null>;

export type SheetKind = keyof typeof FORM_OF;
export const SHEET_KINDS = Object.keys(FORM_OF) as SheetKind[];

/** Null where the plan has no such form. */
export function sheetFormOf(pack: PolicyPack, kind: SheetKind, on: CalendarDate): FormUse | null {
  return FORM_OF[kind](pack, on);
}
