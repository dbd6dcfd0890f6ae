import type { ReactNode } from 'react';
import { Box, Heading, Pressable, Words } from '../element';
import { Icon } from '../Icon';
import { meaningIcon } from '../meaning';

export interface SheetProps {
  open: boolean;
  title: string;
  /** 紧急求助 is the only red one. */
  tone?: 'danger' | undefined;
  /** Called for the cross, the scrim and Escape. Without it the sheet can only be left by its own buttons. */
  onClose?: (() => void) | undefined;
  closeLabel?: string | undefined;
  children: ReactNode;
}

type SheetHeadProps = Omit<SheetProps, 'open' | 'children'> & { titleId: string | undefined };

export function SheetHead({ titleId, title, tone, onClose, closeLabel = '关闭' }: SheetHeadProps) {
  return (
    <Box className="sheet__head">
      {titleId === undefined ? (
        <Heading level={2} className={tone && 'is-danger'}>
          {title}
        </Heading>
      ) : (
        <FocusableTitle id={titleId} title={title} tone={tone} />
      )}
      {onClose && (
        <Pressable className="sheet__close" onPress={onClose} aria={{ label: closeLabel }}>
          <Icon name={tone ? 'down' : 'x'} />
        </Pressable>
      )}
    </Box>
  );
}

/** Takes the focus when the sheet opens; not in the tab order. */
function FocusableTitle({ id, title, tone }: { id: string; title: string; tone: SheetProps['tone'] }) {
  return (
    <h2 id={id} tabIndex={-1} className={`sheet__title h2 ${tone ? 'is-danger line' : ''}`}>
      {tone && <Icon name={meaningIcon[tone]} />}
      <Words>{title}</Words>
    </h2>
  );
}
