import type { ReactNode } from 'react';
import { Box, Button, Choice, FieldError, TextField, Words } from '@/components';

interface AskedProps {
  label: string;
  error?: string | undefined;
  /** Takes the answer back: nobody knows is an answer too. */
  clear?: (() => void) | false;
  children: ReactNode;
}

/** A question above its choices. */
export function Asked({ label, error, clear, children }: AskedProps) {
  return (
    <Box className="stack stack--tight">
      <Box className="line line--apart">
        <Words className="strong">{label}</Words>
        {clear && (
          <Button tone="quiet" small label={`${label}，改成不清楚`} onPress={clear}>
            改成不清楚
          </Button>
        )}
      </Box>
      {children}
      <FieldError error={error} />
    </Box>
  );
}

interface AskedChoiceProps<Value extends string> {
  id?: string;
  label: string;
  error?: string | undefined;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Takes the answer back, with all that hangs on it; left out, it cannot be. */
  onClear?: () => void;
}

/** A question with one answer, or none as long as nobody knows. */
export function AskedChoice<Value extends string>({ error, onClear, ...choice }: AskedChoiceProps<Value>) {
  return (
    <Asked label={choice.label} error={error} clear={choice.value !== null && onClear}>
      <Choice columns={2} {...choice} />
    </Asked>
  );
}

interface AskedDayProps {
  label: string;
  hint: string;
  error?: string | undefined;
  /** Empty as long as nobody knows. */
  value: string;
  onChange: (value: string) => void;
}

/** A question about a day, whose answer can be taken back: WeChat's wheels know no empty day. */
export function AskedDay({ label, hint, error, value, onChange }: AskedDayProps) {
  return (
    <Asked label={label} clear={value !== '' && (() => onChange(''))}>
      <Words className="note">{hint}</Words>
      <TextField label={label} labelHidden kind="date" value={value} onChange={onChange} error={error} />
    </Asked>
  );
}
