import { api, type ReplyOf } from '@/api';
import { Box, Card, Choice, FieldError, Heading, ResourceView, TextField, Words } from '@/components';
import { useResource, type Me } from '@/state';
import type { GroupProps } from './group';

export type Division = ReplyOf<'get', '/api/divisions'>['items'][number];

interface WhereFieldsProps extends GroupProps {
  me: Me;
}

export function WhereFields({ draft, set, errors, me }: WhereFieldsProps) {
  return (
    <Card>
      <Box className="stack">
        <Heading level={2}>住在哪里</Heading>
        <Community draft={draft} set={set} errors={errors} me={me} />
        <TextField
          id="address"
          label="住址"
          hint="社区以下写全，如：3 号楼 2 单元 301"
          value={draft.address}
          onChange={(address) => set({ ...draft, address })}
          error={errors['address']}
          maxLength={120}
          required
        />
        <TextField
          id="place"
          label="楼栋单元（探访名单上看得到）"
          hint="不写门牌号，如：3 号楼 2 单元"
          value={draft.place}
          onChange={(place) => set({ ...draft, place })}
          error={errors['place']}
          maxLength={40}
        />
      </Box>
    </Card>
  );
}

export function ownCommunities({ roles }: Me): Named[] {
  return roles.flatMap(({ role, division }) => (role === 'community' && division ? [division] : []));
}

/** The officer's own community, or which of several; the street picks one of its communities. */
function Community({ draft, set, errors, me }: WhereFieldsProps) {
  const own = ownCommunities(me);
  const street = me.roles.find(({ role }) => role === 'street')?.division;
  const among = (communities: readonly Named[]) => (
    <Choice
      id="communityId"
      label="社区"
      columns={2}
      options={communities.map(({ id, name }) => ({ value: id, label: name }))}
      value={draft.communityId}
      onChange={(communityId) => set({ ...draft, communityId })}
    />
  );
  return (
    <Box className="stack stack--tight">
      <Words className="strong">社区</Words>
      {own.length === 1 && <Box>{own[0]!.name}</Box>}
      {own.length > 1 && among(own)}
      {own.length === 0 && street && <OfStreet streetId={street.id}>{among}</OfStreet>}
      <FieldError error={errors['communityId']} />
    </Box>
  );
}

type Named = Pick<Division, 'id' | 'name'>;

function OfStreet({ streetId, children }: { streetId: string; children: (found: readonly Named[]) => JSX.Element }) {
  const communities = useResource(() => api.get('/api/divisions', { query: { parent: streetId } }), streetId);
  return <ResourceView of={communities}>{({ items }) => children(items)}</ResourceView>;
}
