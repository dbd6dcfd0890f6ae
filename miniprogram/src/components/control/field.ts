export interface FieldProps {
  id?: string;
  label: string;
  /** Kept for the screen reader where the screen shows the question elsewhere. */
  labelHidden?: boolean;
  value: string;
  onChange: (value: string) => void;
  /** What a good answer looks like, under the label. */
  hint?: string;
  /** What is wrong, in words; turns the field to `worry`. */
  error?: string | null | undefined;
  placeholder?: string;
  /** Characters. */
  maxLength?: number;
  required?: boolean;
  onBlur?: () => void;
}

export interface TextFieldProps extends FieldProps {
  kind?: 'text' | 'phone' | 'number' | 'id-number' | 'date' | 'search';
  /** Search, done: what the keyboard's last key does. */
  onEnter?: () => void;
  /** HTML autocomplete token; off unless given, because it is somebody else's data that is typed in. */
  autoComplete?: string;
}
