import { VISIT_STATES } from '@tanfang/shared';
import { useRef, useState } from 'react';
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
  type Meaning,
} from '@/components';
import { go, keepAddress, link, monthAndDay, useParams } from '@/platform';
import { hasRole, useMe, usePages, useReloadOnShow, useResource } from '@/state';
import { cadenceInWords, categoriesInWords, sexInWords, tierInWords, type ElderItem } from '../desk/elder-words';
import { endedInWords } from '../desk/ending-words';
import { OfficerPage, useDesk } from '../desk/OfficerPage';
import { Table, type Column } from '../desk/Table';
import { FilterBar } from './FilterBar';
import { filtersIn, fromParams, groupsOf, isChosen, NOTHING_CHOSEN, placesOf, toParams, type Chosen } from './filters';

const toElder = ({ id }: ElderItem) => link('/officer/elder/index', { id });

const columns: Column<ElderItem>[] = [
  { key: 'name', title: '姓名', atLeast: 3.1, cell: ({ name }) => name },
  { key: 'age', title: '年龄', share: 0.8, atLeast: 2.5, cell: ({ age, sex }) => `${age} ${sexInWords(sex)}` },
  { key: 'id', title: '身份证号', share: 1.9, atLeast: 9.4, cell: ({ idNumberMasked }) => idNumberMasked },
  { key: 'phone', title: '电话', share: 1.4, atLeast: 6.1, cell: ({ phoneMasked }) => phoneMasked ?? '没有' },
  { key: 'place', title: '社区', share: 1.4, cell: ({ communityName }) => communityName },
  { key: 'category', title: '类别', share: 1.3, cell: ({ categories }) => categoriesInWords(categories) },
  { key: 'tier', title: '人群', share: 0.8, atLeast: 3.1, cell: ({ tier }) => tierInWords(tier) },
  { key: 'every', title: '多久一次', share: 1.1, atLeast: 4.1, cell: ({ every }) => cadenceInWords(every) },
  { key: 'visits', title: '探访情况', share: 1.7, atLeast: 7.6, cell: (elder) => <Visits elder={elder} /> },
  {
    key: 'contact',
    title: '第一联系人',
    share: 1.2,
    atLeast: 4.8,
    cell: (elder) => <FirstContact elder={elder} short />,
  },
  { key: 'code', title: '门牌码', share: 0.8, atLeast: 2.9, cell: ({ doorCode }) => (doorCode ? '有' : '还没贴') },
];

type Status = 'running' | 'lapsed' | 'ended';

const statuses: readonly { value: Status; label: string }[] = [
  { value: 'running', label: '在册' },
  { value: 'lapsed', label: '不再符合' },
  { value: 'ended', label: '已销册' },
];

/** Of whom a record has ended, only who it was and what became of them. */
const endedColumns: Column<ElderItem>[] = [
  ...columns.filter(({ key }) => ['name', 'age', 'id', 'place'].includes(key)),
  { key: 'ended', title: '销册', share: 2, cell: endedInWords },
];

interface Question {
  q: string;
  status: Status;
  chosen: Chosen;
}

/** A question may be a number or an address: it is not sent in the address line, which is logged on its way. */
function pageOf({ q, status, chosen }: Question, after: string | undefined) {
  const page = { status, limit: 50, ...(after ? { after } : {}) };
  if (q === '' && !isChosen(chosen)) return api.get('/api/elders', { query: page });
  return api.post('/api/elders/searches', { body: { ...(q ? { q } : {}), ...filtersIn(chosen), ...page } });
}

