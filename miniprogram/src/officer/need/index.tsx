import { useEffect, useState } from 'react';
import { PAUSE_DAYS_BACK } from '@tanfang/shared';
import { api } from '@/api';
import { asPage, Banner, Box, Button, Card, Chip, ResourceView, Row, SectionTitle, Skeleton } from '@/components';
import { addDays, dayOf, link, now, replace, useParams } from '@/platform';
import { hasRole, useAttempt, useMe, useReloadOnShow, useResource, type Resource } from '@/state';
import { Because } from '../desk/Because';
import { Failure } from '../desk/Failure';
import { LateChip, SeverityChip } from '../desk/NeedChips';
import { ballOf, kindOf, OUTCOMES, type OfficerNeedDetail } from '../desk/need-words';
import { OfficerPage } from '../desk/OfficerPage';
import { Paused } from '../pause/Paused';
import { CloseSheet } from './CloseSheet';
import { Evidence } from './Evidence';
import { History } from './History';

const LIST = '/officer/needs/index';
/** As the service takes at most. */
const LONGEST_NOTE = 500;

/** One need, as staff see it: what was seen, who has the ball, until when, what was done. */
function Need() {
  const { id = '' } = useParams();
  const resource = useResource(() => readAsOfficer(id), id);
  useReloadOnShow(resource);
  const need = resource.data;
  if (need && need !== 'family') return <Shown need={need} resource={resource} />;
  return (
    <OfficerPage title="需求" current="needs" parent={LIST}>
      <ResourceView of={resource}>{() => <ToFamily id={id} />}</ResourceView>
    </OfficerPage>
  );
}

/** An officer who is the elder's relative sees it as family, like any other relative. */
async function readAsOfficer(id: string): Promise<OfficerNeedDetail | 'family'> {
  const need = await api.get('/api/needs/{id}', { path: { id } });
  return need.view === 'officer' ? need : 'family';
}

function ToFamily({ id }: { id: string }) {
  useEffect(() => replace(link('/family/need/index', { id })), [id]);
  return <Skeleton />;
}

interface ShownProps {
  need: OfficerNeedDetail;
  resource: Resource<OfficerNeedDetail | 'family'>;
}

function Shown({ need, resource }: ShownProps) {
  const me = useMe();
  // The district acts only on what has come up to it.
  const may = hasRole(me, 'community', 'street') || (need.level === 'district' && hasRole(me, 'district'));
  const [closing, setClosing] = useState(false);
  const { failure, run } = useAttempt();
  const take = async () => {
    const taken = await run('acknowledge', (id) =>
      api.post('/api/needs/{id}/acknowledgements', { path: { id: need.id }, body: { id } }),
    );
    // When it failed because somebody else took it, the page shows who.
    void resource.reload();
    return taken;
  };
  const action =
    may && need.status === 'open' ? (
      <Button wide icon="hand" busyText="正在接" onPress={take}>
        我来跟进
      </Button>
    ) : may && need.status === 'acknowledged' ? (
      <Button wide icon="check" onPress={() => setClosing(true)}>
        办结
      </Button>
    ) : undefined;
  return (
    <OfficerPage
      title="需求"
      heading={need.title}
      lead={`${need.elder.name}，${kindOf(need)}`}
      current="needs"
      parent={LIST}
      action={action}
    >
      <Failure sentence={failure} />
      <Notes need={need} />
      <Box className="desk__two">
        <Box className="desk__column">
          <Evidence need={need} />
        </Box>
        <Box className="desk__column">
          {hasRole(me, 'community', 'street') && <Rests need={need} />}
          <History need={need} />
          <SectionTitle>老人</SectionTitle>
          <Card rows>
            <Row
              title={need.elder.name}
              note={need.elder.callName}
              detail="电话、亲属、探访员"
              to={link('/officer/elder/index', { id: need.elder.id })}
            />
          </Card>
          <SectionTitle>为什么这样派</SectionTitle>
          <Card>
            <Because citations={need.because} />
          </Card>
        </Box>
      </Box>
      <CloseSheet
        need={need}
        open={closing}
        onClose={() => setClosing(false)}
        onDone={() => {
          setClosing(false);
          void resource.reload();
        }}
      />
    </OfficerPage>
  );
}

/** Somebody was told at the door where the elder is: one tap from letting visits rest, once it is made sure of. */
function Rests({ need: { elder, status, evidence } }: { need: OfficerNeedDetail }) {
  const told = status === 'closed' ? undefined : evidence.find(({ heard }) => heard !== null);
  if (!told?.heard) return null;
  const [from, earliest] = [dayOf(told.seenAt), addDays(dayOf(now()), -PAUSE_DAYS_BACK)];
  const note = [...(told.words ?? '')].slice(0, LONGEST_NOTE).join('');
  return <Paused elder={elder} heard={{ reason: told.heard, from: from < earliest ? earliest : from, note }} />;
}

/** Whom nobody could find the family may be asked about, by a person; of their own conduct they hear nothing. */
function Held({ about }: { about: OfficerNeedDetail['matter'] }) {
  return about === 'no-answer' ? (
    <Banner meaning="worry" icon="eye-off" title="没有自动告诉家人">
      家人在手机上看不到。要问他们的，请您打电话，好好说
    </Banner>
  ) : (
    <Banner meaning="worry" icon="eye-off" title="这件事不告诉家人">
      请当面核实。家人在手机上看不到，打电话时也不要提
    </Banner>
  );
}

/** What must be known before anything is done. */
function Notes({ need }: { need: OfficerNeedDetail }) {
  return (
    <>
      <Box className="line line--wrap">
        <StatusChip need={need} />
        <SeverityChip severity={need.severity} />
        <LateChip need={need} />
      </Box>
      {need.heldFromFamily && need.status !== 'closed' && <Held about={need.matter} />}
      {need.firstContactMissing && (
        <Banner
          meaning="worry"
          icon="user-plus"
          title="名册里没有第一联系人"
          to={link('/officer/elder/index', { id: need.elder.id })}
        >
          先由社区办，请把第一联系人补上
        </Banner>
      )}
    </>
  );
}

function StatusChip({ need }: { need: OfficerNeedDetail }) {
  if (need.status === 'closed') return <Chip meaning="done">{OUTCOMES[need.outcome ?? 'done']}</Chip>;
  return (
    <Chip meaning={need.status === 'open' ? 'owed' : 'excused'} icon={need.status === 'open' ? 'flag' : 'user'}>
      {ballOf(need)}
    </Chip>
  );
}

export default asPage(Need);
