import { useState } from 'react';
import { ROLES } from '@tanfang/shared';
import {
  asPage,
  Avatar,
  Box,
  Button,
  Card,
  Heading,
  Page,
  Row,
  SectionTitle,
  Switch,
  tabsOf,
  Words,
} from '@/components';
import { restart } from '@/platform';
import {
  capacitiesOf,
  capacityWords,
  chooseCapacity,
  currentCapacity,
  homes,
  setCare,
  useCare,
  useMe,
  type Me,
} from '@/state';
import { DemoPhone } from './DemoPhone';
import { PhoneNumber } from './PhoneNumber';
import { SignOutSheet } from './SignOutSheet';
import { StillWaiting, useWaiting } from './StillWaiting';

/** Oneself: who one is here, how large the text is, and the way out. */
function MePage() {
  const me = useMe();
  const capacity = currentCapacity(me);
  const care = useCare();
  const [leaving, setLeaving] = useState(false);
  const waiting = useWaiting();
  return (
    <Page
      title="我的"
      root
      desk={capacity === 'officer'}
      {...(capacity ? { tabs: { tabs: tabsOf(me, capacity), current: 'me' } } : {})}
    >
      <Card>
        <Box className="line" style={{ gap: 16 }}>
          <Avatar name={me.account.name} large />
          <Box className="grow">
            <Heading level={1}>{me.account.name}</Heading>
            {rolesInWords(me).map((role) => (
              <Box key={role}>
                <Words className="note">{role}</Words>
              </Box>
            ))}
          </Box>
        </Box>
      </Card>
      <Card rows>
        <Switch checked={care.on} onChange={setCare} detail="字大、按钮大，一行一个">
          关怀模式
        </Switch>
      </Card>
      {capacity !== 'visitor' && <StillWaiting count={waiting} />}
      <OtherCapacities me={me} />
      <Card rows>
        <PhoneNumber me={me} />
        <Row title="绑定家里的老人" detail="社区给过您邀请码的话，在这里填" to="/family/bind/index" />
        <DemoPhone me={me} />
      </Card>
      <Button tone="line" wide icon="log-out" onPress={() => setLeaving(true)}>
        退出登录
      </Button>
      <SignOutSheet open={leaving} waiting={waiting} onClose={() => setLeaving(false)} />
    </Page>
  );
}

/** Somebody with several roles goes from one to the other here; the app opens with the last one chosen. */
function OtherCapacities({ me }: { me: Me }) {
  const current = currentCapacity(me);
  const others = capacitiesOf(me).filter((each) => each !== current);
  if (others.length === 0) return null;
  return (
    <>
      <SectionTitle>换个身份</SectionTitle>
      <Card rows>
        {others.map((capacity) => (
          <Row
            key={capacity}
            title={capacityWords[capacity].title}
            detail={capacityWords[capacity].detail}
            onPress={() => {
              chooseCapacity(me, capacity);
              restart(homes[capacity]);
            }}
          />
        ))}
      </Card>
    </>
  );
}

/** 「探访员」「甸柳新村街道第一社区工作人员」「李秀兰的女儿」 */
function rolesInWords(me: Me): string[] {
  const roles = me.roles.filter(({ role }) => role !== 'family');
  return [
    ...roles.map(({ role, division }) => (division ? `${division.name}，${ROLES[role]}` : ROLES[role])),
    ...me.kin.map(({ elderName, kinWord, status }) => {
      const kin = `${elderName}的${kinWord ?? '家人'}`;
      return status === 'awaiting' ? `${kin}，等社区确认` : kin;
    }),
  ];
}

export default asPage(MePage);
