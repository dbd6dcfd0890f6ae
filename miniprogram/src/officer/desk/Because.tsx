import { CITATION_KINDS, citationKind, citationWords } from '@tanfang/shared';
import { useState } from 'react';
import { Box, Button, Chip, Words } from '@/components';

export interface Citation {
  rule: string;
  document: string;
  article: string;
  text: string;
  reading: boolean;
}

interface BecauseProps {
  citations: readonly Citation[];
  /** All of them at once; else the first one, and the others on a tap. */
  open?: boolean;
  /** Without the name of the document, where the page says it once. */
  brief?: boolean;
}

/** Why, in the plan's own words; what is our reading of it, or the district's own decision, says so. */
export function Because({ citations, open = false, brief = false }: BecauseProps) {
  const [all, setAll] = useState(open);
  const shown = all ? citations : citations.slice(0, 1);
  return (
    <Box className="stack stack--tight">
      {shown.map((citation) => (
        <Cited key={`${citation.rule}${citation.text}`} citation={citation} brief={brief} />
      ))}
      {citations.length > 1 && !open && (
        <Box>
          <Button tone="quiet" small onPress={() => setAll(!all)}>
            {all ? '收起' : `还有 ${citations.length - 1} 条依据`}
          </Button>
        </Box>
      )}
    </Box>
  );
}

function Cited({ citation, brief }: { citation: Citation; brief: boolean }) {
  const { rule, document, article } = citation;
  const kind = citationKind(citation);
  return (
    <Box className="quotation">
      {kind === 'plan' ? (
        <Box>“{citation.text}”</Box>
      ) : (
        <>
          <Chip meaning="excused" icon={kind === 'district' ? 'building' : 'info'}>
            {CITATION_KINDS[kind]}
          </Chip>
          <Box>{citationWords(citation)}</Box>
        </>
      )}
      <Box className="note quotation__from">
        <Words>{brief ? article : `${document}，${article}`}</Words>
        <Words className="quotation__rule">{rule}</Words>
      </Box>
    </Box>
  );
}
