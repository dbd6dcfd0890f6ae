import { useEffect } from 'react';
import { Art, Box, Button, Card, Heading, Timeline, Words } from '@/components';
import { loadSession } from '@/state';

/** Somebody who looks at this page is waiting: it asks by itself as well. */
const LOOK_AGAIN_MS = 30_000;

/** Bound, and the community has still to say that it is them. */
export function Awaiting({ elderName }: { elderName: string }) {
  useEffect(() => {
    const timer = setInterval(() => void loadSession(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return (
    <Card>
      <Box className="stack">
        <Box className="told">
          <Art name="home" />
          <Heading level={2}>等社区确认</Heading>
          <Words className="note center">{elderName}所在社区的工作人员会核实是您本人，一般打个电话就行</Words>
        </Box>
        <Timeline
          steps={[
            { state: 'done', title: '您填了邀请码' },
            { state: 'now', title: '社区核实', detail: '请留意社区的来电。您不用再做什么' },
            { state: 'later', title: '这里自己会打开', detail: '看得到老人的近况，有事告诉您' },
          ]}
        />
        <Button tone="line" wide icon="sync" busyText="正在看" onPress={loadSession}>
          看看确认了没有
        </Button>
      </Box>
    </Card>
  );
}
