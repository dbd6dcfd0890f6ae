import { Art, Banner, Box, Button, Card, Heading, Timeline, Words } from '@/components';
import { outbox, sendNow, type WaitingVisit } from '@/offline';
import { clockTime } from '@/platform';
import { useStore } from '@/state';

/** Handed in, and waiting on the phone until there is a network. */
export function Kept({ item }: { item: WaitingVisit }) {
  const { sending } = useStore(outbox);
  const onItsWay = sending === item.body.id;
  return (
    <>
      <Box className="received" aria={{ live: 'polite' }}>
        <Art name="kept" large />
        <Heading level={1}>{item.refused ? '还没被收下' : onItsWay ? '正在送' : '存好了，有网自动送出'}</Heading>
        <Words className="note num">
          {item.elderName}，{clockTime(item.keptAt)} 交的
        </Words>
      </Box>
      {item.refused && (
        <Banner meaning="worry" title="没被收下，填的都还在" to="/visitor/records/index">
          {item.refused.message}
        </Banner>
      )}
      {!item.kept && (
        <Banner meaning="worry" title="手机没有地方存，先别关">
          留在这里，有网马上送出；关掉就没有了
        </Banner>
      )}
      {!item.refused && (
        <Card>
          <Box className="stack">
            <Heading level={3} as={2}>
              接下来会怎样
            </Heading>
            <Timeline
              steps={[
                { state: 'done', title: '记录存在这部手机里', detail: photosInWords(item) },
                { state: 'now', icon: 'send', title: '有网自动送出', detail: '不用再点，离开这一页也送' },
                {
                  state: 'later',
                  icon: 'home',
                  title: '社区收到后，该办的事才开始办',
                  detail: '在“记录”里能看到送到没有',
                },
              ]}
            />
          </Box>
        </Card>
      )}
      <Button tone="line" icon="sync" busyText="正在送" busy={onItsWay} onPress={sendNow}>
        现在试一次
      </Button>
    </>
  );
}

function photosInWords({ files }: WaitingVisit): string {
  return files.length === 0 ? '填的都在' : `连同照片和签名 ${files.length} 张`;
}
