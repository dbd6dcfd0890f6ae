import { Art, Box, Heading, Words } from '@/components';

/** What this is, in one sentence. */
export function Welcome({ children }: { children: string }) {
  return (
    <Box className="told">
      <Art name="door" />
      <Heading level={1}>上门看看，说说话</Heading>
      <Words className="note">{children}</Words>
    </Box>
  );
}
