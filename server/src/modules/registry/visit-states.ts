import type { VisitState } from '@tanfang/shared';

/** A part of a statement, with a value for every `?` in it. */
export interface SqlPart {
  sql: string;
  parameters: (string | number)[];
}

/** How it stands with the visits, as lists of elders need it; given by the visiting module, which stands after this one. */
export abstract class VisitStates {
  /**
   * A subselect that gives the state of an elder, or null while nothing is owed.
   * @param elderId column that holds the elder's id
   * @param today calendar date
   */
  abstract stateOf(elderId: string, today: string): SqlPart;
  /** A subselect of the ids of all elders in one of these states, by which a list is filtered before it is cut into pages. */
  abstract eldersIn(states: readonly VisitState[], today: string): SqlPart;
  /**
   * A condition: somebody has been given to the elder as a visitor.
   * @param elderId column that holds the elder's id
   */
  abstract hasVisitor(elderId: string): SqlPart;
}
