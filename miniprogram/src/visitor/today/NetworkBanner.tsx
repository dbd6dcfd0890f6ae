import { Banner } from '@/components';
import { emergencies, noAnswers, outbox } from '@/offline';
import { clockTime, online } from '@/platform';
import { useStore } from '@/state';
import { useReloadWhenBack } from '../visit/use-reload-when-back';
import { useReloadWhenReceived } from '../visit/use-reload-when-received';
import type { DayList } from '../visit/worklist';

interface NetworkBannerProps {
  list: DayList | undefined;
  onReload: () => Promise<void>;
}

/** Being without a network is neither a fault nor a danger: what works, and what waits. */
export function NetworkBanner({ list, onReload }: NetworkBannerProps) {
  const connected = useStore(online);
  const { items, sending } = useStore(outbox);
  const told = [...useStore(noAnswers.waiting), ...useStore(emergencies.waiting)];
  useReloadWhenBack(onReload);
  useReloadWhenReceived(onReload);
  const refused = [
    ...items.filter((item) => item.refused !== null || item.files.some((file) => file.refused)),
    ...told.filter((item) => item.refused !== null),
  ].length;
  const waiting = items.length + told.length - refused;
  const records = '/visitor/records/index';
  if (refused > 0)
    return (
      <Banner meaning="worry" title={`${refused} 份没被收下`} to={records} live>
        点开看看为什么，填的都还在
      </Banner>
    );
  if (!connected || list?.kept)
    return (
      <Banner icon="offline" title="现在没有网，照样能探访" {...(waiting > 0 ? { to: records } : {})} live>
        {waiting > 0 ? `${waiting} 份记录存好了，有网自动送出` : '填的先存在手机里，有网自动送出'}
        {list?.kept && `。名单是 ${clockTime(list.at)} 的`}
      </Banner>
    );
  if (waiting === 0) return null;
  return (
    <Banner
      icon="send"
      title={sending === null ? `${waiting} 份记录等着送出` : `正在送 ${waiting} 份记录`}
      to={records}
      live
    >
      可以接着探访，会自己送完
    </Banner>
  );
}
