/** What came of a relative's 「不对，告诉社区」. */
export const CORRECTION_OUTCOMES = { amended: '改好了', kept: '核实过，没有改' } as const;
export type CorrectionOutcome = keyof typeof CORRECTION_OUTCOMES;

export const CORRECTION_STATUSES = { open: '社区还没看', closed: '社区看过了' } as const;
export type CorrectionStatus = keyof typeof CORRECTION_STATUSES;
