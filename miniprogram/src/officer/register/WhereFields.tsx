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

/** The officer's own community; the street picks one of its communities. */
function Community({ draft, set, errors, me }: WhereFieldsProps) {
  const own = me.roles.find(({ role }) => role === 'community')?.division;
  const street = me.roles.find(({ role }) => role === 'street')?.division;
  if (own) {
    return (
      <Box>
        <Words className="strong">社区</Words>
        <Box>{own.name}</Box>
        <FieldError error={errors['communityId']} />
      </Box>
    );
  }
  return street ? <CommunityOfStreet streetId={street.id} draft={draft} set={set} errors={errors} /> : null;
}

function CommunityOfStreet({ streetId, draft, set, errors }: GroupProps & { streetId: string }) {
  const communities = useResource(() => api.get('/api/divisions', { query: { parent: streetId } }), streetId);
  return (
    <Box className="stack stack--tight">
      <Words className="strong">社区</Words>
      <ResourceView of={communities}>
        {({ items }) => (
          <Choice
            id="communityId"
            label="社区"
            columns={2}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.communityId}
            onChange={(communityId) => set({ ...draft, communityId })}
          />
        )}
      </ResourceView>
      <FieldError error={errors['communityId']} />
    </Box>
  );
}
