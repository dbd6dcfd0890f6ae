import { Box } from './element';

/** A warm picture; decoration. `received` and `kept` are the large marks after a record was handed in. */
export function Art({ name, large }: { name: 'door' | 'home' | 'received' | 'kept'; large?: boolean }) {
  return <Box className={`art art--${name} ${large ? 'art--large' : ''}`} aria={{ hidden: true }} />;
}
