import { Banner } from '@/components';
import { waitingHere } from '@/offline';
import { useSession } from '@/state';

/** Who should sign in again, and why: somebody else took their place, or what they wrote still waits on this device. */
export function Comeback() {
  const session = useSession();
  const former = session.status === 'out' ? session.former : undefined;
  return (
    <>
      {former !== undefined && (
        <Banner meaning="worry" title="这个浏览器里换了人登录" live>
          刚才这一页是{former}在用。{former}要接着办，请重新登录；填好的都还在
        </Banner>
      )}
      {waitingHere().map(({ accountId, name, count }) => (
        <Banner key={accountId} icon="clock" title={`${name || '有人'}有 ${count} 份探访记录没送出`}>
          存在这台设备里，不会算到别人名下。请{name || '填记录的人'}重新登录，登录后自动送出
        </Banner>
      ))}
    </>
  );
}
