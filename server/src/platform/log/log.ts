import pino, { type DestinationStream, type Logger } from 'pino';

import { withoutValues } from './failure';

/** Lines of JSON without personal data: see `withoutValues`. @param destination standard output when left out */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, base: null, serializers: { err: withoutValues } };
  return destination ? pino(options, destination) : pino(options);
}
