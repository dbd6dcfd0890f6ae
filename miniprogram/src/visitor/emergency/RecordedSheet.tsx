import { Banner, Box, Button, Sheet, Words } from '@/components';
import { emergencies } from '@/offline';
import { useStore } from '@/state';

interface RecordedSheetProps {
  id: string;
  /** Who goes on with it: 社区. */
  office: string;
  onClose: () => void;
}

/** It was handed over, or waits on the phone for a network; or the service would not take it, and says why. */
export function RecordedSheet({ id, office, onClose }: RecordedSheetProps) {
  const waiting = useStore(emergencies.waiting).find(({ body }) => body.id === id);
  const refused = waiting?.refused ?? null;
  return (
    <Sheet open title={titleOf(waiting !== undefined, refused, office)} onClose={onClose}>
      <Box className="stack" aria={{ live: 'polite' }}>
        {refused === null && (
          <Words>{waiting ? `等不及的，先打电话告诉${office}` : `${office}马上有人接着办，会打电话问您`}</Words>
        )}
        {refused !== null && (
          <Banner meaning="worry" title={`${office}没收下`}>
            {refused}。请打电话告诉{office}；这一次还留在“记录”里
          </Banner>
        )}
        {waiting && !waiting.kept && (
          <Banner meaning="worry" title="手机没有地方存">
            送到以前先别关
          </Banner>
        )}
      </Box>
      <Button wide onPress={onClose}>
        知道了
      </Button>
    </Sheet>
  );
}

function titleOf(waits: boolean, refused: string | null, office: string): string {
  if (refused !== null) return '没交成';
  return waits ? '存好了，有网自动送出' : `记下了，已经交给${office}`;
}
