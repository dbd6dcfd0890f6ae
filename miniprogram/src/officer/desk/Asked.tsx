import type { ReactNode } from 'react';
import { Box, Button, FieldError, Words } from '@/components';

interface AskedProps {
  label: string;
  error?: string | undefined;
  /** Takes the answer back: nobody knows is an answer too. */
  clear?: (() => void) | false;
  children: ReactNode;
}

/** A question above its choices. */
export function Asked({ label, error, clear, children }: AskedProps) {
  return (
    <Box className="stack stack--tight">
      <Box className="line line--apart">
        <Words className="strong">{label}</Words>
        {clear && (
          <Button tone="quiet" small label={`${label}，改成不清楚`} onPress={clear}>
            改成不清楚
          </Button>
        )}
      </Box>
      {children}
      <FieldError error={error} />
    </Box>
  );
}
