import type { ReactNode } from 'react';
import { api } from '@/api';
import {
  asPage,
  Avatar,
  Box,
  Card,
  Chip,
  Empty,
  LinkTo,
  Page,
  ResourceView,
  Row,
  SectionTitle,
  Words,
  type IconName,
  type Meaning,
} from '@/components';
import { dayOf, greeting, link, monthAndDay, now, weekday } from '@/platform';
import { hasRole, useMe, useReloadOnShow, useResource, type Me } from '@/state';
import { NeedRow } from '../desk/NeedList';
import { OfficerPage } from '../desk/OfficerPage';
import { firstFew, firstThing, readMorning, type Counted, type Morning } from './morning';

/** What to do first today: names, not numbers. */
function MorningPage() {
  const me = useMe();
  const local = hasRole(me, 'community', 'street');
  const morning = useResource(() => readMorning(api, local));
  useReloadOnShow(morning);
  const today = dayOf(now());
  return (
    <OfficerPage
      title="今早"
      heading={morning.data ? firstThing(morning.data) : `${me.account.name}，${greeting(now())}`}
      lead={`${monthAndDay(today)} ${weekday(today)}，${placeOf(me)}`}
      current="morning"
      root
    >
      <ResourceView of={morning}>{(data) => <Shown morning={data} local={local} />}</ResourceView>
    </OfficerPage>
  );
}

const placeOf = (me: Me) => me.roles.find((role) => role.division)?.division?.name ?? '';

function Shown({ morning, local }: { morning: Morning; local: boolean }) {
  const { late, missed, unassigned, calls, kinships, objections, lapsed, unread, resting } = morning;
  return (
    <>
      <Box className="tiles">
        <Tile to="/officer/needs/index" meaning="worry" icon="clock" word="过了时限" of={late} unit="件事" />
        <Tile to="/officer/worklist/index" meaning="worry" icon="walk" word="上期没见到" of={missed} unit="位老人" />
        {local && (
          <>
            <Tile to="/officer/phone-tasks/index" meaning="owed" icon="phone" word="请打电话" of={calls} unit="个" />
            <Tile
              to="/officer/kinships/index"
              meaning="owed"
              icon="user-plus"
              word="等您确认"
              of={kinships}
              unit="位亲属"
            />
          </>
        )}
      </Box>
      <Box className="desk__two">
        <Box className="desk__column">
          <Urgent morning={morning} />
        </Box>
        <Box className="desk__column">
          <SectionTitle>先去看谁</SectionTitle>
          <Missed missed={missed} />
          <Card rows>
            {unassigned > 0 && (
              <Row
                title={`没有探访员：${unassigned} 位`}
                detail="按方案要去，还没有人去，请派人"
                to={link('/officer/elders/index', { visitor: 'no' })}
              />
            )}
            {lapsed.count > 0 && (
              <Row
                title={`证件到期，不再符合：${countOf(lapsed)} 位`}
                detail="不再安排探访，请核实"
                to={link('/officer/elders/index', { status: 'lapsed' })}
              />
            )}
            <Row title="这一期该去的老人" to="/officer/worklist/index" />
            {local && <Row title="暂时不用去的" to="/officer/worklist/index" aside={restingInWords(resting)} />}
            <Row
              title="家人说不对的"
              to="/officer/objections/index"
              aside={objections.count > 0 ? `${countOf(objections)} 条等着看` : '没有'}
            />
            <Row title="政策试算" detail="换一个情况、地方或日子，结果有什么不同" to="/officer/trial/index" />
            <Row
              title="消息"
              to="/officer/inbox/index"
              aside={unread.count > 0 ? `${countOf(unread)} 条没看` : '都看过了'}
            />
            <Row title="本区规定" to="/officer/readings/index" />
          </Card>
        </Box>
      </Box>
    </>
  );
}

function Urgent({ morning }: { morning: Morning }) {
  const shown = firstFew(morning);
  return (
    <>
      <SectionTitle
        aside={
          <LinkTo to="/officer/needs/index" className="link">
            全部
          </LinkTo>
        }
      >
        先办哪几件
      </SectionTitle>
      {shown.length === 0 ? (
        <Card>
          <Empty title="没有等人接的事">探访看到的事，会先出现在这里</Empty>
        </Card>
      ) : (
        <Card rows>
          {shown.map((need) => (
            <NeedRow key={need.id} need={need} />
          ))}
        </Card>
      )}
    </>
  );
}

function Missed({ missed }: { missed: Morning['missed'] }) {
  if (missed.count === 0) {
    return (
      <Card>
        <Empty title="没有上一期没见到、现在要先去的" />
      </Card>
    );
  }
  return (
    <Card rows>
      {missed.first.map((item) => (
        <Row
          key={item.obligationId}
          to={link('/officer/elder/index', { id: item.elderId })}
          lead={<Avatar name={item.name} />}
          title={item.name}
          note={`${item.age} 岁`}
          chips={<Chip meaning="worry">上一期没见到</Chip>}
          detail={[item.visitor ? `${item.visitor.name}去` : '还没派人', item.place].filter(Boolean).join('，')}
        />
      ))}
    </Card>
  );
}

const countOf = ({ count, more }: Counted) => (more ? `${count}+` : String(count));

function restingInWords({ count, more, back, seen }: Morning['resting']): string {
  const words = [
    count > 0 && `${countOf({ count, more })} 位`,
    back > 0 && `${back} 位到日子了`,
    seen > 0 && `${seen} 位见到了，请问一问`,
  ];
  return words.filter(Boolean).join('，') || '没有';
}

interface TileProps {
  to: string;
  meaning: Meaning;
  icon: IconName;
  word: string;
  of: Counted;
  unit: string;
}

function Tile({ to, meaning, icon, word, of, unit }: TileProps): ReactNode {
  const none = of.count === 0 && !of.more;
  return (
    <LinkTo to={to} className="tile">
      <Chip meaning={none ? 'done' : meaning} icon={none ? 'ok' : icon}>
        {word}
      </Chip>
      <Box>
        <Words className="figure num">{countOf(of)}</Words> <Words>{unit}</Words>
      </Box>
    </LinkTo>
  );
}

/** Nothing to do is good news only for whom it is true. */
function OfficersOnly() {
  if (hasRole(useMe(), 'community', 'street', 'district', 'city')) return <MorningPage />;
  return (
    <Page title="今早" root>
      <Empty title="这一页是社区和街道用的，请从「我的」回到您自己的" />
    </Page>
  );
}

export default asPage(OfficersOnly);
