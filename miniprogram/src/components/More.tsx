import { useState } from 'react';
import { Button } from './control';
import { Box, Words } from './element';

interface MoreProps {
  /** What `usePages` gave. */
  of: { data: { next: string | null } | undefined; more: () => Promise<void> };
  children?: string;
}

/** The end of a list that has more: fetches the next page. Nothing where the list ends. */
export function More({ of, children = '看更多' }: MoreProps) {
  const [failure, setFailure] = useState<string | null>(null);
  if (of.data?.next == null) return null;
  const fetch = async () => {
    setFailure(null);
    try {
      await of.more();
    } catch (error) {
      setFailure(error instanceof Error ? error.message : '没打开，再试一次');
    }
  };
  return (
    <Box className="stack stack--tight">
      <Button tone="line" wide onPress={fetch}>
        {children}
      </Button>
      {failure && (
        <Box className="note center" aria={{ live: 'polite' }}>
          <Words>{failure}</Words>
        </Box>
      )}
    </Box>
  );
}
