import { Box, Card, Checkbox, Heading } from '@/components';
import type { Asks } from '../desk/asks';
import { newRelative, type RelativeDraft } from '../relatives/relative-draft';
import { RelativeFields } from '../relatives/RelativeFields';
import { RelativeList } from '../relatives/RelativeList';
import type { GroupProps } from './group';

interface KinFieldsProps extends GroupProps {
  asks: Asks;
}

/** Who belongs to the elder, and who is told first. */
export function KinFields({ draft, set, errors, asks }: KinFieldsProps) {
  const { relatives, firstContactId } = draft;
  const change = (changed: RelativeDraft[]) => {
    const still = changed.some(({ id }) => id === firstContactId);
    set({ ...draft, relatives: changed, firstContactId: still ? firstContactId : null });
  };
  return (
    <Card>
      <Box className="stack" id="relatives">
        <Heading level={2}>亲属和同住的人</Heading>
        <RelativeList
          asked={draft.relativesAsked}
          onAsked={(relativesAsked) => set({ ...draft, relativesAsked })}
          relatives={relatives}
          onChange={change}
          fresh={newRelative}
          error={errors['relatives'] ?? errors['firstContactId']}
          unasked="先登记，问清楚后在老人的页面上补"
        >
          {(relative, place, onChange) => (
            <>
              <RelativeFields
                draft={relative}
                onChange={onChange}
                errorOf={(field) => errors[`relatives.${place}.${field}`]}
                asks={asks}
              />
              <Checkbox
                checked={firstContactId === relative.id}
                onChange={(on) => set({ ...draft, firstContactId: on ? relative.id : null })}
              >
                第一联系人，有事先告诉
              </Checkbox>
            </>
          )}
        </RelativeList>
      </Box>
    </Card>
  );
}
