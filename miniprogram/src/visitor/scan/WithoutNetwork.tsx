import { Avatar, Banner, Box, Empty, Row, SectionTitle } from '@/components';
import { outbox } from '@/offline';
import { link } from '@/platform';
import { useMe, useStore } from '@/state';
import { stillToVisit } from '../visit/still-to-visit';
import { keptDayList } from '../visit/worklist';
import type { Scanned } from './check-in';

/** Nobody can say now whose code it is: the visitor says, and the code is told to the service with the record. */
export function WithoutNetwork({ scanned }: { scanned: Scanned }) {
  const accountId = useMe().account.id;
  const { items } = useStore(outbox);
  const left = stillToVisit(keptDayList(accountId)?.items ?? [], items);
  if (left.length === 0)
    return <Empty title="现在没有网，对不上门牌码">今天的名单也没存在手机里。走到有网的地方再扫一次</Empty>;
  return (
    <Box className="stack">
      <Banner icon="offline" title="现在没有网，照样能探访">
        扫到的码记下了，有网时自己去对
      </Banner>
      <SectionTitle>您在哪一家门口？</SectionTitle>
      {left.map((item) => (
        <Row
          key={item.obligationId}
          look="card"
          to={link('/visitor/card/index', {
            elderId: item.elderId,
            scanned: 1,
            checkIn: scanned.id,
            code: scanned.code,
            at: scanned.at,
          })}
          lead={<Avatar name={item.name} />}
          title={item.name}
          note={`${item.age} 岁`}
          detail={item.place}
        />
      ))}
    </Box>
  );
}
