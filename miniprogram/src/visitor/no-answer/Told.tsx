import { Art, Banner, Box, Button, Heading, Page, Words } from '@/components';
import { noAnswers } from '@/offline';
import { restart } from '@/platform';
import { useStore } from '@/state';
import { HelpButton } from '../emergency/HelpButton';
import type { DoorCard } from '../visit/draft';

const leave = () => restart('/visitor/today/index');

/** It was handed over, or waits on the phone for a network; or the service would not take it, and says why. */
export function Told({ id, card }: { id: string; card: DoorCard }) {
  const waiting = useStore(noAnswers.waiting).find(({ body }) => body.id === id);
  const refused = waiting?.refused ?? null;
  return (
    <Page
      title=""
      onBack={leave}
      foot={
        <>
          <Button wide onPress={leave}>
            回到今日
          </Button>
          <HelpButton card={card} />
        </>
      }
    >
      <Box className="received" aria={{ live: 'polite' }}>
        <Art name="received" large />
        <Heading level={1}>{titleOf(waiting !== undefined, refused)}</Heading>
        <Words className="note">
          {card.elder.name}，这次不算探访过，还在您的名单里{refused === null && '。社区有消息，也写在名单里'}
        </Words>
      </Box>
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
    </Page>
  );
}

function titleOf(waits: boolean, refused: string | null): string {
  if (refused !== null) return '没交成';
  return waits ? '存好了，有网自动送出' : '已经交给社区，您可以走了';
}
