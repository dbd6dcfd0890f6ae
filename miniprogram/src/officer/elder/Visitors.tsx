import { useState } from 'react';
import { api } from '@/api';
import { Banner, Box, Button, Card, Empty, RadioCards, ResourceView, Row, SectionTitle, Sheet } from '@/components';
import { dayInWords, dayOf, now } from '@/platform';
import { useAttempt, useResource, type Resource } from '@/state';
import { Failure } from '../desk/Failure';
import { Secret } from './Secret';

interface VisitorItem {
  accountId: string;
  name: string;
  phoneMasked: string | null;
  since: number;
}

type Visitors = Resource<{ items: VisitorItem[] }>;

/** Who goes to see the elder. */
export function Visitors({ elderId, may }: { elderId: string; may: boolean }) {
  const visitors = useResource(() => api.get('/api/elders/{id}/visitors', { path: { id: elderId } }), elderId);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <SectionTitle>探访员</SectionTitle>
      <ResourceView of={visitors}>
        {({ items }) => (
          <Card>
            <Box className="stack">
              {items.length === 0 && (
                <Banner meaning="worry" icon="walk" title="还没派人">
                  到了日子没人去，会算没见到
                </Banner>
              )}
              {items.map((visitor) => (
                <VisitorRow key={visitor.accountId} elderId={elderId} visitor={visitor} may={may} visitors={visitors} />
              ))}
              {may && (
                <Box>
                  <Button tone="line" small icon="user-plus" onPress={() => setAdding(true)}>
                    派一位探访员
                  </Button>
                </Box>
              )}
            </Box>
          </Card>
        )}
      </ResourceView>
      {adding && (
        <AssignSheet
          elderId={elderId}
          assigned={(visitors.data?.items ?? []).map(({ accountId }) => accountId)}
          onClose={() => setAdding(false)}
          onAssigned={() => {
            setAdding(false);
            void visitors.reload();
          }}
        />
      )}
    </>
  );
}

interface VisitorRowProps {
  elderId: string;
  visitor: VisitorItem;
  may: boolean;
  visitors: Visitors;
}

function VisitorRow({ elderId, visitor, may, visitors }: VisitorRowProps) {
  const [ending, setEnding] = useState(false);
  const { failure, run } = useAttempt();
  const { accountId, name, phoneMasked, since } = visitor;
  const path = { id: elderId, accountId };
  const end = async () => {
    if (!(await run(accountId, () => api.delete('/api/elders/{id}/visitors/{accountId}', { path })))) return;
    setEnding(false);
    await visitors.reload();
  };
  return (
    <Box>
      <Row
        title={name}
        detail={`${dayInWords(dayOf(since), dayOf(now()))}起`}
        trail={
          may && (
            <Button tone="quiet" small label={`不再派${name}`} onPress={() => setEnding(true)}>
              不再派
            </Button>
          )
        }
      />
      <Secret
        name="电话"
        look={(reason) => api.post('/api/elders/{id}/visitors/{accountId}/reveals', { path, body: { reason } })}
        masked={phoneMasked}
        whose={name}
        may={may}
      />
      <Sheet open={ending} title={`不再派${name}去？`} onClose={() => setEnding(false)}>
        <Box>以后名单上没有这位老人；去过的、还没传上来的记录照样收</Box>
        <Failure sentence={failure} />
        <Box className="pair">
          <Button tone="line" onPress={() => setEnding(false)}>
            还派
          </Button>
          <Button busyText="正在改" onPress={end}>
            不再派
          </Button>
        </Box>
      </Sheet>
    </Box>
  );
}

interface AssignSheetProps {
  elderId: string;
  assigned: readonly string[];
  onClose: () => void;
  onAssigned: () => void;
}

function AssignSheet({ elderId, assigned, onClose, onAssigned }: AssignSheetProps) {
  const candidates = useResource(
    () => api.get('/api/elders/{id}/visitors/candidates', { path: { id: elderId } }),
    elderId,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const { failure, run } = useAttempt();
  const assign = async () => {
    if (chosen === null) return;
    const path = { id: elderId };
    const went = await run(chosen, (id) =>
      api.post('/api/elders/{id}/visitors', { path, body: { id, accountId: chosen } }),
    );
    if (went) onAssigned();
  };
  return (
    <Sheet open title="派谁去？" onClose={onClose}>
      <ResourceView of={candidates}>
        {({ items }) => {
          const free = items.filter(({ id }) => !assigned.includes(id));
          return free.length === 0 ? (
            <Empty title="没有别的探访员了" />
          ) : (
            <RadioCards
              label="派谁去"
              value={chosen}
              onChange={setChosen}
              options={free.map(({ id, name, phoneMasked }) => ({
                value: id,
                title: name,
                ...(phoneMasked ? { detail: `电话 ${phoneMasked}` } : {}),
              }))}
            />
          );
        }}
      </ResourceView>
      <Failure sentence={failure} />
      <Button wide busyText="正在派" blocked={chosen === null && '请先选一位'} onPress={assign}>
        就派这一位
      </Button>
    </Sheet>
  );
}
