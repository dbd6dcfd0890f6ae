import { useState, type ReactNode } from 'react';
import { Box, Card, Heading, Icon, Pressable, Words } from '@/components';

interface FoldProps {
  title: string;
  /** What is filled in, in a few words; seen while it is folded. */
  summary: string;
  /** Unfolded from the start. */
  open: boolean;
  children: ReactNode;
}

/** One group of facts that can be folded away. */
export function Fold({ title, summary, open: start, children }: FoldProps) {
  const [open, setOpen] = useState(start);
  return (
    <Card rows>
      <Heading level={3} as={2}>
        <Pressable className="fold" onPress={() => setOpen(!open)} aria={{ expanded: open }}>
          <Box className="grow">
            <Words className="fold__title">{title}</Words>
            {!open && <Words className="fold__summary">{summary}</Words>}
          </Box>
          <Icon name={open ? 'up' : 'down'} />
        </Pressable>
      </Heading>
      {open && <Box className="stack fold__body">{children}</Box>}
    </Card>
  );
}
