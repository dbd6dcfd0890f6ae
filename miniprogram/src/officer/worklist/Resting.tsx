import { api } from '@/api';
import { Avatar, Card, Chip, More, pauseInWords, PauseChip, ResourceView, Row, SectionTitle } from '@/components';
import { link } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';

/** 暂时不用去: whose visits rest and until when, the next to be back first; those who should be back by now before them. */
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
            {items.map(({ elderId, name, place, over, ...pause }) => (
              <Row
                key={elderId}
                to={link('/officer/elder/index', { id: elderId })}
                lead={<Avatar name={name} />}
                title={name}
                chips={
                  over ? (
                    <Chip meaning="worry" icon="calendar">
                      {pauseInWords(pause)}，到日子了
                    </Chip>
                  ) : (
                    <PauseChip pause={pause} />
                  )
                }
                detail={[over && '又要人去了，请问一问回来没有', place].filter(Boolean).join('，')}
              />
            ))}
          </Card>
        )}
      </ResourceView>
      <More of={pauses} />
    </>
  );
}
