import { classes } from './classes';
import { Box, type ElementProps } from './element';

/** A white card. `sun` is warm (parent, points), `flat` has only an outline, `rows` holds Rows without extra space. */
export function Card({ look, rows, className, ...rest }: ElementProps & { look?: 'sun' | 'flat'; rows?: boolean }) {
  return <Box {...rest} className={classes('card', look && `card--${look}`, rows && 'card--rows', className)} />;
}
