import { Art, Box, Button, capacityTabs, Empty, Heading, Page, ResourceView, SectionTitle, Words } from '@/components';
import { outbox } from '@/offline';
import { go, greeting, link, monthAndDay, now, online, scan, weekday } from '@/platform';
import { useMe, useReloadOnShow, useResource, useStore } from '@/state';
import { draftsToday } from '../visit/draft';
import { handedInFor, stillToVisit } from '../visit/still-to-visit';
import { visitorPage } from '../visit/visitor-page';
import { loadDayList, loadMore, type DayList } from '../visit/worklist';
import { ElderRow } from './ElderRow';
import { NetworkBanner } from './NetworkBanner';

/** Who is owed a visit today, the most pressing first; one thing to do: scan the code at a door. */
function Today() {
  const me = useMe();
  const list = useResource(() => loadDayList(me.account.id));
  useReloadOnShow(list);
  useStore(online);
  const scanDoor = async () => {
    const scanned = await scan(me.demo !== null);
    if (scanned) go(link('/visitor/scan/index', { q: scanned }));
  };
  return (
    <Page
      title="今日探访"
      root
      tabs={{ tabs: capacityTabs.visitor, current: 'today' }}
      foot={
        <Button wide icon="scan" onPress={scanDoor} busyText="正在扫">
          扫门牌码
        </Button>
      }
    >
      <Hero name={me.account.name} list={list.data} />
      <NetworkBanner list={list.data} onReload={list.reload} />
      <ResourceView of={list} kept="存在手机里的记录都还在">
        {(data) => <Elders list={data} onMore={async () => list.set(await loadMore(data))} />}
      </ResourceView>
    </Page>
  );
}

function Hero({ name, list }: { name: string; list: DayList | undefined }) {
  return (
    <Box className="hero">
      <Box className="grow">
        <Heading level={1}>
          {name}，{greeting(now())}
        </Heading>
        {list && (
          <Words className="note num">
            {monthAndDay(list.date)} {weekday(list.date)}
            {list.items.length > 0 && `，名单里 ${list.items.length}${list.next ? ' 多' : ''} 家`}
          </Words>
        )}
      </Box>
      <Art name="door" />
    </Box>
  );
}

function Elders({ list, onMore }: { list: DayList; onMore: () => Promise<void> }) {
  const me = useMe();
  const { items: waiting } = useStore(outbox);
  const drafts = draftsToday(me.account.id);
  const left = stillToVisit(list.items, waiting);
  const resting = list.items.filter((item) => item.status === 'excused' && !handedInFor(item, waiting));
  const done = list.items.filter((item) => !left.includes(item) && !resting.includes(item));
  if (list.items.length === 0)
    return <Empty title="今天没有要去的，歇歇吧">有新的探访会出现在这里。路过想看看谁，也可以扫门牌码</Empty>;
  return (
    <>
      {left.length === 0 ? (
        <Empty title={done.length === 0 ? '今天没有要去的' : '今天的都去过了'}>
          辛苦了。想再去看看谁，扫门牌码就行
        </Empty>
      ) : (
        <SectionTitle aside="急的在前">还要去 {left.length} 家</SectionTitle>
      )}
      {left.map((item) => (
        <ElderRow key={item.obligationId} item={item} begun={drafts.includes(item.elderId)} />
      ))}
      {resting.length > 0 && <SectionTitle>暂时不用去的 {resting.length} 家</SectionTitle>}
      {resting.map((item) => (
        <ElderRow key={item.obligationId} item={item} />
      ))}
      {done.length > 0 && <SectionTitle>去过的 {done.length} 家</SectionTitle>}
      {done.map((item) => (
        <ElderRow key={item.obligationId} item={item} />
      ))}
      {list.next && (
        <Button tone="line" wide onPress={onMore} busyText="正在取">
          后面还有，接着看
        </Button>
      )}
    </>
  );
}

export default visitorPage(Today);
