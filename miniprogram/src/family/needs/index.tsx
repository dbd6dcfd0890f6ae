import { api, type ReplyOf } from '@/api';
import { asPage, Chip, Empty, More, Page, ResourceView, Row, SectionTitle, tabsOf } from '@/components';
import { dayOf, dayInWords, link, now } from '@/platform';
import { useMe, usePages, useReloadOnShow, useResource } from '@/state';
import { beforeInWords } from '../before';
import { wentUpInWords } from '../went-up';

type Item = Extract<ReplyOf<'get', '/api/needs'>['items'][number], { view: 'family' }>;
type Status = Item['status'];

async function page(status: Status, after?: string, limit = 20) {
  const { items, next } = await api.get('/api/needs', { query: { status, after, limit } });
  return { items: items.filter((item): item is Item => item.view === 'family'), next };
}

/** 要办的事: what waits for the family, what somebody is at, what is done. */
function Needs() {
  const me = useMe();
  const several = me.kin.filter(({ status }) => status === 'confirmed').length > 1;
  const running = useResource(async () => {
    const [open, taken] = await Promise.all([page('open', undefined, 100), page('acknowledged', undefined, 100)]);
    return [...open.items, ...taken.items];
  });
  const done = usePages((after) => page('closed', after));
  useReloadOnShow({ reload: () => Promise.all([running.reload(), done.reload()]).then(() => undefined) });
  return (
    <Page title="要办的事" root tabs={{ tabs: tabsOf(me, 'family'), current: 'needs' }}>
      <ResourceView of={running}>
        {(items) => <Running items={items} several={several} nothing={done.data?.items.length === 0} />}
      </ResourceView>
      {done.data && done.data.items.length > 0 && (
        <>
          <SectionTitle>办好的</SectionTitle>
          {done.data.items.map((need) => (
            <NeedRow key={need.id} need={need} several={several} />
          ))}
          <More of={done}>看更早的</More>
        </>
      )}
    </Page>
  );
}

function Running({ items, several, nothing }: { items: Item[]; several: boolean; nothing: boolean }) {
  const turn = items.filter(({ yourTurn }) => yourTurn);
  const taken = items.filter(({ yourTurn }) => !yourTurn);
  if (items.length === 0) {
    return (
      <Empty title="没有要您办的事">
        {nothing ? '探访看出要您拿主意的事，会写在这里' : '办好的都在下面，谢谢您惦记着'}
      </Empty>
    );
  }
  return (
    <>
      {turn.length > 0 && <SectionTitle aside={`${turn.length} 件`}>轮到您了</SectionTitle>}
      {turn.map((need) => (
        <NeedRow key={need.id} need={need} several={several} />
      ))}
      {taken.length > 0 && <SectionTitle>在办的</SectionTitle>}
      {taken.map((need) => (
        <NeedRow key={need.id} need={need} several={several} />
      ))}
    </>
  );
}

function NeedRow({ need, several }: { need: Item; several: boolean }) {
  const seen = `${dayInWords(dayOf(need.seenAt), dayOf(now()))}看到`;
  return (
    <Row
      look={need.status === 'closed' ? 'flat' : 'card'}
      to={link('/family/need/index', { id: need.id })}
      title={need.title}
      note={several ? need.elder.callName : null}
      chips={<StateChip need={need} />}
      detail={need.yourTurn ? need.plain : need.wentUp ? wentUpInWords(need.wentUp) : seen}
    />
  );
}

function StateChip({ need }: { need: Item }) {
  if (need.status === 'closed') return <Chip meaning="done">{need.progress}</Chip>;
  if (need.yourTurn) {
    return (
      <Chip meaning="owed" icon="user">
        {beforeInWords(need.answerBy)}拿主意
      </Chip>
    );
  }
  return (
    <Chip meaning="excused" icon="clock">
      {need.progress}
    </Chip>
  );
}

export default asPage(Needs);
