import { Art, Box, Button, Heading, pauseInWords, Words } from '@/components';
import { link, replace, restart } from '@/platform';
import type { ElderCard } from '../visit/draft';

/** The code is right, but nobody has to be seen there today: kindly asked, never refused. */
export function AskFirst({ card: { elder, pause } }: { card: ElderCard }) {
  return (
    <Box className="told">
      <Art name="door" />
      <Heading level={3} as={2}>
        {pause ? `${elder.name}暂时不用去` : `${elder.name}今天不在名单里`}
      </Heading>
      <Words className="note">
        {pause
          ? `${pauseInWords(pause)}。人在家的话，来都来了，照常探访，记了就算数`
          : '这一期可能已经有人来过。来都来了，要去看看吗？多看一次也算数'}
      </Words>
      <Box className="stack told__actions">
        <Button wide onPress={() => replace(link('/visitor/card/index', { elderId: elder.id, scanned: 1 }))}>
          {`去看看${elder.callName}`}
        </Button>
        <Button wide tone="line" onPress={() => restart('/visitor/today/index')}>
          不去了，看今日名单
        </Button>
      </Box>
    </Box>
  );
}
