import { useState } from 'react';
import { CORRECTION_STATUSES, type CorrectionStatus } from '@tanfang/shared';
import { api } from '@/api';
import { asPage, Box, Empty, More, ResourceView, Segmented } from '@/components';
import { keepAddress, useParams } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';
import { OfficerPage } from '../desk/OfficerPage';
import { CorrectionCard } from './CorrectionCard';

const filters: readonly { value: CorrectionStatus; label: string }[] = [
  { value: 'open', label: '要看的' },
  { value: 'closed', label: '看过的' },
];

/** What relatives say is not right: look, put it right or not, and answer. */
function Corrections() {
  const { status: asked } = useParams();
  const [status, setStatus] = useState<CorrectionStatus>(asked === 'closed' ? 'closed' : 'open');
  const corrections = usePages((after) => api.get('/api/corrections', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(corrections);
  const choose = (value: CorrectionStatus) => {
    setStatus(value);
    keepAddress('/officer/corrections/index', { status: value });
  };
  return (
    <OfficerPage
      title="家人说不对"
      heading="家人说有地方不对"
      lead="请看一看：核实了就改名册，再回家人一句"
      current="corrections"
    >
      <Box className="filters">
        <Segmented label="哪些" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <ResourceView of={corrections}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status === 'open' ? '没有要看的' : `${CORRECTION_STATUSES.closed}的会写在这里`}>
              家人在「为什么这样安排」里说的，会到这里
            </Empty>
          ) : (
            <>
              <Box className="desk__cards">
                {items.map((correction) => (
                  <CorrectionCard
                    key={correction.id}
                    correction={correction}
                    onDone={() => void corrections.reload()}
                  />
                ))}
              </Box>
              <More of={corrections} />
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

export default asPage(Corrections);
