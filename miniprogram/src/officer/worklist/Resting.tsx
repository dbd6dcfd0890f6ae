import { api } from '@/api';
import { Avatar, Card, Chip, More, pauseInWords, PauseChip, ResourceView, Row, SectionTitle } from '@/components';
import { dayInWords, dayOf, link, now } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';

/** 暂时不用去: whose visits rest and until when, the next to be back first; those who should be back by now before them. Some were seen at home. */
export function Resting() {
  const pauses = usePages((after) => api.get('/api/pauses', { query: { after, limit: 50 } }));
  useReloadOnShow(pauses);
  return (
    <>
      <SectionTitle>暂时不用去的</SectionTitle>
      <ResourceView of={pauses}>
        {({ items }) => (
          <Card rows>
            {items.length === 0 && <Row title="没有" />}
            {items.map(({ elderId, name, place, over, seenOn, ...pause }) => (
              <Row
                key={elderId}
                to={link('/officer/elder/index', { id: elderId })}
                lead={<Avatar name={name} />}
                title={name}
                chips={
                  over || seenOn ? (
                    <Chip meaning="worry" icon="calendar">
                      {pauseInWords(pause)}，{over ? '到日子了' : `${dayInWords(seenOn!, dayOf(now()))}见到了`}
                    </Chip>
                  ) : (
                    <PauseChip pause={pause} />
                  )
                }
                detail={[over && '又要人去了，请问一问回来没有', seenOn && '见到了，请问一问还要不要歇着', place]
                  .filter(Boolean)
                  .join('，')}
              />
            ))}
          </Card>
        )}
      </ResourceView>
      <More of={pauses} />
    </>
  );
}
