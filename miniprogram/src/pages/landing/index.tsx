import { useEffect } from 'react';
import { asPage, Art, Box, Button, Heading, Page, Row, Card, Skeleton, Words } from '@/components';
import { restart } from '@/platform';
import { currentCapacity, homes, loadSession, useMe } from '@/state';
import { StillWaiting, useWaiting } from '../me/StillWaiting';

/** The first page: sends everybody to where their day begins. */
function Landing() {
  const me = useMe();
  const capacity = currentCapacity(me);
  const waiting = useWaiting();
  useEffect(() => {
    if (capacity) restart(homes[capacity]);
  }, [capacity]);
  if (!capacity) return <NotYet name={me.account.name} waiting={waiting} />;
  return (
    <Page title="探访关爱" root>
      <Skeleton />
    </Page>
  );
}

/** Somebody nobody has entered yet, or whose role has ended: what to ask for, and of whom. */
function NotYet({ name, waiting }: { name: string; waiting: number }) {
  return (
    <Page
      title="探访关爱"
      root
      foot={
        <Button wide tone="line" icon="sync" busyText="正在看" onPress={loadSession}>
          社区加好了，再看看
        </Button>
      }
    >
      <Box className="told">
        <Art name="home" />
        <Heading level={1}>{name}，您好</Heading>
        <Words className="note">还差一步，就能用了</Words>
      </Box>
      <StillWaiting count={waiting} />
      <Card rows>
        <Row title="我是老人的家人" detail="社区给过您一个 8 位邀请码，点这里填" to="/family/bind/index" />
        <Row title="我去探访老人" detail="请社区把您加成探访员，加好后点下面的按钮" />
        <Row title="我在社区、街道工作" detail="请管账号的同事给您加上身份" />
      </Card>
    </Page>
  );
}

export default asPage(Landing);
