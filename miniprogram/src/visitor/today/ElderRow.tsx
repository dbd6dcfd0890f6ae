import { CADENCES } from '@tanfang/shared';
import { Avatar, Box, Chip, Icon, PauseChip, Row, Words, type Pause } from '@/components';
import { noAnswers, outbox, type WaitingVisit } from '@/offline';
import { clockTime, link } from '@/platform';
import { useMe, useStore } from '@/state';
import { lastToldOf } from '../no-answer/at-the-door';
import { newsInWords, whenAtDoor, type DoorNews } from '../no-answer/news';
import { handedInFor } from '../visit/still-to-visit';
import type { WorkItem } from '../visit/worklist';

const MISSED: Record<WorkItem['every'], string> = {
  week: '上周没见到，先去',
  'half-month': '上半个月没见到，先去',
  month: '上个月没见到，先去',
};

/** One elder of the day: how pressing, where, and what last time left open. */
export function ElderRow({ item, begun, news }: { item: WorkItem; begun?: boolean; news?: DoorNews | undefined }) {
  const accountId = useMe().account.id;
  const { items: waiting } = useStore(outbox);
  const handedIn = handedInFor(item, waiting);
  if (item.status === 'visited' || handedIn) return <VisitedRow item={item} handedIn={handedIn} />;
  if (item.pause) return <RestingRow item={item} pause={item.pause} />;
  return (
    <Row
      look="card"
      to={link('/visitor/card/index', { elderId: item.elderId })}
      lead={<Avatar name={item.name} />}
      title={item.name}
      note={`${item.age} 岁`}
      chips={
        <>
          <Urgency item={item} />
          <HandedOver elderId={item.elderId} news={news} />
          {begun && (
            <Chip meaning="owed" icon="pen">
              填了一半
            </Chip>
          )}
        </>
      }
      detail={
        <Box>
          <Words>
            {CADENCES[item.every]}
            {item.place && `，${item.place}`}
          </Words>
          {news?.status === 'closed' && <Box>{newsInWords(news, accountId).title}</Box>}
          {item.note && <Box>{item.note}</Box>}
        </Box>
      }
    />
  );
}

/** Nobody has to come: why, and until when. The card opens all the same. */
function RestingRow({ item, pause }: { item: WorkItem; pause: Pause }) {
  return (
    <Row
      look="flat"
      to={link('/visitor/card/index', { elderId: item.elderId })}
      lead={<Avatar name={item.name} />}
      title={item.name}
      note={`${item.age} 岁`}
      chips={<PauseChip pause={pause} />}
      detail={item.place}
    />
  );
}

/** Nobody opened today: whoever has to look for them knows, or will as soon as there is a network. */
function HandedOver({ elderId, news }: { elderId: string; news: DoorNews | undefined }) {
  const waiting = useStore(noAnswers.waiting);
  const accountId = useMe().account.id;
  const told = lastToldOf(accountId, elderId);
  const item = told && waiting.find(({ body }) => body.id === told.id);
  if (told && item?.refused) return <Chip meaning="worry">{clockTime(told.at)} 没交成</Chip>;
  if (told && item)
    return (
      <Chip meaning="excused" icon="clock">
        {clockTime(told.at)} 没见到，等待送出
      </Chip>
    );
  // The service knows more, once it has come to it.
  const isNewer = told !== null && (news === undefined || told.at > news.at);
  if (isNewer || news?.status === 'open')
    return (
      <Chip meaning="excused" icon="building">
        {whenAtDoor(isNewer ? told.at : news!.at)} 已交社区
      </Chip>
    );
  if (!news) return null;
  return news.status === 'closed' ? (
    <Chip meaning="excused" icon="message">
      社区回话了
    </Chip>
  ) : (
    <Chip meaning="excused" icon="building">
      {newsInWords(news, accountId).title}
    </Chip>
  );
}

function Urgency({ item }: { item: WorkItem }) {
  if (item.missedLast) return <Chip meaning="worry">{MISSED[item.every]}</Chip>;
  if (item.daysLeft === 0) return <Chip meaning="worry">今天最后一天</Chip>;
  return <Chip meaning="owed">待探访，还有 {item.daysLeft} 天</Chip>;
}

/** Seen already: by oneself, by somebody else, or in a record that waits on this phone. */
function VisitedRow({ item, handedIn }: { item: WorkItem; handedIn: WaitingVisit | undefined }) {
  const me = useMe();
  const mine = handedIn !== undefined || item.visitor?.id === me.account.id;
  const visitId = handedIn?.body.id ?? (mine ? item.visitId : null);
  const at = handedIn?.body.startedAt ?? item.visitedAt;
  return (
    <Row
      look="flat"
      {...(visitId ? { to: link('/visitor/done/index', { visitId }) } : {})}
      lead={<Avatar name={item.name} done />}
      title={item.name}
      note={`${item.age} 岁`}
      aside={at === null ? null : clockTime(at)}
      chips={
        <>
          <Chip meaning="done">已探访</Chip>
          {handedIn && !handedIn.received && (
            <Words className="note line">
              <Icon name={handedIn.refused ? 'warn' : 'clock'} />
              {handedIn.refused ? '没被收下' : '等待送出'}
            </Words>
          )}
        </>
      }
      detail={!mine && item.visitor ? `${item.visitor.name}去过了` : null}
    />
  );
}
