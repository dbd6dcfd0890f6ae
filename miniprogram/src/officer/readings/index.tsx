import { api } from '@/api';
import { asPage, Banner, Card, Chip, Empty, ResourceView, Row, SectionTitle, Words } from '@/components';
import { dayOf, link, now, useParams } from '@/platform';
import { useReloadOnShow, useResource } from '@/state';
import { OfficerPage, useDesk } from '../desk/OfficerPage';
import {
  comingInWords,
  labelOf,
  statementOf,
  titleOf,
  type DistrictReadings,
  type Reading,
} from '../desk/reading-words';
import { Table, type Column } from '../desk/Table';

const HERE = '/officer/readings/index';

/** What the plan leaves open: our reading of it, and what the district has decided instead. */
function Readings() {
  const { districtId: asked } = useParams();
  const found = useResource(() => find(asked), asked ?? '');
  useReloadOnShow(found);
  const readings = found.data?.readings;
  const own = readings?.items.filter(({ decision }) => decision !== null).length ?? 0;
  return (
    <OfficerPage
      title="本区规定"
      heading={readings ? `${readings.district.name}的规定` : '本区规定'}
      lead={readings && `方案没有写明的 ${readings.items.length} 条，本区另定了 ${own} 条`}
      current="readings"
      root={asked === undefined}
      parent={HERE}
    >
      <ResourceView of={found}>
        {({ districts, readings: shown }) => (shown ? <Shown readings={shown} /> : <Districts districts={districts} />)}
      </ResourceView>
    </OfficerPage>
  );
}

type District = DistrictReadings['district'];

/** The one district that concerns this person, or all of them to choose from. */
async function find(asked: string | undefined): Promise<{ districts: District[]; readings: DistrictReadings | null }> {
  const districts = asked ? [] : (await api.get('/api/districts')).items;
  const districtId = asked ?? (districts.length === 1 ? districts[0]!.id : null);
  const readings = districtId && (await api.get('/api/districts/{districtId}/readings', { path: { districtId } }));
  return { districts, readings: readings || null };
}

function Districts({ districts }: { districts: readonly District[] }) {
  if (districts.length === 0) {
    return <Empty title="您管的地方还没有对应的方案">有了方案，没写明的条目会列在这里</Empty>;
  }
  return (
    <Card rows>
      {districts.map(({ id, name, packName }) => (
        <Row key={id} title={name} note={`${packName}的方案`} to={link(HERE, { districtId: id })} />
      ))}
    </Card>
  );
}

function Shown({ readings }: { readings: DistrictReadings }) {
  const kinds = [...new Set(readings.items.map(({ kindLabel }) => kindLabel))];
  return (
    <>
      <Banner icon="book" title="方案写明的照方案办，不能改">
        没写明的，先按我们的理解办，区里可以另定。以前的事按当时的规定，改了也不变
      </Banner>
      {kinds.map((kind) => (
        <Group
          key={kind}
          title={kind}
          districtId={readings.district.id}
          readings={readings.items.filter(({ kindLabel }) => kindLabel === kind)}
        />
      ))}
      <Words className="note">{readings.document}</Words>
    </>
  );
}

interface GroupProps {
  title: string;
  districtId: string;
  readings: readonly Reading[];
}

function Group({ title, districtId, readings }: GroupProps) {
  const desk = useDesk();
  const to = ({ ruleId }: Reading) => link('/officer/reading/index', { districtId, ruleId });
  return (
    <>
      <SectionTitle>{title}</SectionTitle>
      <Card rows>
        {desk ? (
          <Table label={title} columns={columns} items={readings} keyOf={({ ruleId }) => ruleId} to={to} />
        ) : (
          readings.map((reading) => (
            <Row
              key={reading.ruleId}
              to={to(reading)}
              title={titleOf(reading)}
              chips={<Current reading={reading} />}
              detail={[explanationOf(reading), ...comingInWords(reading, dayOf(now()))].filter(Boolean).join('。')}
            />
          ))
        )}
      </Card>
    </>
  );
}

const columns: Column<Reading>[] = [
  { key: 'title', title: '定的是什么', share: 2, cell: titleOf },
  { key: 'words', title: '怎么说的', share: 2.4, cell: (reading) => explanationOf(reading) || quotationOf(reading) },
  { key: 'article', title: '方案', share: 0.9, cell: ({ because }) => because[0]?.article ?? '' },
  { key: 'current', title: '现在', share: 2, cell: (reading) => <Current reading={reading} /> },
  {
    key: 'coming',
    title: '定好还没到的',
    share: 1.3,
    cell: (reading) => comingInWords(reading, dayOf(now())).join('；') || '没有',
  },
];

/** Where the title is our reading, what it reads. */
function quotationOf({ because }: Reading): string {
  const quoted = because.find(({ reading }) => !reading);
  return quoted ? `原文：${quoted.text}` : '方案没有写';
}

/** Where the title is short, what our reading says. */
const explanationOf = (reading: Reading) => (titleOf(reading) === statementOf(reading) ? '' : statementOf(reading));

function Current({ reading }: { reading: Reading }) {
  const words = labelOf(reading, reading.current);
  return reading.decision ? (
    <Chip meaning="owed" icon="flag">
      本区定的：{words}
    </Chip>
  ) : (
    <Chip meaning="excused" icon="book">
      {words}
    </Chip>
  );
}

export default asPage(Readings);
