import { useState } from 'react';
import { DISTRICT_RULE } from '@tanfang/shared';
import { Box, Button, Words } from '@/components';

export interface Citation {
  rule: string;
  document: string;
  article: string;
  text: string;
  reading: boolean;
}

/** Whose words these are. */
function sourceOf({ document, reading }: Citation): string {
  if (document === DISTRICT_RULE) return '本区另定的，不是原文';
  return reading ? '我们的理解，不是原文' : '方案原文';
}

/** Why, in the plan's own words; what is our reading of it says so, and so does what the district decided. The first one, and the others on a tap. */
export function Because({ citations }: { citations: readonly Citation[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? citations : citations.slice(0, 1);
  return (
    <Box className="stack stack--tight">
      {shown.map((citation) => (
        <Box key={`${citation.rule}${citation.text}`} className="quotation">
          <Words className="strong">{sourceOf(citation)}</Words>
          <Box>{citation.text}</Box>
          <Box className="note">
            {citation.document}，{citation.article}
          </Box>
        </Box>
      ))}
      {citations.length > 1 && (
        <Box>
          <Button tone="quiet" small onPress={() => setAll(!all)}>
            {all ? '收起' : `还有 ${citations.length - 1} 条依据`}
          </Button>
        </Box>
      )}
    </Box>
  );
}
