import { useState } from 'react';
import { api } from '@/api';
import { asPage, Box, Empty, More, ResourceView, Segmented } from '@/components';
import { keepAddress, useParams } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';
import { OfficerPage } from '../desk/OfficerPage';
import { KinshipCard } from './KinshipCard';

type Status = 'awaiting' | 'confirmed';

const filters: readonly { value: Status; label: string }[] = [
  { value: 'awaiting', label: '等确认' },
  { value: 'confirmed', label: '已确认' },
];

/** Relatives who used a code: is it them? */
function Kinships() {
  const { status: asked } = useParams();
  const [status, setStatus] = useState<Status>(asked === 'confirmed' ? 'confirmed' : 'awaiting');
  const kinships = usePages((after) => api.get('/api/kinships', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(kinships);
  const choose = (value: Status) => {
    setStatus(value);
    keepAddress('/officer/kinships/index', { status: value });
  };
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
      <ResourceView of={kinships}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status === 'awaiting' ? '没有等确认的亲属' : '还没有确认过的亲属'}>
              在老人的页面上给亲属一个邀请码，亲属填了就到这里
            </Empty>
          ) : (
            <>
              <Box className="desk__cards">
                {items.map((kinship) => (
                  <KinshipCard
                    key={kinship.id}
                    kinship={kinship}
                    status={status}
                    onDone={() => void kinships.reload()}
                  />
                ))}
              </Box>
              <More of={kinships} />
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

export default asPage(Kinships);
