import { useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { PromptHost } from './components/PromptHost';
import { forgetOtherDays } from './offline';
import { prepareRandom, stayAvailable, watchNetwork, watchPrivacy } from './platform';
import { loadCare } from './state';
import './styles/all';

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    // Ids are made offline too: the phone's randomness is fetched before anybody can have tapped anything.
    void prepareRandom();
    loadCare();
    forgetOtherDays();
    watchNetwork();
    watchPrivacy();
    stayAvailable();
  });
  return (
    <>
      {children}
      <PromptHost />
    </>
  );
}
