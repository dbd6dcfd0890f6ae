import type { ReactNode } from 'react';
import { classes } from '../classes';
import { Box, Words } from '../element';
import { Icon } from '../Icon';
import type { FieldProps } from './field';

/** Error sentence under a field, read out when it appears. */
export function FieldError({ id, error }: { id?: string; error: FieldProps['error'] }) {
  if (!error) return null;
  return (
    <Box id={id} className="field__error" aria={{ live: 'polite' }}>
      <Icon name="warn" />
      <Words>{error}</Words>
    </Box>
  );
}

/** How much room is left, once it gets short. */
export function FieldCount({ value, maxLength }: Pick<FieldProps, 'value' | 'maxLength'>) {
  if (!maxLength || value.length < maxLength * 0.8) return null;
  return (
    <Words className="field__count num">
      {value.length} / {maxLength}
    </Words>
  );
}

export function fieldLook(error: FieldProps['error'], children: ReactNode) {
  return <Box className={classes('field', error && 'field--wrong')}>{children}</Box>;
}
