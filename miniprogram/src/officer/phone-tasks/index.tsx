import { api } from '@/api';
import { asPage, Box, Empty, Segmented } from '@/components';
import { usePages, useReloadOnShow } from '@/state';
import { CardPages } from '../desk/CardPages';
import { OfficerPage } from '../desk/OfficerPage';
import { useStatus } from '../desk/use-status';
import { CallCard } from './CallCard';

type Status = 'open' | 'done';

const filters: readonly { value: Status; label: string }[] = [
  { value: 'open', label: '要打的' },
  { value: 'done', label: '打过的' },
];

/** Whom somebody has to phone, because no message got through. */
function PhoneTasks() {
  const [status, choose] = useStatus('/officer/phone-tasks/index', filters);
  const tasks = usePages((after) => api.get('/api/phone-tasks', { query: { status, after, limit: 30 } }), status);
  useReloadOnShow(tasks);
  return (
    <OfficerPage
      title="请打电话"
      heading="微信没告诉到，请打电话"
      lead="打通了就算告诉到；没人接会留着，过会儿再打"
      current="phone-tasks"
      root
    >
      <Box className="filters">
        <Segmented label="哪些电话" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <CardPages
        of={tasks}
        empty={
          <Empty title={status === 'open' ? '没有要打的电话' : '还没有打过的'}>微信送到了、家人看过了的，不用打</Empty>
        }
        card={(task, reload) => <CallCard task={task} onDone={reload} />}
      />
    </OfficerPage>
  );
}

export default asPage(PhoneTasks);
