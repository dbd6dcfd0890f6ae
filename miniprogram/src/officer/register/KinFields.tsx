import { Box, Button, Card, Checkbox, Choice, FieldError, Heading, SectionTitle, Words } from '@/components';
import { newRelative, type RelativeDraft } from '../relatives/relative-draft';
import { RelativeFields } from '../relatives/RelativeFields';
import type { GroupProps } from './group';

const MOST = 30;
const asked = [
  { value: 'yes', label: '问清楚了' },
  { value: 'no', label: '还没问' },
] as const;

/** 不清楚 is not 没有: who has no relatives may belong to a category, who was never asked does not. */
export function KinFields({ draft, set, errors }: GroupProps) {
  const { relatives, firstContactId } = draft;
  const change = (changed: RelativeDraft) =>
    set({ ...draft, relatives: relatives.map((one) => (one.id === changed.id ? changed : one)) });
  const remove = (id: string) =>
    set({
      ...draft,
      relatives: relatives.filter((one) => one.id !== id),
      firstContactId: firstContactId === id ? null : firstContactId,
    });
  return (
    <Card>
      <Box className="stack" id="relatives">
        <Heading level={2}>亲属和同住的人</Heading>
        <Choice
          label="亲属问过没有"
          columns={2}
          options={asked}
          value={draft.relativesAsked}
          onChange={(relativesAsked) => set({ ...draft, relativesAsked })}
        />
        <FieldError error={errors['relatives'] ?? errors['firstContactId']} />
        {draft.relativesAsked === 'no' && <Words className="note">先登记，问清楚后在老人的页面上补</Words>}
        {draft.relativesAsked === 'yes' && (
          <>
            {relatives.length === 0 && <Words className="note">一位也没有，就不用加</Words>}
            {relatives.map((relative, place) => (
              <Box key={relative.id} className="stack relative">
                <SectionTitle
                  aside={
                    <Button tone="quiet" small onPress={() => remove(relative.id)}>
                      去掉
                    </Button>
                  }
                >
                  第 {place + 1} 位
                </SectionTitle>
                <RelativeFields
                  draft={relative}
                  onChange={change}
                  errorOf={(field) => errors[`relatives.${place}.${field}`]}
                />
                <Checkbox
                  checked={firstContactId === relative.id}
                  onChange={(on) => set({ ...draft, firstContactId: on ? relative.id : null })}
                >
                  第一联系人，有事先告诉
                </Checkbox>
              </Box>
            ))}
            {relatives.length < MOST && (
              <Button
                tone="line"
                icon="plus"
                onPress={() => set({ ...draft, relatives: [...relatives, newRelative()] })}
              >
                加一位
              </Button>
            )}
          </>
        )}
      </Box>
    </Card>
  );
}
