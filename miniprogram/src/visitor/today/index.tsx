import { useCallback } from 'react';
import {
  Art,
  Avatar,
  Box,
  Button,
  capacityTabs,
  Card,
  Empty,
  Heading,
  Page,
  ResourceView,
  Row,
  SectionTitle,
  Words,
} from '@/components';
import { outbox } from '@/offline';
import { go, greeting, link, monthAndDay, now, online, scan, weekday } from '@/platform';
import { useMe, useReloadOnShow, useResource, useStore } from '@/state';
import { loadNews, newsInWords, type DoorNews } from '../no-answer/news';
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
  const news = useResource(() => loadNews(me.account.id));
  useReloadOnShow(list);
  useReloadOnShow(news);
  useStore(online);
  const { reload: reloadList } = list;
  const { reload: reloadNews } = news;
  const reload = useCallback(async () => {
    await Promise.all([reloadList(), reloadNews()]);
  }, [reloadList, reloadNews]);
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
      <NetworkBanner list={list.data} onReload={reload} />
      <ResourceView of={list} kept="存在手机里的记录都还在">
        {(data) => (
          <>
            <Elders
              list={data}
              news={news.data ?? []}
              onMore={async () => list.set(await loadMore(me.account.id, data))}
            />
            {data.next === null && <Elsewhere list={data} news={news.data ?? []} />}
          </>
        )}
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

interface EldersProps {
  list: DayList;
  news: readonly DoorNews[];
  onMore: () => Promise<void>;
}

function Elders({ list, news, onMore }: EldersProps) {
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
        <ElderRow
          key={item.obligationId}
          item={item}
          begun={drafts.includes(item.elderId)}
          news={news.find(({ elderId }) => elderId === item.elderId)}
        />
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

/** Whom somebody handed over, and who is not to be visited just now, or by somebody else. */
function Elsewhere({ list, news }: Omit<EldersProps, 'onMore'>) {
  const accountId = useMe().account.id;
  const others = news.filter(({ elderId }) => list.items.every((item) => item.elderId !== elderId));
  if (others.length === 0) return null;
  return (
    <>
      <SectionTitle>没见到、交给社区的</SectionTitle>
      <Card rows>
        {others.map((item) => {
          const { title, detail } = newsInWords(item, accountId);
          return (
            <Row
              key={item.elderId}
              lead={<Avatar name={item.name} />}
              title={item.name}
              detail={`${title}。${detail}`}
            />
          );
        })}
      </Card>
    </>
  );
}

export default visitorPage(Today);
