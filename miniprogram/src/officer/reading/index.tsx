import { useState } from 'react';
import { api } from '@/api';
import { asPage, Banner, Box, Card, Chip, Empty, ResourceView, SectionTitle, Words } from '@/components';
import { dayInWords, dayOf, link, now, scrollTo, useParams } from '@/platform';
import { useReloadOnShow, useResource } from '@/state';
import { Because } from '../desk/Because';
import { OfficerPage } from '../desk/OfficerPage';
import { comingInWords, labelOf, type Decision, type DistrictReadings, type Reading } from '../desk/reading-words';
import { Decide } from './Decide';
import { History } from './History';

/** One thing that the plan leaves open: what it says, what holds, what was and will be, and deciding it. */
function ReadingPage() {
  const { districtId = '', ruleId = '' } = useParams();
  const readings = useResource(
    () => api.get('/api/districts/{districtId}/readings', { path: { districtId } }),
    districtId,
  );
  useReloadOnShow(readings);
  const reading = readings.data?.items.find((one) => one.ruleId === ruleId);
  return (
    <OfficerPage
      title="本区规定"
      heading={reading?.subject ?? '本区规定'}
      lead={reading && `${readings.data?.district.name}，方案${reading.because[0]?.article}`}
      current="readings"
      parent={link('/officer/readings/index', { districtId })}
    >
      <ResourceView of={readings}>
        {(data) =>
          reading ? (
            <Shown readings={data} reading={reading} onChanged={readings.reload} />
          ) : (
            <Empty title="没有这一条">请从“本区规定”里点进来</Empty>
          )
        }
      </ResourceView>
    </OfficerPage>
  );
}

interface ShownProps {
  readings: DistrictReadings;
  reading: Reading;
  onChanged: () => Promise<void>;
}

function Shown({ readings, reading, onChanged }: ShownProps) {
  const [decided, setDecided] = useState<Decision | null>(null);
  const today = dayOf(now());
  return (
    <>
      <Box id="decided" aria={{ live: 'polite' }}>
        {decided && (
          <Banner meaning="done" title={`定好了：${dayInWords(decided.from, today)}起，${decided.label}`}>
            以前的事按当时的规定，不变
          </Banner>
        )}
      </Box>
      <Box className="desk__two">
        <Box className="desk__column">
          <Holds reading={reading} />
          <SectionTitle>方案怎么说</SectionTitle>
          <Because citations={reading.because} />
          <History reading={reading} />
        </Box>
        <Box className="desk__column">
          {readings.mayDecide ? (
            <Decide
              key={reading.history.length}
              districtId={readings.district.id}
              reading={reading}
              onDecided={async (decision) => {
                setDecided(decision);
                await onChanged();
                scrollTo('decided');
              }}
            />
          ) : (
            <Banner icon="info" title="这一条由区里来定">
              您看得到，改要找{readings.district.name}的工作人员
            </Banner>
          )}
        </Box>
      </Box>
    </>
  );
}

/** What holds today, and from when something else will. */
function Holds({ reading }: { reading: Reading }) {
  const { decision } = reading;
  const today = dayOf(now());
  return (
    <Card>
      <Box className="stack stack--tight">
        <Words className="note">现在</Words>
        <Words className="strong">{labelOf(reading, reading.current)}</Words>
        <Box>
          {decision ? (
            <Chip meaning="owed" icon="flag">
              本区定的，{dayInWords(decision.from, today)}起
            </Chip>
          ) : (
            <Chip meaning="excused" icon="book">
              按我们的理解
            </Chip>
          )}
        </Box>
        {comingInWords(reading, today).map((words) => (
          <Words key={words}>{words}</Words>
        ))}
        {reading.note && <Words className="note">{reading.note}</Words>}
      </Box>
    </Card>
  );
}

export default asPage(ReadingPage);
