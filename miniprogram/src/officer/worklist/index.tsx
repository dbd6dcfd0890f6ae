import { api, type ReplyOf } from '@/api';
import { asPage, Avatar, Box, Card, Chip, Empty, More, PauseChip, ResourceView, Row, Words } from '@/components';
import { dayInWords, dayOf, link, now, whenInWords } from '@/platform';
import { hasRole, useMe, usePages, useReloadOnShow } from '@/state';
import { cadenceInWords } from '../desk/elder-words';
import { OfficerPage, useDesk } from '../desk/OfficerPage';
import { Table, type Column } from '../desk/Table';
import { Resting } from './Resting';

type Item = ReplyOf<'get', '/api/worklist'>['items'][number];

const toElder = ({ elderId }: Item) => link('/officer/elder/index', { id: elderId });

const columns: Column<Item>[] = [
  { key: 'name', title: '姓名', share: 0.9, cell: ({ name }) => name },
  { key: 'age', title: '年龄', share: 0.7, cell: ({ age }) => `${age} 岁` },
  { key: 'place', title: '住处', share: 1.3, cell: ({ place }) => place },
  { key: 'every', title: '多久一次', share: 1.2, cell: ({ every }) => cadenceInWords(every) },
  { key: 'due', title: '到哪天', share: 1.2, cell: (item) => dueInWords(item) },
  { key: 'state', title: '探访情况', share: 2.5, cell: (item) => <State item={item} /> },
  { key: 'visitor', title: '谁去', share: 0.8, cell: (item) => <Visitor item={item} /> },
];

function dueInWords({ dueOn, daysLeft }: Item): string {
  return daysLeft === 0 ? '今天' : dayInWords(dueOn, dayOf(now()));
}

/** Who is to be seen in this period, those missed last time first, then by the last day. */
function Worklist() {
  const list = usePages((after) => api.get('/api/worklist', { query: { after, limit: 50 } }));
  const me = useMe();
  useReloadOnShow(list);
  const items = list.data?.items ?? [];
  const missed = items.filter((item) => item.status === 'owed' && item.missedLast).length;
  return (
    <OfficerPage
      title="探访"
      heading={missed > 0 ? `${missed} 位上一期没见到，先去` : '这一期该去的老人'}
      lead="上一期没见到的在前，再按最后一天排"
      current="worklist"
      root
    >
      <ResourceView of={list}>
        {() =>
          items.length === 0 ? <Empty title="这一期都去过了">下一期开始，这里会排出来</Empty> : <List items={items} />
        }
      </ResourceView>
      <More of={list} />
      {hasRole(me, 'community', 'street') && <Resting />}
    </OfficerPage>
  );
}

function List({ items }: { items: readonly Item[] }) {
  const desk = useDesk();
  if (desk) {
    return (
      <Card rows>
        <Table label="该探访的老人" columns={columns} items={items} keyOf={keyOf} to={toElder} />
      </Card>
    );
  }
  return (
    <>
      {items.map((item) => (
        <Row
          key={keyOf(item)}
          look={item.status === 'visited' ? 'flat' : 'card'}
          to={toElder(item)}
          lead={<Avatar name={item.name} done={item.status === 'visited'} />}
          title={item.name}
          note={`${item.age} 岁`}
          chips={
            <>
              <State item={item} />
              {!item.visitor && <Visitor item={item} />}
            </>
          }
          detail={[item.visitor?.name, item.place, item.note].filter(Boolean).join('，')}
        />
      ))}
    </>
  );
}

const keyOf = ({ obligationId }: Item) => obligationId;

function State({ item }: { item: Item }) {
  if (item.pause) return <PauseChip pause={item.pause} />;
  if (item.status === 'visited') {
    return <Chip meaning="done">{item.visitedAt ? `${whenInWords(item.visitedAt, dayOf(now()))}去过` : '已探访'}</Chip>;
  }
  return (
    <Box className="line line--wrap">
      {item.missedLast && <Chip meaning="worry">上一期没见到</Chip>}
      <Chip meaning="owed">{item.daysLeft === 0 ? '今天最后一天' : `还有 ${item.daysLeft} 天`}</Chip>
    </Box>
  );
}

function Visitor({ item }: { item: Item }) {
  return item.visitor ? (
    <Words>{item.visitor.name}</Words>
  ) : (
    <Chip meaning="excused" icon="user">
      还没派人
    </Chip>
  );
}

export default asPage(Worklist);