/** The registry: masked, found by part of a name, or a whole number or address, and narrowed by filters. */
function Elders() {
  const me = useMe();
  const params = useParams();
  const [typed, setTyped] = useState(params.q ?? '');
  const [question, setQuestion] = useState<Question>(() => ({
    q: params.q ?? '',
    status: statuses.find(({ value }) => value === params.status)?.value ?? 'running',
    chosen: fromParams(params),
  }));
  const { q, status, chosen } = question;
  const elders = usePages((after) => pageOf(question, after), JSON.stringify(question));
  useReloadOnShow(elders);
  const places = useResource(() => placesOf(me));
  const ask = (change: Partial<Question>) => {
    const next = { ...question, ...change };
    setQuestion(next);
    keep(next);
  };
  const search = (text = typed) => ask({ q: text.trim() });
  // Of whom a record has ended nothing is owed: the filters are for those on the register.
  const choose = (next: Status) => ask({ status: next, chosen: NOTHING_CHOSEN });
  // A cleared field is a question too: show everybody again.
  const type = (text: string) => {
    setTyped(text);
    if (text === '' && q !== '') search('');
  };
  const narrowed = q !== '' || isChosen(chosen);
  const heading = useHeading(status, elders.data?.totals?.all);
  const division = me.roles.find((role) => role.division)?.division?.name;
  return (
    <OfficerPage
      title="名册"
      heading={heading}
      lead={division}
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
        <Segmented label="在册、不再符合还是已销册" as="tabs" options={statuses} value={status} onChange={choose} />
      </Box>
      {status === 'running' && (
        <FilterBar
          groups={groupsOf(places.data ?? null)}
          chosen={chosen}
          onChange={(filters) => ask({ chosen: filters })}
        />
      )}
      <ResourceView of={elders}>
        {({ items, next, totals }) =>
          items.length === 0 ? (
            <Nobody {...question} />
          ) : (
            <>
              <List elders={items} status={status} />
              <More of={elders} />
              <Box className="line line--top note">
                <Icon name="lock" />
                <Words>
                  证件、电话、住址默认遮住。{totals && narrowed && `符合条件 ${numberInWords(totals.found)} 人，`}
                  显示 {items.length} 位{next === null ? '，到底了' : ''}
                </Words>
              </Box>
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

/** How many there are, from the first answer on; a new question does not change it. */
function useHeading(status: Status, all: number | undefined): string {
  const known = useRef<{ status: Status; all: number } | null>(null);
  if (all !== undefined) known.current = { status, all };
  const word = status === 'ended' ? '已销册' : '名册';
  return known.current?.status === status ? `${word}，${numberInWords(known.current.all)} 位老人` : word;
}

/** 1,336 */
const numberInWords = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

/** A name may stand in the browser's history; an identity number, a telephone or an address may not. */
function keep({ q, status, chosen }: Question): void {
  keepAddress('/officer/elders/index', {
    q: /\d/.test(q) ? '' : q,
    status: status === 'running' ? '' : status,
    ...toParams(chosen),
  });
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
          chips={
            elder.endedOn === null && (
              <>
                {elder.visits && <Visits elder={elder} />}
                {elder.firstContact === null && <FirstContact elder={elder} />}
              </>
            )
          }
          detail={`${endedInWords(elder) ?? owedInWords(elder)}，${elder.communityName}`}
        />
      ))}
    </>
  );
}

const owedInWords = ({ categories, every, lapsedOn }: ElderItem) =>
  `${categoriesInWords(categories)}，${lapsedOn ? `${monthAndDay(lapsedOn)}起不再符合` : cadenceInWords(every)}`;

function Nobody({ q, status, chosen }: Question) {
  const searched = status === 'ended' ? '姓名写一个字也行；电话要写全' : '姓名写一个字也行；证件号、电话要写全';
  if (isChosen(chosen)) return <Empty title="没有符合条件的老人">换一个条件，或者清空再看</Empty>;
  if (q) return <Empty title={`没找到“${q}”`}>{searched}</Empty>;
  if (status === 'lapsed') return <Empty title="没有不再符合的老人">证件到期的、不再符合方案的，会出现在这里</Empty>;
  if (status === 'ended') return <Empty title="没有销册的老人">去世、迁走或登记错的，在老人的页面上销册</Empty>;
  return <Empty title="名册里还没有老人">登记以后，系统按方案算出该多久去一次</Empty>;
}

const meanings: Record<NonNullable<ElderItem['visits']>, Meaning> = {
  owed: 'owed',
  'missed-last': 'worry',
  late: 'worry',
  visited: 'done',
  excused: 'excused',
};

function Visits({ elder: { visits } }: { elder: ElderItem }) {
  return visits === null ? <>这期没有</> : <Chip meaning={meanings[visits]}>{VISIT_STATES[visits]}</Chip>;
}

function FirstContact({ elder, short }: { elder: ElderItem; short?: boolean }) {
  return elder.firstContact ? (
    <>{elder.firstContact.name}</>
  ) : (
    <Chip meaning="worry">{short ? '没有' : '没有第一联系人'}</Chip>
  );
}

export default asPage(Elders);
