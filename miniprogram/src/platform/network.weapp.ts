import Taro from '@tarojs/taro';
import { createStore } from './store';

/** Whether the phone says it has a network. Never proof that the service can be reached. */
export const online = createStore(true);

export function watchNetwork(): void {
  void Taro.getNetworkType().then(({ networkType }) => online.set(networkType !== 'none'));
  Taro.onNetworkStatusChange(({ isConnected }) => online.set(isConnected));
}
