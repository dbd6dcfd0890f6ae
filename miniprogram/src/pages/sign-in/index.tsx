import { asPage, Page } from '@/components';
import { restart, useParams } from '@/platform';
import { Comeback } from './Comeback';
import { SignInWays } from './SignInWays';

/** Signing in; afterwards to where somebody wanted to go, or to where their day begins. */
function SignIn() {
  const { then } = useParams();
  const goOn = () => restart(safeAddress(then));
  return (
    <Page title="探访关爱" root>
      <Comeback />
      <SignInWays onSignedIn={goOn} />
    </Page>
  );
}

/** Only pages of this app: the address may have come with a link. */
function safeAddress(then: string | undefined): string {
  const own = then !== undefined && /^\/(visitor|family|officer|pages)\/[\w/-]+(\?|$)/.test(then);
  // Whoever signs in after somebody has left wants the beginning of a day, not the page on which the other one left.
  return own && !/^\/pages\/(sign-in|me)\//.test(then) ? then : '/pages/landing/index';
}

export default asPage(SignIn, { open: true });
