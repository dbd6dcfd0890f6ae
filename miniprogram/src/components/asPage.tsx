import { useEffect, type ComponentType } from 'react';
import { link, online, restart } from '@/platform';
import { currentAddress } from '@/platform/navigate';
import { loadSession, useSession, useStore } from '@/state';
import { Boundary } from './Boundary';
import { Page } from './Page';
import { Skeleton } from './Skeleton';
import { ErrorState } from './Told';

/**
 * Makes a page of a component: shown only to somebody signed in (others are sent to sign in and come back here), with a
 * net under it. `open: true` for pages anybody may see.
 */
export function asPage(Content: ComponentType, { open = false }: { open?: boolean } = {}) {
  return function PageGate() {
    const content = (
      <Boundary>
        <Content />
      </Boundary>
    );
    return open ? content : <SignedIn>{content}</SignedIn>;
  };
}

let leaving = false;

/** Every page of the stack notices at once that nobody is signed in; one of them leads away, and all of them close. */
function leave(): void {
  if (leaving) return;
  leaving = true;
  setTimeout(() => (leaving = false));
  restart(link('/pages/sign-in/index', { then: currentAddress() }));
}

function SignedIn({ children }: { children: JSX.Element }) {
  const session = useSession();
  const connected = useStore(online);
  const { status } = session;
  useEffect(() => {
    if (status === 'unknown' || (status === 'unreachable' && connected)) void loadSession();
    // A failed attempt is repeated when the network returns, or by the button below; not at once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [status === 'unknown', connected]);
  useEffect(() => {
    if (status === 'out') leave();
  }, [status]);
  if (session.status === 'in') return children;
  return (
    <Page title="" root>
      {session.status === 'unreachable' ? <ErrorState error={session.error} onRetry={loadSession} /> : <Skeleton />}
    </Page>
  );
}
