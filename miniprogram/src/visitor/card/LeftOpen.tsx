import { Card, Chip, Mark, ResourceView, Row, SectionTitle, Skeleton, Words } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useMe, useResource } from '@/state';
import { matterIcon } from '../questions/matter-icon';
import { loadMatters, type Matter } from '../visit/cards';

/** What earlier visits left open, and what was done about it since. */
export function LeftOpen({ elderId }: { elderId: string }) {
  const accountId = useMe().account.id;
  const matters = useResource(() => loadMatters(accountId, elderId), elderId);
  return (
    <>
      <SectionTitle>上次记挂的事</SectionTitle>
      <ResourceView of={matters} loading={<Skeleton cards={1} slow={matters.slow} />} kept="探访照样能开始">
        {(items) =>
          items.length === 0 ? (
            <Words className="note">没有记挂的事</Words>
          ) : (
            <Card rows>
              {items.map((matter) => (
                <MatterRow key={matter.matter + matter.title} matter={matter} />
              ))}
            </Card>
          )
        }
      </ResourceView>
    </>
  );
}

function MatterRow({ matter }: { matter: Matter }) {
  const { status, mustLook, title, detail, seenOn } = matter;
  const closed = status === 'closed';
  return (
    <Row
      lead={
        <Mark
          icon={closed && !mustLook ? 'ok' : matterIcon(matter.matter)}
          look={closed && !mustLook ? 'done' : 'worry'}
        />
      }
      title={title}
      detail={closed ? detail : `${dayInWords(seenOn, dayOf(now()))}看到，${detail}`}
      trail={
        mustLook ? (
          <Chip meaning="worry" icon="eye">
            这次必看
          </Chip>
        ) : closed ? (
          <Chip meaning="done" icon="check">
            办好了
          </Chip>
        ) : null
      }
    />
  );
}
