import { Button } from '@/components';
import { request } from '@/platform';
import type { Me } from '@/state';

interface PhoneCodeButtonProps {
  me: Me;
  onCode: (code: string | null) => Promise<void>;
  children: string;
}

/** A browser has no button of WeChat's: in the demo the simulated phone is asked instead, elsewhere there is none. */
export function PhoneCodeButton({ me, onCode, children }: PhoneCodeButtonProps) {
  const { demo } = me;
  if (!demo) return null;
  const ask = async () => onCode(await codeFrom(demo.worldUrl));
  return (
    <Button tone="line" small busyText="正在绑定" onPress={ask}>
      {children}
    </Button>
  );
}

async function codeFrom(worldUrl: string): Promise<string | null> {
  try {
    const { body } = await request({ method: 'POST', path: `${worldUrl}/phone-codes`, body: {} });
    const { code } = (body ?? {}) as { code?: unknown };
    return typeof code === 'string' ? code : null;
  } catch {
    return null;
  }
}
