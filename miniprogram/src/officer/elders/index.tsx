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
  TextField,
  Words,
} from '@/components';
import { go, keepAddress, link, useParams } from '@/platform';
import { hasRole, useMe, usePages, useReloadOnShow } from '@/state';
import { cadenceInWords, categoriesInWords, sexInWords, tierInWords, type ElderItem } from '../desk/elder-words';
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

/** A question may be a number or an address: it is not sent in the address line, which is logged on its way. */
function pageOf(q: string, after: string | undefined) {
  if (q === '') return api.get('/api/elders', { query: { after, limit: 50 } });
  return api.post('/api/elders/searches', { body: { q, limit: 50, ...(after ? { after } : {}) } });
}

/** The registry: masked, found by the beginning of a name, or a whole number or address. */
function Elders() {
  const me = useMe();
  const { q: asked = '' } = useParams();
  const [typed, setTyped] = useState(asked);
  const [q, setQ] = useState(asked);
  const elders = usePages((after) => pageOf(q, after), q);
  useReloadOnShow(elders);
  const search = (text = typed) => {
    const wanted = text.trim();
    setQ(wanted);
    // A name may stand in the browser's history; an identity number, a telephone or an address may not.
    keepAddress('/officer/elders/index', { q: /\d/.test(wanted) ? '' : wanted });
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
      </Box>
      <ResourceView of={elders}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={q ? `没找到“${q}”` : '名册里还没有老人'}>
              {q ? '姓名从头写起；证件号、电话要写全' : '登记以后，系统按方案算出该多久去一次'}
            </Empty>
          ) : (
            <>
              <List elders={items} />
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

function List({ elders }: { elders: readonly ElderItem[] }) {
  const desk = useDesk();
  // An officer of one community knows which one it is.
  const oneCommunity = useMe().roles.every(({ role }) => role === 'community' || role === 'visitor');
  const shown = oneCommunity ? columns.filter(({ key }) => key !== 'place') : columns;
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
          chips={elder.firstContact === null ? <FirstContact elder={elder} /> : null}
          detail={`${categoriesInWords(elder.categories)}，${cadenceInWords(elder.every)}，${elder.communityName}`}
        />
      ))}
    </>
  );
}

function FirstContact({ elder, short }: { elder: ElderItem; short?: boolean }) {
  return elder.firstContact ? (
    <>{elder.firstContact.name}</>
  ) : (
    <Chip meaning="worry">{short ? '没有' : '没有第一联系人'}</Chip>
  );
}

export default asPage(Elders);
