import { Banner, Box, Button, Sheet, Words } from '@/components';
import { emergencies } from '@/offline';
import { useStore } from '@/state';

/** It was handed over, or waits on the phone for a network; or the service would not take it, and says why. */
export function RecordedSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const waiting = useStore(emergencies.waiting).find(({ body }) => body.id === id);
  const refused = waiting?.refused ?? null;
  return (
    <Sheet open title={titleOf(waiting !== undefined, refused)} onClose={onClose}>
      <Box className="stack" aria={{ live: 'polite' }}>
        {refused === null && (
          <Words>{waiting ? '等不及的，先打电话告诉社区' : '社区马上有人接着办，会打电话问您'}</Words>
        )}
        {refused !== null && (
          <Banner meaning="worry" title="社区没收下">
            {refused}。请打电话告诉社区；这一次还留在“记录”里
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

function titleOf(waits: boolean, refused: string | null): string {
  if (refused !== null) return '没交成';
  return waits ? '存好了，有网自动送出' : '记下了，已经交给社区';
}
