import { api } from '@/api';
import { asPage, Box, Empty, More, ResourceView, Segmented } from '@/components';
import { usePages, useReloadOnShow } from '@/state';
import { NeedList } from '../desk/NeedList';
import type { OfficerNeed } from '../desk/need-words';
import { OfficerPage } from '../desk/OfficerPage';
import { useStatus } from '../desk/use-status';

type Status = OfficerNeed['status'];

const filters: readonly { value: Status; label: string; empty: string }[] = [
  { value: 'open', label: '还没人接', empty: '没有等人接的事' },
  { value: 'acknowledged', label: '有人在办', empty: '没有正在办的事' },
  { value: 'closed', label: '办结', empty: '还没有办结的事' },
];

/** What visits have found, and who has the ball. Danger to life comes first, then what is past its clock. */
function Needs() {
  const [status, choose] = useStatus('/officer/needs/index', filters);
  const needs = usePages(async (after) => {
    const { items, next } = await api.get('/api/needs', { query: { status, after, limit: 50 } });
    return { items: items.filter((item): item is OfficerNeed => item.view === 'officer'), next };
  }, status);
  useReloadOnShow(needs);
  const items = firstThingsFirst(needs.data?.items ?? []);
  const late = items.filter((need) => need.late).length;
  return (
    <OfficerPage title="需求" heading={late > 0 ? `${late} 件过了时限，先办` : '探访看到的事'} current="needs" root>
      <Box className="filters">
        <Segmented label="哪些事" as="tabs" options={filters} value={status} onChange={choose} />
      </Box>
      <ResourceView of={needs}>
        {() =>
          items.length === 0 ? (
            <Empty title={filters.find(({ value }) => value === status)!.empty}>
              探访记录里写到的事，自己会出现在这里
            </Empty>
          ) : (
            <>
              <NeedList label="需求" needs={items} />
              <More of={needs} />
            </>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

function firstThingsFirst(needs: readonly OfficerNeed[]): OfficerNeed[] {
  const rank = ({ severity, late }: OfficerNeed) => (severity === 'life-danger' ? 0 : late ? 1 : 2);
  return [...needs].sort((a, b) => rank(a) - rank(b));
}

export default asPage(Needs);
