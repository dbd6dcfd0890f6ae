import { Input, Picker, Textarea, View } from '@tarojs/components';
import { Words } from '../element';
import type { FieldProps, TextFieldProps } from './field';
import { FieldCount, FieldError, fieldLook } from './FieldFrame';

const types = { text: 'text', phone: 'number', number: 'digit', 'id-number': 'idcard', search: 'text' } as const;

/** One line of text; a date is picked from WeChat's own wheels. */
export function TextField(props: TextFieldProps) {
  const { kind = 'text' } = props;
  return fieldLook(
    props.error,
    <>
      <FieldLabel {...props} />
      {kind === 'date' ? (
        <Picker mode="date" value={props.value} onChange={(event) => props.onChange(event.detail.value)}>
          <View id={props.id} className="field__input" {...spokenName(props)}>
            {props.value || props.placeholder || '请选日期'}
          </View>
        </Picker>
      ) : (
        <Input
          id={props.id}
          className="field__input"
          type={types[kind]}
          value={props.value}
          maxlength={props.maxLength ?? 200}
          placeholder={props.placeholder}
          placeholderClass="field__placeholder"
          confirmType={kind === 'search' ? 'search' : 'done'}
          onInput={(event) => props.onChange(event.detail.value)}
          onBlur={props.onBlur}
          onConfirm={props.onEnter}
          {...spokenName(props)}
        />
      )}
      <FieldError error={props.error} />
    </>,
  );
}

/** Several lines of text. */
export function TextArea(props: FieldProps) {
  return fieldLook(
    props.error,
    <>
      <FieldLabel {...props} />
      <Textarea
        id={props.id}
        className="field__input field__input--area"
        value={props.value}
        maxlength={props.maxLength ?? 1000}
        autoHeight
        disableDefaultPadding
        placeholder={props.placeholder}
        placeholderClass="field__placeholder"
        onInput={(event) => props.onChange(event.detail.value)}
        onBlur={props.onBlur}
        {...spokenName(props)}
      />
      <FieldCount value={props.value} maxLength={props.maxLength} />
      <FieldError error={props.error} />
    </>,
  );
}

/** The weapp cannot link a label to its input: the name goes onto the input itself. */
function spokenName({ label, hint, error }: FieldProps) {
  return { 'aria-label': [label, hint, error].filter(Boolean).join('，') };
}

function FieldLabel({ label, labelHidden, hint }: FieldProps) {
  return (
    <>
      {!labelHidden && <Words className="field__label">{label}</Words>}
      {hint && <Words className="field__hint">{hint}</Words>}
    </>
  );
}
