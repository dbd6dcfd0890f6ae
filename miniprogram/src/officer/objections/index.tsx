import { useState } from 'react';
import { OBJECTION_STATUSES, type ObjectionStatus } from '@tanfang/shared';
import { api } from '@/api';
import { asPage, Box, Empty, More, ResourceView, Segmented } from '@/components';
import { keepAddress, useParams } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';
import { OfficerPage } from '../desk/OfficerPage';
import { ObjectionCard } from './ObjectionCard';

const filters: readonly { value: ObjectionStatus; label: string }[] = [
  { value: 'open', label: '要看的' },
  { value: 'closed', label: '看过的' },
];

/** What relatives say is not right: look, put it right or not, and answer. */
function Objections() {
  const { status: asked } = useParams();
  const [status, setStatus] = useState<ObjectionStatus>(asked === 'closed' ? 'closed' : 'open');
  const objections = usePages((after) => api.get('/api/objections', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(objections);
  const choose = (value: ObjectionStatus) => {
    setStatus(value);
    keepAddress('/officer/objections/index', { status: value });
  };
  return (
    <OfficerPage
      title="家人说不对"
      heading="家人说有地方不对"
      lead="请看一看：核实了就改名册，再回家人一句"
      current="objections"
    >
      <Box className="filters">
        <Segmented label="哪些" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <ResourceView of={objections}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status === 'open' ? '没有要看的' : `${OBJECTION_STATUSES.closed}的会写在这里`}>
              家人在「为什么这样安排」里说的，会到这里
            </Empty>
          ) : (
            <>
              <Box className="desk__cards">
                {items.map((objection) => (
                  <ObjectionCard key={objection.id} objection={objection} onDone={() => void objections.reload()} />
                ))}
              </Box>
              <More of={objections} />
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

export default asPage(Objections);
