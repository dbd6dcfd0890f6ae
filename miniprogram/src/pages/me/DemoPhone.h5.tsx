import { Icon } from '@/components';
import type { Me } from '@/state';

/** In the demo: the way to the simulated phone on which this person gets messages. */
export function DemoPhone({ me }: { me: Me }) {
  if (!me.demo) return null;
  return (
    <a className="press row" href={me.demo.phoneUrl} target="_blank" rel="noreferrer">
      <span className="row__words">
        <span className="row__title">{me.account.name}的手机（演示）</span>
        <span className="row__detail">看看微信里收到了什么，会在新窗口打开</span>
      </span>
      <Icon name="next" className="row__more" />
    </a>
  );
}
