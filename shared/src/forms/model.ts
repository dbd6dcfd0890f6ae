import type { Matter, NeedType, Severity } from '../vocabulary';

/**
 * Forms as data: the phone renders a definition, the server validates and prints by it, and findings,
 * family wording and trends are read off it. Definitions are plain JSON: no functions, nothing is evaluated.
 */

/** Who may see an answer. Neglect notes and other remarks about the family are `staff`. */
export type Visibility = 'staff' | 'family';

/** How an option looks and what it means: done / worry / danger colours, or none. */
export type OptionMeaning = 'done' | 'worry' | 'danger' | 'plain';

export type Scalar = string | number;
export type TableRow = Readonly<Record<string, Scalar>>;

/**
 * An answer by field type: choice → option code; choices → option codes; text → string; number → number;
 * date → `YYYY-MM-DD`; table → rows of scalars by column id.
 */
export type AnswerValue = string | number | readonly string[] | readonly TableRow[];
export type Answers = Readonly<Record<string, AnswerValue>>;

/**
 * A condition on other answers, as data. It looks at the answers as given: answers to hidden questions are dropped by
 * `keptAnswers` on the phone and refused by the server.
 */
export type Condition =
  | { readonly field: string; readonly is: string }
  | { readonly field: string; readonly isOneOf: readonly string[] }
  | { readonly field: string; readonly answered: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/** What an answer gives rise to. Wording never holds a name, a number or an address. */
export interface FindingRule {
  /** At most one open need per elder and matter. */
  readonly matter: Matter;
  readonly needType: NeedType;
  readonly severity: Severity;
  /** Severity when the previous visit had the same answer: 「较差」 twice running is urgent. */
  readonly whenRepeated?: Severity;
  /** Raised only when the answer differs from the previous visit's (an illness already on record is no news). */
  readonly onlyWhenNew?: true;
  /** Short title, at most 20 characters (the limit of WeChat's `thing`). */
  readonly title: string;
  /** The same in plain words for the person who gets it: family, or staff when the field is `staff`. */
  readonly plain: string;
  /** What the visitor does at once, one sentence per line. */
  readonly advice?: readonly string[];
}

export interface Option {
  readonly code: string;
  /** The form's own word. */
  readonly label: string;
  readonly meaning?: OptionMeaning;
  readonly finding?: FindingRule;
  /** Id of the field that this option opens (its `shownWhen` names this option). */
  readonly asksFor?: string;
  /** In `choices`: cannot be ticked together with another option (稳定, 没有). */
  readonly exclusive?: true;
  /** Words for the family when this option was chosen and there is nothing to compare it with. */
  readonly says?: string;
  /** In boxes that the server fills: codes that have no box of their own and are printed in this one. */
  readonly standsInFor?: readonly { readonly code: string; readonly remark?: string }[];
}

/**
 * How an answer compares with the one before.
 * `absolute`: the options are states (较好, 一般, 较差); compare with the previous answer.
 * `relative`: the options are changes (无变化, 较好, 较差); the answer is itself the comparison.
 */
export interface Trend {
  /** The family's word for it: 走路, 精神, 家里整洁. */
  readonly label: string;
  readonly scale: 'absolute' | 'relative';
  /** Option codes from worst to best; on a relative scale the middle one means no change. */
  readonly order: readonly string[];
  readonly says: { readonly better: string; readonly worse: string };
  /** Named in the summary even when nothing has changed: 「精神和上次一样」. */
  readonly headline?: true;
  /** Drawn as a line for the family. */
  readonly charted?: true;
}

/** Boxes that the server fills when the sheet is shown or printed. */
export type ServerSource =
  | 'visit.date'
  | 'visit.number'
  /** 第几次: the how-manieth visit to this elder. */
  | 'visit.ordinal'
  | 'visit.mode'
  /** Day on which a sheet that is no visit record was made. */
  | 'record.date'
  | 'entrustment.date'
  | 'elder.name'
  | 'elder.sex'
  /** 周岁, on the day of the record. */
  | 'elder.age'
  | 'elder.id-number'
  | 'elder.address'
  | 'elder.phone'
  | 'elder.identities'
  | 'elder.certificate-number'
  | 'elder.tier'
  | 'elder.ability'
  | 'elder.assistance'
  | 'elder.household-address'
  | 'elder.household-members'
  // Boxes 是 / 否, answered `yes` or `no`.
  | 'elder.lives-at-household'
  | 'elder.has-certificate'
  | 'elder.is-living-alone'
  | 'elder.is-empty-nest'
  | 'elder.is-left-behind'
  | 'elder.is-disabled-ability'
  | 'elder.is-family-planning-special'
  | 'elder.emergency-contact'
  | 'elder.emergency-contact-sex'
  | 'elder.emergency-contact-phone'
  | 'visitor.body'
  | 'visitor.signature'
  | 'visitor.signature-date'
  | 'elder.signature'
  /** Whoever entered or made the record: 信息录入人, 工作人员. */
  | 'recorder.signature'
  | 'recorder.signature-date'
  | 'agency.signature'
  | 'agency.signature-date'
  | 'points.earned'
  | 'points.total'
  | 'points.redeemed';

interface FieldBase {
  readonly id: string;
  /** The form's own words. */
  readonly label: string;
  readonly visibility: Visibility;
  /** Place on the printed sheet; for `additional` fields the place on the continuation sheet. From 1, without gaps. */
  readonly print: number;
  readonly required?: boolean;
  readonly requiredWhen?: Condition;
  readonly shownWhen?: Condition;
  /** A hazard is asked afresh every time; last time's answer is shown as text and never as an answer. */
  readonly hazard?: true;
  /**
   * Not offered as last time's answer, though no hazard: satisfaction, short notes, and what the family does or fails to
   * do, for the form lies open in the elder's home and a visitor may be family.
   */
  readonly afresh?: true;
  /** A question that the plan asks but its form has no box for; prints on the continuation sheet. */
  readonly additional?: true;
  /** The plan's article that asks an additional question. */
  readonly article?: string;
  /** One line under the label, for the visitor. */
  readonly help?: string;
  readonly trend?: Trend;
}

/** Filled by the server: never accepted from the phone, shown masked. */
interface ServerFilled {
  readonly filledBy: 'server';
  readonly from: ServerSource;
}
interface VisitorFilled {
  readonly filledBy: 'visitor';
}
type Filled = ServerFilled | VisitorFilled;

export type ChoiceField = FieldBase & Filled & { readonly type: 'choice'; readonly options: readonly Option[] };
export type ChoicesField = FieldBase & Filled & { readonly type: 'choices'; readonly options: readonly Option[] };
export type TextField = FieldBase &
  Filled & {
    readonly type: 'text';
    readonly maxLength: number;
    readonly lines?: number;
    readonly finding?: FindingRule;
    /** The number of a paper that contains an identity number: masked on every screen afterwards. */
    readonly masked?: true;
  };
export type NumberField = FieldBase &
  Filled & { readonly type: 'number'; readonly min: number; readonly max: number; readonly unit?: string };
export type DateField = FieldBase & Filled & { readonly type: 'date' };

/** A column of a table: scalars only. */
export type Column =
  | {
      readonly id: string;
      readonly label: string;
      readonly type: 'text';
      readonly maxLength: number;
      readonly required?: boolean;
      /** A citizen's identity number: checked when it is typed, masked on every screen afterwards. */
      readonly identity?: true;
    }
  | {
      readonly id: string;
      readonly label: string;
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly required?: boolean;
    }
  | { readonly id: string; readonly label: string; readonly type: 'date'; readonly required?: boolean }
  | {
      readonly id: string;
      readonly label: string;
      readonly type: 'choice';
      readonly options: readonly Option[];
      readonly required?: boolean;
    };
export type TableField = FieldBase &
  Filled & { readonly type: 'table'; readonly columns: readonly Column[]; readonly maxRows: number };

export type FormField = ChoiceField | ChoicesField | TextField | NumberField | DateField | TableField;

/**
 * `head`: identity boxes, filled by the server. `visit`: the segments a visitor walks through.
 * `closing`: asked on the last page (satisfaction), or filled by the server (signature, points).
 */
export type SectionPart = 'head' | 'visit' | 'closing';

export interface FormSection {
  readonly id: string;
  /** The form's own heading; empty where the form has none. */
  readonly title: string;
  /** The wider heading on the printed sheet that this section stands under. */
  readonly group?: string;
  readonly part: SectionPart;
  readonly fields: readonly FormField[];
  /** One line under the title, for the visitor. */
  readonly advice?: string;
  /** Seldom changes (what a household lives on): asked once, and from then on confirmed as a whole with one tap. */
  readonly standing?: true;
}

/** A slip in the printed original, and what the definition says in its place. */
export interface Correction {
  /** The box that it stands in. */
  readonly where: string;
  readonly printed: string;
  readonly reads: string;
}

export interface FormDefinition {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly source: { readonly document: string; readonly annex: string };
  readonly archive: { readonly copies: number; readonly keepers: readonly string[]; readonly remark: string };
  readonly sections: readonly FormSection[];
  readonly corrections?: readonly Correction[];
  /** Said to the family when no answer has words of its own. */
  readonly nothingToSay: string;
  /** Said to the family when every hazard on the form is safe. */
  readonly allSafe?: string;
}

export interface Finding {
  readonly field: string;
  /** Option code, or null for a text that was filled in. */
  readonly option: string | null;
  readonly matter: Matter;
  readonly needType: NeedType;
  readonly severity: Severity;
  readonly title: string;
  readonly plain: string;
  readonly advice: readonly string[];
  /** A `staff` finding never reaches the family. */
  readonly visibility: Visibility;
  /** The previous visit had the same answer. */
  readonly repeated: boolean;
  /** Field that holds the visitor's own words about it, if it was filled in. */
  readonly noteField: string | null;
}

export interface AnswerProblem {
  readonly field: string;
  readonly label: string;
  /** A Chinese sentence that names the field's label. */
  readonly message: string;
}
