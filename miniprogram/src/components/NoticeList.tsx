import { api, type ReplyOf } from '@/api';
import { dayOf, go, now, whenInWords } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';
import { Words } from './element';
import { Chip } from './Chip';
import { More } from './More';
import { ResourceView } from './ResourceView';
import { Row } from './Row';
import { Empty } from './Told';

type Listed = ReplyOf<'get', '/api/notices'>['items'][number];
type Notice = Extract<Listed, { title: string }>;

/** The route answers visitors' questions about one visit as well; without a visit it is the own inbox. */
async function ownInbox(after: string | undefined) {
  const { items, next } = await api.get('/api/notices', { query: { after, limit: 20 } });
  return { items: items.filter((item): item is Notice => 'title' in item), next };
}

/** What somebody was told: everything that went to WeChat, and what did not. Opening one marks it read. */
export function NoticeList({ empty }: { empty: string }) {
  const notices = usePages(ownInbox);
  useReloadOnShow(notices);
  const open = (notice: Notice) => {
    // Nobody waits for this: one that stays unread is shown as new once more.
    if (!notice.read) api.post('/api/notices/{id}/reads', { path: { id: notice.id } }).catch(() => undefined);
    go(`/${notice.page}`);
  };
  return (
    <ResourceView of={notices}>
      {({ items }) =>
        items.length === 0 ? (
          <Empty title="还没有消息">{empty}</Empty>
        ) : (
          <>
            {items.map((notice) => (
              <NoticeRow key={notice.id} notice={notice} onOpen={() => open(notice)} />
            ))}
            <More of={notices}>看更早的</More>
          </>
        )
      }
    </ResourceView>
  );
}

function NoticeRow({ notice, onOpen }: { notice: Notice; onOpen: () => void }) {
  return (
    <Row
      look={notice.read ? 'flat' : 'card'}
      onPress={onOpen}
      title={notice.title}
      chips={
        <>
          {!notice.read && (
            <Chip meaning="owed" icon="dot">
              没看过
            </Chip>
          )}
          <Words className="note num">{whenInWords(notice.at, dayOf(now()))}</Words>
        </>
      }
      detail={notice.lines.join('。')}
    />
  );
}
