import { Box, Button, ErrorState, Heading, Icon, Words } from '@/components';
import { Problem, restart } from '@/platform';

interface ScanFailureProps {
  error: unknown;
  onRetry: () => Promise<void>;
  onScan: () => Promise<void>;
}

/** What each refusal means at a door, and what can be done there. */
const refusals: Partial<Record<string, { title: string; advice: string }>> = {
  'door-code.unknown': {
    title: '认不出这张码',
    advice: '看看是不是门上那张探访码。也可以从今日名单里点进去，一样能探访',
  },
  'door-code.revoked': {
    title: '这张码已经作废了',
    advice: '可能换过新的。请告诉社区，今天先从名单里点进去，一样能探访',
  },
  'access.not-found': {
    title: '这一家不在您负责的名单里',
    advice: '要是走错门，再看看门牌。想去看看这家，请先跟社区说一声',
  },
  'visit.time': { title: '手机的时间不对', advice: '请在手机设置里打开“自动设置时间”，再扫一次' },
};

export function ScanFailure({ error, onRetry, onScan }: ScanFailureProps) {
  const refusal = error instanceof Problem ? refusals[error.code] : undefined;
  if (!refusal) return <ErrorState error={error} onRetry={onRetry} />;
  return (
    <Box className="told" aria={{ role: 'alert' }}>
      <Box className="told__mark told__mark--worry" aria={{ hidden: true }}>
        <Icon name="qr" />
      </Box>
      <Heading level={3} as={2}>
        {refusal.title}
      </Heading>
      <Words className="note">{refusal.advice}</Words>
      <Box className="stack told__actions">
        <Button wide icon="scan" onPress={onScan}>
          再扫一次
        </Button>
        <Button wide tone="line" onPress={() => restart('/visitor/today/index')}>
          看今日名单
        </Button>
      </Box>
    </Box>
  );
}
