import { Box } from '@/components';

interface SaidLineProps {
  label: string;
  words: string;
  /** Both on one line, for short words. */
  short?: boolean;
}

/** A question and what was said to it, as words only. */
export function SaidLine({ label, words, short }: SaidLineProps) {
  return (
    <Box className={short ? 'said said--short' : 'said'}>
      <Box className="note">{label}</Box>
      <Box>{words}</Box>
    </Box>
  );
}
