import { api } from '@/api';
import { asPage, Box, Empty, Segmented } from '@/components';
import { usePages, useReloadOnShow } from '@/state';
import { CardPages } from '../desk/CardPages';
import { OfficerPage } from '../desk/OfficerPage';
import { useStatus } from '../desk/use-status';
import { KinshipCard } from './KinshipCard';

type Status = 'awaiting' | 'confirmed';

const filters: readonly { value: Status; label: string }[] = [
  { value: 'awaiting', label: '等确认' },
  { value: 'confirmed', label: '已确认' },
];

/** Relatives who used a code: is it them? */
function Kinships() {
  const [status, choose] = useStatus('/officer/kinships/index', filters);
  const kinships = usePages((after) => api.get('/api/kinships', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(kinships);
  return (
    <OfficerPage
      title="亲属确认"
      heading="是不是本人，请核实"
      lead="打个电话或当面问一句。确认以后，家人才看得到老人的近况"
      current="kinships"
      root
    >
      <Box className="filters">
        <Segmented label="哪些绑定" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <CardPages
        of={kinships}
        empty={
          <Empty title={status === 'awaiting' ? '没有等确认的亲属' : '还没有确认过的亲属'}>
            在老人的页面上给亲属一个邀请码，亲属填了就到这里
          </Empty>
        }
        card={(kinship, reload) => <KinshipCard kinship={kinship} status={status} onDone={reload} />}
      />
    </OfficerPage>
  );
}

export default asPage(Kinships);
