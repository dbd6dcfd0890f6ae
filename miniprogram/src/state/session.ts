import { api, onUnsigned, speakFor, type ReplyOf } from '@/api';
import {
  createStore,
  deviceName,
  keepToken,
  login,
  NetworkFailure,
  openedFromPhone,
  Problem,
  storage,
} from '@/platform';
import { forgetWhatWasRead } from '@/offline';
import { useStore } from './use-store';

export type Me = ReplyOf<'get', '/api/sessions/current'>;
export type Role = Me['roles'][number]['role'];

export type Session =
  | { status: 'unknown'; me: null }
  /** `replaced`: this page was somebody's until it met that another one is signed in. */
  | { status: 'out'; me: null; replaced?: true }
  | { status: 'in'; me: Me }
  /** The service could not be reached, so nobody knows yet. */
  | { status: 'unreachable'; me: null; error: unknown };

/** Who was signed in when this device last reached the service: so that the app opens without a network. */
const LAST = 'session.last';

const session = createStore<Session>({ status: 'unknown', me: null });

/** Asks the service who this is; on WeChat signs in without a question where nobody is signed in yet. */
export async function loadSession(): Promise<void> {
  try {
    if (openedFromPhone() && (await signInByWeChat())) return;
    known(await api.get('/api/sessions/current'));
  } catch (error) {
    // Whose tab it was has been seen to; what is kept of the other person is theirs.
    if (error instanceof Problem && error.code === 'session.other-account') return;
    if (error instanceof Problem && error.status === 401) forget();
    else if (error instanceof NetworkFailure || error instanceof Problem) {
      // Who was known stays known: offline is no reason to be asked again.
      if (session.get().status === 'in') return;
      const me = error instanceof NetworkFailure ? storage.read<Me>(LAST) : null;
      session.set(me ? { status: 'in', me } : { status: 'unreachable', me: null, error });
    } else throw error;
  }
}

let renewing: Promise<boolean> | null = null;

/** Signs in by WeChat without a question. False where there is no WeChat, or it will not say who this is. */
export function signInByWeChat(): Promise<boolean> {
  renewing ??= (async () => {
    const code = await login();
    if (code === null) return false;
    take(await api.post('/api/sessions/wechat', { body: { code, device: deviceName() } }));
    return true;
  })().finally(() => {
    renewing = null;
  });
  return renewing;
}

/** Signs in as one of the people of the demo's story. */
export async function signInAsPersona(persona: string): Promise<void> {
  take(await api.post('/api/demo/sessions', { body: { persona } }));
}

export async function signOut(): Promise<void> {
  await api.delete('/api/sessions/current');
  forget();
}

function take(reply: ReplyOf<'post', '/api/demo/sessions'>): void {
  keepToken(reply.token);
  known(reply.me);
}

function known(me: Me): void {
  storage.write(LAST, me);
  session.set({ status: 'in', me });
}

/** However the sign-in ended, by one's own hand or from afar: what was read on this device goes with it. */
function forget(): void {
  const former = session.get().me ?? storage.read<Me>(LAST);
  if (former) forgetWhatWasRead(former.account.id);
  keepToken(null);
  storage.remove(LAST);
  session.set({ status: 'out', me: null });
}

speakFor(() => session.get().me?.account.id ?? null);

onUnsigned(async ({ code }, accountId) => {
  if (code === 'session.other-account') {
    giveWay(accountId);
    return false;
  }
  // The call that signs in must not try to sign in itself.
  if (renewing) return false;
  keepToken(null);
  try {
    if (await signInByWeChat()) return true;
  } catch {
    // Falls through to signed out: the person is asked.
  }
  forget();
  return false;
});

/**
 * Somebody else signed in, in another tab of this browser: what is open here is not theirs. Their sign-in is left alone,
 * and a call that was still on its way for somebody who has left ends nobody's.
 */
function giveWay(accountId: string | null): void {
  const { me } = session.get();
  if (me && me.account.id === accountId) session.set({ status: 'out', me: null, replaced: true });
}

export function useSession(): Session {
  return useStore(session);
}

/** Who is signed in. For pages inside `asPage`, which shows them only then. */
export function useMe(): Me {
  const current = useStore(session);
  if (current.status !== 'in') throw new Error('useMe outside a signed-in page');
  return current.me;
}

/** Whether this person has one of these roles. */
export function hasRole(me: Me, ...roles: Role[]): boolean {
  return me.roles.some((each) => roles.includes(each.role));
}

/** For tests and for code outside components. */
export const currentSession = session.get;
