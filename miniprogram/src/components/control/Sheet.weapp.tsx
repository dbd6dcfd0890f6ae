import { View } from '@tarojs/components';
import { Box } from '../element';
import { spoken } from '../element/spoken';
import { SheetHead, type SheetProps } from './SheetHead';

/** One question over the page. */
export function Sheet({ open, title, tone, onClose, closeLabel, children }: SheetProps) {
  if (!open) return null;
  return (
    <>
      {/* catchMove keeps the page behind from scrolling. */}
      <View className="scrim" catchMove onClick={onClose} {...spoken({ hidden: true })} />
      <View className="sheet" {...spoken({ role: 'dialog', modal: true, label: title })}>
        <Box className="sheet__grab" />
        <SheetHead titleId={undefined} title={title} tone={tone} onClose={onClose} closeLabel={closeLabel} />
        {children}
      </View>
    </>
  );
}
