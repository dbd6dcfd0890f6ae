import { OBJECTION_STATUSES, type ObjectionStatus } from '@tanfang/shared';
import { api } from '@/api';
import { asPage, Box, Empty, Segmented } from '@/components';
import { usePages, useReloadOnShow } from '@/state';
import { CardPages } from '../desk/CardPages';
import { OfficerPage } from '../desk/OfficerPage';
import { useStatus } from '../desk/use-status';
import { ObjectionCard } from './ObjectionCard';

const filters: readonly { value: ObjectionStatus; label: string }[] = [
  { value: 'open', label: '要看的' },
  { value: 'closed', label: '看过的' },
];

/** What relatives say is not right: look, put it right or not, and answer. */
function Objections() {
  const [status, choose] = useStatus('/officer/objections/index', filters);
  const objections = usePages((after) => api.get('/api/objections', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(objections);
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
      <CardPages
        of={objections}
        empty={
          <Empty title={status === 'open' ? '没有要看的' : `${OBJECTION_STATUSES.closed}的会写在这里`}>
            家人在「为什么这样安排」里说的，会到这里
          </Empty>
        }
        card={(objection, reload) => <ObjectionCard objection={objection} onDone={reload} />}
      />
    </OfficerPage>
  );
}

export default asPage(Objections);
