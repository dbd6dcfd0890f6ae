import Taro from '@tarojs/taro';
import { createStore } from './store';

type Answer = { event: 'agree'; buttonId: string } | { event: 'disagree' };

/** Whether WeChat waits for an answer about the privacy guide. */
export const pendingPrivacy = createStore(false);
let resolvePending: ((answer: Answer) => void) | null = null;

/** From now on WeChat's question about the privacy guide is asked by components/PrivacySheet. */
export function watchPrivacy(): void {
  const wechat = Taro as unknown as {
    onNeedPrivacyAuthorization?: (listener: (resolve: typeof resolvePending) => void) => void;
  };
  wechat.onNeedPrivacyAuthorization?.((resolve) => {
    // Two questions at once: the earlier one is answered no, its caller may ask again.
    resolvePending?.({ event: 'disagree' });
    resolvePending = resolve;
    pendingPrivacy.set(true);
  });
}

export function answerPrivacy(answer: Answer): void {
  pendingPrivacy.set(false);
  resolvePending?.(answer);
  resolvePending = null;
}

export function openPrivacyContract(): void {
  (Taro as unknown as { openPrivacyContract?: (option: object) => void }).openPrivacyContract?.({});
}
