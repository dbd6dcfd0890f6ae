import { Box, Card, Mark, Row, Words, type IconName } from '@/components';
import { dayInWords, dayOf, link, now } from '@/platform';
import { LateChip, SeverityChip } from './NeedChips';
import { ballOf, deadlineOf, kindOf, untilInWords, type OfficerNeed } from './need-words';
import { useDesk } from './OfficerPage';
import { Table, type Column } from './Table';

const icons: Partial<Record<OfficerNeed['needType'], IconName>> = {
  'safety-hazard': 'flame',
  medical: 'pill',
  'daily-care': 'meal',
  rehabilitation: 'walk',
  'emotional-support': 'heart',
  'emergency-rescue': 'siren',
  'home-adaptation': 'home',
  benefits: 'book',
  relief: 'wallet',
  participation: 'users',
  'family-relations': 'users',
};

export const needIcon = (need: OfficerNeed): IconName =>
  need.matter === 'no-answer' ? 'door' : (icons[need.needType] ?? 'flag');
const toNeed = ({ id }: OfficerNeed) => link('/officer/need/index', { id });

const columns: Column<OfficerNeed>[] = [
  { key: 'title', title: '看到什么', share: 2.2, cell: (need) => need.title },
  { key: 'elder', title: '老人', share: 1, cell: (need) => need.elder.name },
  { key: 'type', title: '类别', share: 1.1, cell: kindOf },
  { key: 'ball', title: '轮到谁', share: 1.8, cell: ballOf },
  { key: 'until', title: '时限', share: 1.3, cell: (need) => untilOf(need) },
  {
    key: 'state',
    title: '要留意',
    share: 1.5,
    cell: (need) => (
      <Box className="line line--wrap">
        <SeverityChip severity={need.severity} />
        <LateChip need={need} />
      </Box>
    ),
  },
];

const untilOf = (need: OfficerNeed) =>
  need.status === 'closed' ? `${seenOn(need)}看到` : untilInWords(deadlineOf(need), dayOf(now()));
const seenOn = (need: OfficerNeed) => dayInWords(dayOf(need.seenAt), dayOf(now()));

/** Needs as a table, or as rows where there is no room for one. */
export function NeedList({ label, needs }: { label: string; needs: readonly OfficerNeed[] }) {
  const desk = useDesk();
  if (desk) {
    return (
      <Card rows>
        <Table label={label} columns={columns} items={needs} keyOf={({ id }) => id} to={toNeed} />
      </Card>
    );
  }
  return (
    <>
      {needs.map((need) => (
        <NeedRow key={need.id} need={need} look="card" />
      ))}
    </>
  );
}

export function NeedRow({ need, look }: { need: OfficerNeed; look?: 'card' }) {
  return (
    <Row
      {...(look ? { look } : {})}
      to={toNeed(need)}
      lead={<Mark icon={needIcon(need)} {...(need.late ? { look: 'worry' as const } : {})} />}
      title={need.title}
      note={need.elder.name}
      chips={
        <>
          <SeverityChip severity={need.severity} />
          <LateChip need={need} />
        </>
      }
      detail={
        <Words>
          {ballOf(need)}，{untilOf(need)}
        </Words>
      }
    />
  );
}
