import { useState } from 'react';
import { isOutsider, RELATIONS, wordOf } from '@tanfang/shared';
import { api } from '@/api';
import { Banner, Box, Button, Card, Chip, Heading, SectionTitle, Words } from '@/components';
import { useAttempt } from '@/state';
import type { Asks } from '../desk/asks';
import { Failure } from '../desk/Failure';
import type { ElderDetail } from '../desk/elder-words';
import { AddRelativeSheet } from './AddRelativeSheet';
import { Away } from './Away';
import { ChangeRelativeSheet } from './ChangeRelativeSheet';
import { InviteSheet } from './InviteSheet';
import { lookAt, Secret } from './Secret';

type Relative = ElderDetail['relatives'][number];

interface RelativesProps {
  elder: ElderDetail;
  /** What the plan has asked. */
  asks: Asks;
  may: boolean;
  onChanged: () => Promise<void>;
}

/** Who belongs to the elder, who is told first, and the codes by which they join. */
export function Relatives({ elder, asks, may, onChanged }: RelativesProps) {
  const [adding, setAdding] = useState(false);
  const { failure, run } = useAttempt();
  const complete = async () => {
    const body = { version: elder.version, relativesKnown: true };
    if (await run(body, () => api.patch('/api/elders/{id}', { path: { id: elder.id }, body }))) await onChanged();
  };
  return (
    <>
      <SectionTitle aside={`${elder.relatives.length} 位`}>亲属和同住的人</SectionTitle>
      <ContactGap elder={elder} />
      <Card>
        <Box className="stack">
          {elder.relatives.length === 0 && (
            <Words>{elder.relativesKnown ? '问过了，没有亲属' : '还没有问过有没有亲属'}</Words>
          )}
          {elder.relatives.map((relative) => (
            <RelativeCard
              key={relative.id}
              elder={elder}
              asks={asks}
              relative={relative}
              may={may}
              onChanged={onChanged}
            />
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
      <AddRelativeSheet elder={elder} asks={asks} open={adding} onClose={() => setAdding(false)} onAdded={onChanged} />
    </>
  );
}

/** What has to be done so that somebody is told first, as far as the plan says it. */
const GAPS: Record<NonNullable<ElderDetail['firstContactGap']>, string> = {
  'relatives-unknown': '还没问过有哪些亲属，请先问清楚',
  'choose-child': '按方案由子女担任，问过他们以后在下面选一位',
  'not-a-child': '现在登记的不是子女，按方案有子女的由子女担任，请在下面改',
  'choose-household': '没有子女，同住的不止一位，请在下面选一位',
  'not-in-household': '现在登记的没有住在一起，没有子女的由同住的人担任，请在下面改',
  'committee-to-name': '没有子女，也没有人同住，请居（村）委会定一位，登记在下面',
};

function ContactGap({ elder }: { elder: ElderDetail }) {
  const { firstContact, firstContactGap: gap, relatives } = elder;
  if (firstContact !== null && gap === null) return null;
  const otherwise = relatives.length > 0 ? '请在下面选一位' : '请先登记亲属';
  return (
    <Banner meaning="worry" icon="user" title={firstContact === null ? '没有第一联系人' : '第一联系人要再问问'}>
      {firstContact === null && '出了事没人可打。'}
      {gap === null ? otherwise : GAPS[gap]}
    </Banner>
  );
}

interface RelativeCardProps extends RelativesProps {
  relative: Relative;
}

function RelativeCard({ elder, asks, relative, may, onChanged }: RelativeCardProps) {
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState(false);
  const { failure, run } = useAttempt();
  const outsider = isOutsider(relative.relation);
  // A neighbour is named only where the plan has the committee name somebody.
  const mayName = !outsider || elder.firstContactGap === 'committee-to-name';
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
        {relative.emergencyContact && (
          <Chip meaning="excused" icon="phone">
            紧急联系人
          </Chip>
        )}
        {relative.guardian && (
          <Chip meaning="excused" icon="shield">
            监护人
          </Chip>
        )}
      </Box>
      <Away elderId={elder.id} relative={relative} may={may} onChanged={onChanged} />
      <Secret
        look={lookAt(elder.id, 'relativePhone', relative.id)}
        name="电话"
        whose={relative.name}
        masked={relative.phoneMasked}
        may={may}
      />
      <Failure sentence={failure} />
      {may && (
        <Box className="line line--wrap">
          <Button tone="line" small icon="pen" label={`改情况，${relative.name}`} onPress={() => setChanging(true)}>
            改情况
          </Button>
          {!outsider && (
            <Button
              tone="line"
              small
              icon="link"
              label={`给邀请码，${relative.name}`}
              onPress={() => setInviting(true)}
            >
              给邀请码
            </Button>
          )}
          {!relative.firstContact && mayName && (
            <Button tone="quiet" small busyText="正在改" label={`设为第一联系人，${relative.name}`} onPress={name}>
              设为第一联系人
            </Button>
          )}
        </Box>
      )}
      {changing && (
        <ChangeRelativeSheet
          elder={elder}
          relative={relative}
          asks={asks}
          onClose={() => setChanging(false)}
          onChanged={onChanged}
        />
      )}
      <InviteSheet elder={elder} relative={relative} open={inviting} onClose={() => setInviting(false)} />
    </Box>
  );
}
