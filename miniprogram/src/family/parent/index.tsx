import { useState } from 'react';
import { api, type ReplyOf } from '@/api';
import {
  asPage,
  Avatar,
  Banner,
  Box,
  Card,
  Heading,
  Icon,
  Mark,
  Page,
  ResourceView,
  Row,
  Segmented,
  tabsOf,
  Words,
} from '@/components';
import { dayOf, link, now, pastInWords, storage, useParams } from '@/platform';
import { loadSession, useMe, useReloadOnShow, useResource, type Me } from '@/state';
import { TellMe } from '../tell-me/TellMe';
import { Awaiting } from '../bind/Awaiting';
import { NobodyYet } from '../bind/NobodyYet';
import { Came } from './Came';
import './parent.scss';
import { SettledLines } from './SettledLines';
import { Trends } from './Trends';
import { TurnCard } from './TurnCard';

type Kin = Me['kin'][number];

/** How a parent is, what waits for the family, who came. */
function Parents() {
  const me = useMe();
  const { elderId } = useParams();
  // The community may have confirmed somebody meanwhile.
  useReloadOnShow({ reload: loadSession });
  const parents = me.kin.filter(({ status }) => status === 'confirmed');
  const awaiting = me.kin.filter(({ status }) => status === 'awaiting');
  const [chosen, choose] = useChosen(me, elderId);
  const shown = parents.find((kin) => kin.elderId === chosen) ?? parents[0];
  return (
    <Page title={shown?.callName ?? '爸妈'} root tabs={{ tabs: tabsOf(me, 'family'), current: 'parent' }}>
      {parents.length > 1 && shown && (
        <Segmented label="看哪一位" as="tabs" value={shown.elderId} onChange={choose} options={parents.map(toOption)} />
      )}
      {shown ? <Parent kin={shown} /> : awaiting.length === 0 && <NobodyYet />}
      {awaiting.map((kin) =>
        shown ? (
          <Banner key={kin.kinshipId} icon="clock" title={`${kin.elderName}，等社区确认`} to="/family/bind/index">
            社区核实后就能看到
          </Banner>
        ) : (
          <Awaiting key={kin.kinshipId} elderName={kin.elderName} />
        ),
      )}
    </Page>
  );
}

const toOption = ({ elderId, callName }: Kin) => ({ value: elderId, label: callName });

/** The parent looked at last on this phone, unless the address names another. */
function useChosen(me: Me, asked: string | undefined): [string | undefined, (elderId: string) => void] {
  const key = `family.parent.${me.account.id}`;
  const [chosen, setChosen] = useState(() => asked ?? storage.read<string>(key) ?? undefined);
  const choose = (elderId: string) => {
    setChosen(elderId);
    storage.write(key, elderId);
  };
  return [chosen, choose];
}

function Parent({ kin }: { kin: Kin }) {
  const { elderId } = kin;
  const parent = useResource(() => api.get('/api/parents/{id}', { path: { id: elderId } }), elderId);
  const needs = useResource(() => api.get('/api/needs', { query: { limit: 100 } }));
  useReloadOnShow({ reload: () => Promise.all([parent.reload(), needs.reload()]).then(() => undefined) });
  // Only counts what else there is; without it the card still says what there is to do.
  const open = (needs.data?.items ?? []).flatMap((need) =>
    need.view === 'family' && need.status !== 'closed' && need.elder.id === elderId ? [need] : [],
  );
  return (
    <ResourceView of={parent}>
      {(data) => (
        <>
          <Box className="stack">
            <Now name={data.elder.name} age={data.elder.age} last={data.lastVisit} unsettled={data.unsettled} />
            {data.turn && <TurnCard turn={data.turn} needs={open} />}
          </Box>
          <Trends parent={data} />
          <TellMe why="探访时看出要您拿主意的事，微信里告诉您" />
          <Came visits={data.visits} />
          <Card rows>
            <Row
              lead={<Mark icon="book" look="sun" />}
              title="为什么这样安排"
              detail="多久看一次、依据哪一条；不对的告诉社区"
              to={link('/family/why/index', { elderId })}
            />
          </Card>
          {!kin.firstContact && (
            <Words className="note">您不是第一联系人，要紧的事会先告诉第一联系人。要换，请找社区</Words>
          )}
          <Banner icon="link" title="绑定另一位老人" to={link('/family/bind/index')}>
            要有社区给的邀请码
          </Banner>
        </>
      )}
    </ResourceView>
  );
}

type Page = ReplyOf<'get', '/api/parents/{id}'>;

interface NowProps {
  name: string;
  age: number;
  last: Page['lastVisit'];
  unsettled: Page['unsettled'];
}

function Now({ name, age, last, unsettled }: NowProps) {
  return (
    <Card look="sun">
      <Box className="line line--top parent__who">
        <Avatar name={name} large />
        <Box className="grow">
          <Heading level={1}>
            {name}，{age} 岁
          </Heading>
          {last ? (
            <Box className="line line--top note">
              <Icon name="ok" className="is-done" />
              <Words className="num">
                {pastInWords(last.at, dayOf(now()))} {last.visitorName}去看过
              </Words>
            </Box>
          ) : (
            <Words className="note">还没有人去看过，排上了这里会写</Words>
          )}
        </Box>
      </Box>
      {last && <Words className="parent__words">{last.sentence}。</Words>}
      {last && <SettledLines settled={last.settled} />}
      {unsettled.map(({ needId, about, how }) => (
        <Box key={needId} className="line line--top">
          <Icon name="clock" />
          <Words className="num">
            {about}的事，{how}
          </Words>
        </Box>
      ))}
    </Card>
  );
}

export default asPage(Parents);
