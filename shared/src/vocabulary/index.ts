export * from './table';
export * from './people';
export * from './eligibility';
export * from './visits';
export * from './needs';
export * from './citations';
export * from './emergencies';
export * from './objections';
