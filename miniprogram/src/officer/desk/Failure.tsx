import { Banner, Box } from '@/components';

/** What went wrong with the last try; read out when it appears. */
export function Failure({ sentence }: { sentence: string | null }) {
  return <Box aria={{ live: 'polite' }}>{sentence && <Banner meaning="worry" title={sentence} />}</Box>;
}
