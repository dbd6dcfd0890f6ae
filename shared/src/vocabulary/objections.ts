/** What came of a relative's 「不对，告诉社区」. */
export const OBJECTION_OUTCOMES = { amended: '改好了', kept: '核实过，没有改' } as const;
export type ObjectionOutcome = keyof typeof OBJECTION_OUTCOMES;

export const OBJECTION_STATUSES = { open: '社区还没看', closed: '社区看过了' } as const;
export type ObjectionStatus = keyof typeof OBJECTION_STATUSES;
