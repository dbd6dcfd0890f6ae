import { useState } from 'react';
import { api } from '@/api';
import { asPage, Box, Empty, More, ResourceView, Segmented } from '@/components';
import { keepAddress, useParams } from '@/platform';
import { usePages, useReloadOnShow } from '@/state';
import { OfficerPage } from '../desk/OfficerPage';
import { CallCard } from './CallCard';

type Status = 'open' | 'done';

const filters: readonly { value: Status; label: string }[] = [
  { value: 'open', label: '要打的' },
  { value: 'done', label: '打过的' },
];

/** Whom somebody has to phone, because no message got through. */
function PhoneTasks() {
  const { status: asked } = useParams();
  const [status, setStatus] = useState<Status>(asked === 'done' ? 'done' : 'open');
  const tasks = usePages((after) => api.get('/api/phone-tasks', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(tasks);
  const choose = (value: Status) => {
    setStatus(value);
    keepAddress('/officer/phone-tasks/index', { status: value });
  };
  return (
    <OfficerPage
      title="请打电话"
      heading="微信没告诉到的，请打个电话"
      lead="打通了就算告诉到；没人接会留着，过会儿再打"
      current="phone-tasks"
      root
    >
      <Box className="filters">
        <Segmented label="哪些电话" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <ResourceView of={tasks}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={status === 'open' ? '没有要打的电话' : '还没有打过的'}>
              微信送到了、家人看过了的，不用打
            </Empty>
          ) : (
            <>
              <Box className="desk__cards">
                {items.map((task) => (
                  <CallCard key={task.id} task={task} onDone={() => void tasks.reload()} />
                ))}
              </Box>
              <More of={tasks} />
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

export default asPage(PhoneTasks);
