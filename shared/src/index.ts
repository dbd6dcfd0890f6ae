export * from './vocabulary';
export * from './forms';
export * from './identity-number';
export * from './phone-number';
export * from './mask';
