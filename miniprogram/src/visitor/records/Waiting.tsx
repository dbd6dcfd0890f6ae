import { useState } from 'react';
import { Banner, Box, Button, Card, Chip, Icon, SectionTitle, Words } from '@/components';
import {
  allowAgain,
  emergencies,
  letGoOfRefused,
  noAnswers,
  outbox,
  sendNow,
  type WaitingEmergency,
  type WaitingNoAnswer,
  type WaitingVisit,
} from '@/offline';
import { dayOf, go, link, now, online, whenInWords } from '@/platform';
import { useStore } from '@/state';
import { reopen } from './reopen';

/** Everything that waits on this phone, each with where it stands. Nothing leaves this list silently. */
export function Waiting() {
  const { items, sending } = useStore(outbox);
  const connected = useStore(online);
  const unanswered = useStore(noAnswers.waiting);
  const dangers = useStore(emergencies.waiting);
  const count = items.length + unanswered.length + dangers.length;
  if (count === 0) return null;
  return (
    <Box className="stack" aria={{ live: 'polite' }}>
      <SectionTitle aside={`${count} 份`}>存在手机里</SectionTitle>
      {!connected && (
        <Banner icon="offline" title="现在没有网，照样能探访">
          有网自动送出
        </Banner>
      )}
      {dangers.map((item) => (
        <ToldCard key={item.body.id} item={item} what="紧急求助的经过" queue={emergencies} />
      ))}
      {unanswered.map((item) => (
        <ToldCard key={item.body.id} item={item} what="没人开门，交给社区" queue={noAnswers} />
      ))}
      {items.map((item) => (
        <WaitingCard key={item.body.id} item={item} onItsWay={sending === item.body.id} />
      ))}
      <Button tone="line" icon="sync" busyText="正在送" busy={sending !== null} onPress={sendNow}>
        现在送
      </Button>
    </Box>
  );
}

function WaitingCard({ item, onItsWay }: { item: WaitingVisit; onItsWay: boolean }) {
  const lostFile = item.files.find(({ refused }) => refused);
  return (
    <Card>
      <Box className="stack stack--tight">
        <Box className="line line--apart line--wrap">
          <Words className="h3">{item.elderName}</Words>
          <State item={item} onItsWay={onItsWay} />
        </Box>
        <Words className="note num">{whenInWords(item.keptAt, dayOf(now()))} 交的</Words>
        {item.received && <Words className="note num">编号 {item.received.number}</Words>}
        {!item.kept && <NoRoom />}
        {item.refused && <RefusedRecord item={item} why={item.refused.message} />}
        {!item.refused && lostFile?.refused && <RefusedFile item={item} why={lostFile.refused} />}
      </Box>
    </Card>
  );
}

interface ToldCardProps {
  item: WaitingNoAnswer | WaitingEmergency;
  what: string;
  /** In which it waits. */
  queue: Pick<typeof noAnswers, 'letGo' | 'allowAgain'>;
}

/** 没人开门 or 紧急求助, on its way to the community. */
function ToldCard({ item: { body, elderName, refused, kept }, what, queue }: ToldCardProps) {
  return (
    <Card>
      <Box className="stack stack--tight">
        <Box className="line line--apart line--wrap">
          <Words className="h3">{elderName}</Words>
          {refused === null ? (
            <Chip meaning="excused" icon="clock">
              等待送出
            </Chip>
          ) : (
            <Chip meaning="worry">没被收下</Chip>
          )}
        </Box>
        <Words className="note num">
          {whenInWords(body.at, dayOf(now()))} {what}
        </Words>
        {!kept && <NoRoom />}
        {refused !== null && (
          <>
            <Words className="note">{refused}。请打电话告诉社区</Words>
            <Box className="pair">
              <Button tone="line" small onPress={() => queue.letGo(body.id)}>
                已经告诉了
              </Button>
              <Button tone="line" small icon="sync" onPress={() => tellAgain(queue, body.id)}>
                再送一次
              </Button>
            </Box>
          </>
        )}
      </Box>
    </Card>
  );
}

function tellAgain(queue: ToldCardProps['queue'], id: string): Promise<void> {
  queue.allowAgain(id);
  return sendNow();
}

function NoRoom() {
  return (
    <Words className="note line line--top is-worry">
      <Icon name="warn" />
      <Words>手机没有地方存，送到以前先别关</Words>
    </Words>
  );
}

function State({ item, onItsWay }: { item: WaitingVisit; onItsWay: boolean }) {
  const sent = item.files.filter((file) => file.sent).length;
  if (item.refused) return <Chip meaning="worry">没被收下</Chip>;
  if (item.received)
    return (
      <Chip meaning="done" icon={onItsWay ? 'send' : 'clock'}>
        已收到，照片 {sent} / {item.files.length}
      </Chip>
    );
  return onItsWay ? (
    <Chip meaning="owed" icon="send">
      正在送
    </Chip>
  ) : (
    <Chip meaning="excused" icon="clock">
      等待送出
    </Chip>
  );
}

function RefusedRecord({ item, why }: { item: WaitingVisit; why: string }) {
  const [blocked, setBlocked] = useState<string | null>(null);
  const mend = async () => {
    const hindrance = await reopen(item);
    if (hindrance === null) go(link('/visitor/form/index', { elderId: item.body.elderId }));
    else setBlocked(hindrance);
  };
  return (
    <>
      <Words className="note">{blocked ?? why}</Words>
      <Box className="pair">
        <Button tone="line" small icon="pen" onPress={mend}>
          打开改一改
        </Button>
        <Button tone="line" small icon="sync" onPress={() => again(item)}>
          再送一次
        </Button>
      </Box>
    </>
  );
}

function RefusedFile({ item, why }: { item: WaitingVisit; why: string }) {
  return (
    <>
      <Words className="note">文字收到了，有一张照片没收下：{why}</Words>
      <Box className="pair">
        <Button tone="line" small icon="sync" onPress={() => again(item)}>
          再传一次
        </Button>
        <Button tone="line" small onPress={() => letGoOfRefused(item.body.id)}>
          不传这张了
        </Button>
      </Box>
    </>
  );
}

function again({ body }: WaitingVisit): Promise<void> {
  allowAgain(body.id);
  return sendNow();
}
