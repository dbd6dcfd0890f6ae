import { useState } from 'react';
import { RELATIONS, wordOf } from '@tanfang/shared';
import { api } from '@/api';
import { Banner, Box, Button, Card, Chip, Heading, SectionTitle, Words } from '@/components';
import { useAttempt } from '@/state';
import { Failure } from '../desk/Failure';
import type { ElderDetail } from '../desk/elder-words';
import { AddRelativeSheet } from './AddRelativeSheet';
import { InviteSheet } from './InviteSheet';
import { Secret } from './Secret';

type Relative = ElderDetail['relatives'][number];

interface RelativesProps {
  elder: ElderDetail;
  may: boolean;
  onChanged: () => Promise<void>;
}

/** Who belongs to the elder, who is told first, and the codes by which they join. */
export function Relatives({ elder, may, onChanged }: RelativesProps) {
  const [adding, setAdding] = useState(false);
  const { failure, run } = useAttempt();
  const complete = async () => {
    const body = { version: elder.version, relativesKnown: true };
    if (await run(body, () => api.patch('/api/elders/{id}', { path: { id: elder.id }, body }))) await onChanged();
  };
  return (
    <>
      <SectionTitle aside={`${elder.relatives.length} 位`}>亲属和同住的人</SectionTitle>
      {elder.firstContact === null && (
        <Banner meaning="worry" icon="user" title="没有第一联系人">
          出了事没人可打。{elder.relatives.length > 0 ? '请在下面选一位' : '请先登记亲属'}
        </Banner>
      )}
      <Card>
        <Box className="stack">
          {elder.relatives.length === 0 && (
            <Words>{elder.relativesKnown ? '问过了，没有亲属' : '还没有问过有没有亲属'}</Words>
          )}
          {elder.relatives.map((relative) => (
            <RelativeCard key={relative.id} elder={elder} relative={relative} may={may} onChanged={onChanged} />
          ))}
          <Failure sentence={failure} />
          {may && (
            <Box className="line line--wrap">
              <Button tone="line" small icon="plus" onPress={() => setAdding(true)}>
                加一位亲属
              </Button>
              {!elder.relativesKnown && (
                <Button tone="quiet" small busyText="正在记" onPress={complete}>
                  都登记全了
                </Button>
              )}
            </Box>
          )}
        </Box>
      </Card>
      <AddRelativeSheet elder={elder} open={adding} onClose={() => setAdding(false)} onAdded={onChanged} />
    </>
  );
}

interface RelativeCardProps extends RelativesProps {
  relative: Relative;
}

function RelativeCard({ elder, relative, may, onChanged }: RelativeCardProps) {
  const [inviting, setInviting] = useState(false);
  const { failure, run } = useAttempt();
  const name = async () => {
    const body = { relativeId: relative.id };
    const path = { id: elder.id };
    if (await run(body, () => api.put('/api/elders/{id}/first-contact', { path, body }))) await onChanged();
  };
  return (
    <Box className="relative">
      <Heading level={3}>
        {relative.name} <Words className="note">{relative.kinWord ?? wordOf(RELATIONS, relative.relation)}</Words>
      </Heading>
      <Box className="line line--wrap">
        {relative.firstContact && (
          <Chip meaning="owed" icon="star">
            第一联系人
          </Chip>
        )}
        {relative.livesWithElder && (
          <Chip meaning="excused" icon="home">
            同住
          </Chip>
        )}
        {relative.guardian && (
          <Chip meaning="excused" icon="shield">
            监护人
          </Chip>
        )}
      </Box>
      <Secret
        elderId={elder.id}
        relativeId={relative.id}
        field="relativePhone"
        name="电话"
        whose={relative.name}
        masked={relative.phoneMasked}
        may={may}
      />
      <Failure sentence={failure} />
      {may && (
        <Box className="line line--wrap">
          <Button tone="line" small icon="link" label={`给邀请码，${relative.name}`} onPress={() => setInviting(true)}>
            给邀请码
          </Button>
          {!relative.firstContact && (
            <Button tone="quiet" small busyText="正在改" label={`设为第一联系人，${relative.name}`} onPress={name}>
              设为第一联系人
            </Button>
          )}
        </Box>
      )}
      <InviteSheet elder={elder} relative={relative} open={inviting} onClose={() => setInviting(false)} />
    </Box>
  );
}
