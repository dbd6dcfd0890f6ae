import { useState } from 'react';
import { VISIT_MODES } from '@tanfang/shared';
import { api, type ReplyOf } from '@/api';
import {
  Avatar,
  Box,
  Button,
  capacityTabs,
  Chip,
  Empty,
  Page,
  ResourceView,
  Row,
  SectionTitle,
  Words,
} from '@/components';
import { emergencies, noAnswers, outbox } from '@/offline';
import { clockTime, dayInWords, dayOf, link, now } from '@/platform';
import { hasRole, useMe, useReloadOnShow, useResource, useStore, type Resource } from '@/state';
import { useReloadWhenReceived } from '../visit/use-reload-when-received';
import { visitorPage } from '../visit/visitor-page';
import { Waiting } from './Waiting';

type Visits = ReplyOf<'get', '/api/visits'>;
type Visit = Visits['items'][number];

/** What was received is shown to visitors; whose role has ended still sees what waits on this phone. */
function RecordsPage() {
  return hasRole(useMe(), 'visitor', 'community', 'street') ? <AllRecords /> : <StillHere />;
}

function StillHere() {
  const visits = useStore(outbox).items.length;
  const count = visits + useStore(noAnswers.waiting).length + useStore(emergencies.waiting).length;
  return (
    <Page title="探访记录">
      <Waiting />
      {count > 0 ? (
        <Words className="note">您现在不是探访员了。之前探访的还收，没被收下的请打电话告诉社区</Words>
      ) : (
        <Empty title="都送出去了">这部手机上没有等着送的记录</Empty>
      )}
    </Page>
  );
}

/** What this visitor handed in: first what still waits on the phone, then what was received. */
function AllRecords() {
  const visits = useResource(() => api.get('/api/visits', { query: { mine: '1' } }));
  useReloadOnShow(visits);
  const { items: waiting } = useStore(outbox);
  useReloadWhenReceived(visits.reload);
  return (
    <Page title="探访记录" root tabs={{ tabs: capacityTabs.visitor, current: 'records' }}>
      <Waiting />
      <ResourceView of={visits} {...(waiting.length > 0 ? { kept: '等着送的都存在手机里' } : {})}>
        {(data) => <Received list={data} visits={visits} someWait={waiting.length > 0} />}
      </ResourceView>
    </Page>
  );
}

interface ReceivedProps {
  list: Visits;
  visits: Resource<Visits>;
  someWait: boolean;
}

function Received({ list, visits, someWait }: ReceivedProps) {
  const [failed, setFailed] = useState(false);
  const today = dayOf(now());
  const more = async () => {
    try {
      const next = await api.get('/api/visits', { query: { mine: '1', after: list.next ?? undefined } });
      visits.set({ ...next, items: [...list.items, ...next.items] });
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  if (list.items.length === 0) return someWait ? null : <Empty title="还没有记录">探访完交上去的，会出现在这里</Empty>;
  return (
    <>
      {byDay(list.items).map(([day, items]) => (
        <Box key={day} className="stack">
          <SectionTitle aside={`${items.length} 份`}>{dayInWords(day, today)}</SectionTitle>
          {items.map((visit) => (
            <ReceivedRow key={visit.id} visit={visit} />
          ))}
        </Box>
      ))}
      {list.next && (
        <Button tone="line" wide onPress={more} busyText="正在取">
          {failed ? '没取到，再试一次' : '更早的'}
        </Button>
      )}
    </>
  );
}

function ReceivedRow({ visit }: { visit: Visit }) {
  const { id, elderName, startedAt, mode, number, files } = visit;
  const missing = files.expected - files.received;
  return (
    <Row
      look="card"
      to={link('/visitor/done/index', { visitId: id })}
      lead={<Avatar name={elderName} />}
      title={elderName}
      aside={clockTime(startedAt)}
      chips={
        <>
          <Chip meaning="done">已收到</Chip>
          {missing > 0 && (
            <Chip meaning="worry" icon="image">
              差 {missing} 张照片
            </Chip>
          )}
        </>
      }
      detail={
        <>
          {VISIT_MODES[mode]}，<Words className="nowrap">编号 {number}</Words>
        </>
      }
    />
  );
}

function byDay(visits: readonly Visit[]): [string, Visit[]][] {
  const days = new Map<string, Visit[]>();
  for (const visit of visits) {
    const day = dayOf(visit.startedAt);
    days.set(day, [...(days.get(day) ?? []), visit]);
  }
  return [...days];
}

export default visitorPage(RecordsPage);
