import { useState } from 'react';
import { api } from '@/api';
import { Row } from '@/components';
import { NetworkFailure, Problem } from '@/platform';
import { loadSession, type Me } from '@/state';
import { PhoneCodeButton } from './PhoneCodeButton';

/** The number by which the community reaches this person; taken over from WeChat, never typed in. */
export function PhoneNumber({ me }: { me: Me }) {
  const [failure, setFailure] = useState<string | null>(null);
  const { phoneMasked } = me.account;
  const bind = async (code: string | null) => {
    setFailure(code === null ? '没拿到手机号，可以以后再绑' : null);
    if (code === null) return;
    try {
      await api.post('/api/phone-bindings', { body: { code } });
      await loadSession();
    } catch (error) {
      setFailure(error instanceof Problem || error instanceof NetworkFailure ? error.message : '没绑上，请再点一次');
    }
  };
  return (
    <Row
      title="手机号"
      detail={failure ?? phoneMasked ?? '绑上以后，急事找得到您'}
      trail={
        <PhoneCodeButton me={me} onCode={bind}>
          {phoneMasked === null ? '绑定' : '换一个'}
        </PhoneCodeButton>
      }
    />
  );
}
