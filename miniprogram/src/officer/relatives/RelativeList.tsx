import type { ReactNode } from 'react';
import { Box, Button, Choice, FieldError, SectionTitle, Words } from '@/components';

const MOST = 30;
const asked = [
  { value: 'yes', label: '问清楚了' },
  { value: 'no', label: '还没问' },
] as const;

interface RelativeListProps<Relative> {
  asked: 'yes' | 'no' | null;
  onAsked: (asked: 'yes' | 'no') => void;
  relatives: readonly Relative[];
  onChange: (relatives: Relative[]) => void;
  /** Nobody yet. */
  fresh: () => Relative;
  error: string | undefined;
  /** What is said while nobody has asked. */
  unasked: string;
  /** What is asked of one of them. */
  children: (relative: Relative, place: number, change: (changed: Relative) => void) => ReactNode;
}

/** 不清楚 is not 没有: who has no relatives may belong to a category, who was never asked does not. */
export function RelativeList<Relative extends { id: string }>(props: RelativeListProps<Relative>) {
  const { relatives, onChange, fresh, children } = props;
  const change = (changed: Relative) => onChange(relatives.map((one) => (one.id === changed.id ? changed : one)));
  return (
    <>
      <Choice label="亲属问过没有" columns={2} options={asked} value={props.asked} onChange={props.onAsked} />
      <FieldError error={props.error} />
      {props.asked === 'no' && <Words className="note">{props.unasked}</Words>}
      {props.asked === 'yes' && (
        <>
          {relatives.length === 0 && <Words className="note">一位也没有，就不用加</Words>}
          {relatives.map((relative, place) => (
            <Box key={relative.id} className="stack relative">
              <SectionTitle
                aside={
                  <Button
                    tone="quiet"
                    small
                    label={`去掉第 ${place + 1} 位`}
                    onPress={() => onChange(relatives.filter(({ id }) => id !== relative.id))}
                  >
                    去掉
                  </Button>
                }
              >
                第 {place + 1} 位
              </SectionTitle>
              {children(relative, place, change)}
            </Box>
          ))}
          {relatives.length < MOST && (
            <Button tone="line" icon="plus" onPress={() => onChange([...relatives, fresh()])}>
              加一位
            </Button>
          )}
        </>
      )}
    </>
  );
}
