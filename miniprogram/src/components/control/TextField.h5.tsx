import { useId, type HTMLAttributes, type InputHTMLAttributes } from 'react';
import { classes } from '../classes';
import type { FieldProps, TextFieldProps } from './field';
import { FieldCount, FieldError, fieldLook } from './FieldFrame';

type Native = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'inputMode' | 'enterKeyHint'>;

const natives: Record<NonNullable<TextFieldProps['kind']>, Native> = {
  text: { type: 'text' },
  phone: { type: 'tel', inputMode: 'tel' },
  number: { type: 'text', inputMode: 'decimal' },
  'id-number': { type: 'text', inputMode: 'text' },
  date: { type: 'date' },
  search: { type: 'search', enterKeyHint: 'search' },
};

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { kind = 'text', onEnter } = props;
  const { ids, attributes } = useFieldAttributes(props);
  return fieldLook(
    props.error,
    <>
      <FieldLabel {...props} ids={ids} />
      <input
        {...natives[kind]}
        {...attributes}
        className="field__input"
        value={props.value}
        autoComplete={props.autoComplete ?? 'off'}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          // The Enter that ends a Chinese input method's composition is not an Enter.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) onEnter?.();
        }}
      />
      <FieldError id={ids.error} error={props.error} />
    </>,
  );
}

/** Several lines of text; grows with a handle, scrolls inside. */
export function TextArea(props: FieldProps) {
  const { ids, attributes } = useFieldAttributes(props);
  return fieldLook(
    props.error,
    <>
      <FieldLabel {...props} ids={ids} />
      <textarea
        {...attributes}
        className="field__input field__input--area"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <FieldCount value={props.value} maxLength={props.maxLength} />
      <FieldError id={ids.error} error={props.error} />
    </>,
  );
}

interface FieldIds {
  input: string;
  hint: string;
  error: string;
}

function useFieldAttributes(props: FieldProps) {
  const own = useId();
  const input = props.id ?? own;
  const ids: FieldIds = { input, hint: `${input}-hint`, error: `${input}-error` };
  const described = [props.hint && ids.hint, props.error && ids.error].filter(Boolean).join(' ');
  const attributes: HTMLAttributes<HTMLElement> & { maxLength?: number | undefined; placeholder?: string | undefined } =
    {
      id: input,
      placeholder: props.placeholder,
      maxLength: props.maxLength,
      onBlur: props.onBlur,
      'aria-invalid': props.error ? true : undefined,
      'aria-required': props.required || undefined,
      'aria-describedby': described || undefined,
    };
  return { ids, attributes };
}

function FieldLabel({ label, labelHidden, hint, ids }: FieldProps & { ids: FieldIds }) {
  return (
    <>
      <label htmlFor={ids.input} className={classes(labelHidden ? 'spoken' : 'field__label')}>
        {label}
      </label>
      {hint && (
        <span id={ids.hint} className="field__hint">
          {hint}
        </span>
      )}
    </>
  );
}
