import { useState } from 'react';
import { api } from '@/api';
import {
  asPage,
  Avatar,
  Box,
  Button,
  Card,
  Chip,
  Empty,
  Icon,
  More,
  ResourceView,
  Row,
  Segmented,
  TextField,
  Words,
} from '@/components';
import { go, keepAddress, link, monthAndDay, useParams } from '@/platform';
import { hasRole, useMe, usePages, useReloadOnShow } from '@/state';
import { cadenceInWords, categoriesInWords, sexInWords, tierInWords, type ElderItem } from '../desk/elder-words';
import { endedInWords } from '../desk/ending-words';
import { OfficerPage, useDesk } from '../desk/OfficerPage';
import { Table, type Column } from '../desk/Table';

const toElder = ({ id }: ElderItem) => link('/officer/elder/index', { id });

const columns: Column<ElderItem>[] = [
  { key: 'name', title: '姓名', cell: ({ name }) => name },
  { key: 'age', title: '年龄', share: 0.8, cell: ({ age, sex }) => `${age} ${sexInWords(sex)}` },
  { key: 'id', title: '身份证号', share: 1.9, cell: ({ idNumberMasked }) => idNumberMasked },
  { key: 'phone', title: '电话', share: 1.4, cell: ({ phoneMasked }) => phoneMasked ?? '没有' },
  { key: 'place', title: '社区', share: 1.6, cell: ({ communityName }) => communityName },
  { key: 'category', title: '类别', share: 1.3, cell: ({ categories }) => categoriesInWords(categories) },
  { key: 'tier', title: '人群', share: 0.8, cell: ({ tier }) => tierInWords(tier) },
  { key: 'every', title: '多久一次', share: 1.3, cell: ({ every }) => cadenceInWords(every) },
  { key: 'contact', title: '第一联系人', share: 1.1, cell: (elder) => <FirstContact elder={elder} short /> },
  { key: 'code', title: '门牌码', share: 0.8, cell: ({ doorCode }) => (doorCode ? '有' : '还没贴') },
];

type Status = 'running' | 'lapsed' | 'ended';

const filters: readonly { value: Status; label: string }[] = [
  { value: 'running', label: '在册' },
  { value: 'lapsed', label: '不再符合' },
  { value: 'ended', label: '已销册' },
];

/** Of whom a record has ended, only who it was and what became of them. */
const endedColumns: Column<ElderItem>[] = [
  ...columns.filter(({ key }) => ['name', 'age', 'id', 'place'].includes(key)),
  { key: 'ended', title: '销册', share: 2, cell: endedInWords },
];

/** A question may be a number or an address: it is not sent in the address line, which is logged on its way. */
function pageOf(q: string, status: Status, after: string | undefined) {
  if (q === '') return api.get('/api/elders', { query: { status, after, limit: 50 } });
  return api.post('/api/elders/searches', { body: { q, status, limit: 50, ...(after ? { after } : {}) } });
}

/** The registry: masked, found by the beginning of a name, or a whole number or address. */
function Elders() {
  const me = useMe();
  const { q: asked = '', status: which } = useParams();
  const [typed, setTyped] = useState(asked);
  const [q, setQ] = useState(asked);
  const [status, setStatus] = useState<Status>(filters.find(({ value }) => value === which)?.value ?? 'running');
  const elders = usePages((after) => pageOf(q, status, after), `${status} ${q}`);
  useReloadOnShow(elders);
  const search = (text = typed) => {
    const wanted = text.trim();
    setQ(wanted);
    keep(wanted, status);
  };
  const choose = (chosen: Status) => {
    setStatus(chosen);
    keep(q, chosen);
  };
  // A cleared field is a question too: show everybody again.
  const type = (text: string) => {
    setTyped(text);
    if (text === '' && q !== '') search('');
  };
  const division = me.roles.find((role) => role.division)?.division?.name;
  return (
    <OfficerPage
      title="名册"
      heading={division ? `${division}的名册` : '名册'}
      current="elders"
      root
      action={
        hasRole(me, 'community', 'street') && (
          <Button wide icon="plus" onPress={() => go('/officer/register/index')}>
            登记一位老人
          </Button>
        )
      }
    >
      <Box className="filters">
        <TextField
          label="找人"
          kind="search"
          placeholder="姓名，或完整的号码、住址"
          value={typed}
          onChange={type}
          onEnter={() => search()}
          maxLength={60}
        />
        <Button tone="line" icon="search" onPress={() => search()}>
          找
        </Button>
        <Segmented label="在册、不再符合还是已销册" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <ResourceView of={elders}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Nobody q={q} status={status} />
          ) : (
            <>
              <List elders={items} status={status} />
              <More of={elders} />
              <Box className="line line--top note">
                <Icon name="lock" />
                <Words>
                  证件、电话、住址默认遮住。显示 {items.length} 位{next === null ? '，到底了' : ''}
                </Words>
              </Box>
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

/** A name may stand in the browser's history; an identity number, a telephone or an address may not. */
function keep(q: string, status: Status): void {
  keepAddress('/officer/elders/index', { q: /\d/.test(q) ? '' : q, status: status === 'running' ? '' : status });
}

function List({ elders, status }: { elders: readonly ElderItem[]; status: Status }) {
  const desk = useDesk();
  // An officer of one community knows which one it is.
  const oneCommunity = useMe().roles.every(({ role }) => role === 'community' || role === 'visitor');
  const all = status === 'ended' ? endedColumns : columns;
  const shown = oneCommunity ? all.filter(({ key }) => key !== 'place') : all;
  if (desk) {
    return (
      <Card rows>
        <Table label="名册" columns={shown} items={elders} keyOf={({ id }) => id} to={toElder} />
      </Card>
    );
  }
  return (
    <>
      {elders.map((elder) => (
        <Row
          key={elder.id}
          look="card"
          to={toElder(elder)}
          lead={<Avatar name={elder.name} />}
          title={elder.name}
          note={`${elder.age} 岁 ${sexInWords(elder.sex)}`}
          chips={elder.endedOn === null && elder.firstContact === null ? <FirstContact elder={elder} /> : null}
          detail={`${endedInWords(elder) ?? owedInWords(elder)}，${elder.communityName}`}
        />
      ))}
    </>
  );
}

const owedInWords = ({ categories, every, lapsedOn }: ElderItem) =>
  `${categoriesInWords(categories)}，${lapsedOn ? `${monthAndDay(lapsedOn)}起不再符合` : cadenceInWords(every)}`;

function Nobody({ q, status }: { q: string; status: Status }) {
  const searched = status === 'ended' ? '姓名从头写起；电话要写全' : '姓名从头写起；证件号、电话要写全';
  if (q) return <Empty title={`没找到“${q}”`}>{searched}</Empty>;
  if (status === 'lapsed') return <Empty title="没有不再符合的老人">证件到期的、不再符合方案的，会出现在这里</Empty>;
  if (status === 'ended') return <Empty title="没有销册的老人">去世、迁走或登记错的，在老人的页面上销册</Empty>;
  return <Empty title="名册里还没有老人">登记以后，系统按方案算出该多久去一次</Empty>;
}

function FirstContact({ elder, short }: { elder: ElderItem; short?: boolean }) {
  return elder.firstContact ? (
    <>{elder.firstContact.name}</>
  ) : (
    <Chip meaning="worry">{short ? '没有' : '没有第一联系人'}</Chip>
  );
}

export default asPage(Elders);
