import { Problem, request, upload } from '@/platform';
import type { paths } from './schema';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Operation<M extends Method, P extends keyof paths> = M extends keyof paths[P] ? NonNullable<paths[P][M]> : never;
/** The paths that have this method. */
export type PathsWith<M extends Method> = {
  [P in keyof paths]: [Operation<M, P>] extends [never] ? never : P;
}[keyof paths];

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Success<T> = T extends { responses: infer Replies }
  ? Json<Replies[Extract<keyof Replies, 200 | 201 | 202 | 204>]>
  : never;

/** What the service answers, e.g. `ReplyOf<'get', '/api/worklist'>`. */
export type ReplyOf<M extends Method, P extends PathsWith<M>> = Success<Operation<M, P>>;
/** What the service takes, e.g. `BodyOf<'post', '/api/visits'>`. */
export type BodyOf<M extends Method, P extends PathsWith<M>> =
  Operation<M, P> extends { requestBody?: infer Body } ? Json<NonNullable<Body>> : undefined;

type Parameters<M extends Method, P extends keyof paths, In extends 'path' | 'query'> =
  Operation<M, P> extends {
    parameters: { [key in In]?: infer Value };
  }
    ? Value
    : never;

/** Required where the contract requires something in it, optional or forbidden elsewhere. */
type Part<Name extends string, Value> = [Exclude<Value, undefined>] extends [never]
  ? { [key in Name]?: undefined }
  : undefined extends Value
    ? { [key in Name]?: Value }
    : Record<never, never> extends Value
      ? { [key in Name]?: Value }
      : { [key in Name]: Value };

/** Whose call it is. Left out: of whoever is signed in now; given where it was written earlier, and waited. */
interface Meant {
  accountId?: string;
}

type Options<M extends Method, P extends PathsWith<M>> = Part<'path', Parameters<M, P, 'path'>> &
  Part<'query', Parameters<M, P, 'query'>> &
  Part<'body', BodyOf<M, P>> &
  Meant;

type Arguments<M extends Method, P extends PathsWith<M>> =
  Record<never, never> extends Options<M, P> ? [options?: Options<M, P>] : [options: Options<M, P>];

/**
 * Called when the service does not know who this is, or knows somebody else than the account the call was meant for; true
 * when it may be asked once more. Set by the session.
 */
type Unsigned = (refusal: Problem, accountId: string | null) => Promise<boolean>;
let unsigned: Unsigned = () => Promise.resolve(false);
export function onUnsigned(handler: Unsigned): void {
  unsigned = handler;
}

/** The account that is signed in here as far as this page knows; the service may know better. Set by the session. */
let signedIn: () => string | null = () => null;
export function speakFor(account: () => string | null): void {
  signedIn = account;
}

interface LooseOptions extends Meant {
  path?: Record<string, unknown> | undefined;
  query?: Record<string, string | number | boolean | null | undefined> | undefined;
  body?: unknown;
}

/** Puts the path's parameters in their places: `/api/needs/{id}` → `/api/needs/01J…`. */
export function fillPath(path: string, values: Record<string, unknown> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name])));
}

async function call(method: Method, path: string, options: LooseOptions = {}): Promise<unknown> {
  const accountId = options.accountId ?? signedIn();
  const wire = {
    method: method.toUpperCase() as Uppercase<Method>,
    path: fillPath(path, options.path),
    query: options.query ?? {},
    body: options.body,
    accountId,
  };
  return withSession(accountId, async () => (await request(wire)).body ?? undefined);
}

/** A sign-in that ran out is renewed where that is possible without asking, and the call made once more. */
async function withSession<T>(accountId: string | null, attempt: () => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    if (!(await unsigned(error, accountId))) throw error;
    return attempt();
  }
}

function verb<M extends Method>(method: M) {
  return <P extends PathsWith<M>>(path: P, ...[options]: Arguments<M, P>): Promise<ReplyOf<M, P>> =>
    call(method, path, options as LooseOptions | undefined) as Promise<ReplyOf<M, P>>;
}

/**
 * The service, typed by its contract. Every call rejects with `Problem` (the service said no) or `NetworkFailure`
 * (nothing came back: it may or may not have acted, so repeat with the same id).
 */
export const api = {
  get: verb('get'),
  post: verb('post'),
  put: verb('put'),
  patch: verb('patch'),
  delete: verb('delete'),
  /** Sends one picture of a visit; sending it again changes nothing. */
  sendVisitFile: (
    visitId: string,
    { sha256, bytes, type }: { sha256: string; bytes: Uint8Array; type: 'image/jpeg' | 'image/png' },
    { accountId = signedIn() }: { accountId?: string | null } = {},
  ) =>
    withSession(accountId, () =>
      upload(fillPath('/api/visits/{id}/files/{sha256}', { id: visitId, sha256 }), bytes, type, accountId),
    ),
};
