import { Banner } from '@/components';
import { waitingHere } from '@/offline';
import { useSession } from '@/state';

/**
 * Why somebody should sign in again: another one took their place, or what they wrote still waits on this device. Names
 * nobody: whoever holds a shared device may be anybody until they have signed in.
 */
export function Comeback() {
  const session = useSession();
  const replaced = session.status === 'out' && session.replaced === true;
  const waiting = waitingHere();
  return (
    <>
      {replaced && (
        <Banner meaning="worry" title="这个浏览器里换了人登录" live>
          刚才这一页是另一个人在用。要接着办的，请自己重新登录；填好的都还在
        </Banner>
      )}
      {waiting > 0 && (
        <Banner icon="clock" title={`这台设备里有 ${waiting} 份探访记录没送出`}>
          谁填的算谁的，不会算到别人名下。请填记录的人重新登录，登录后自动送出
        </Banner>
      )}
    </>
  );
}
