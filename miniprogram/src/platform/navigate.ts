import Taro, { useRouter } from '@tarojs/taro';
import { link } from './link';

/** WeChat refuses an eleventh page on the stack. */
const DEEPEST = 10;

/** Opens a page above this one; with a full stack it takes this one's place. */
export function go(url: string): void {
  if (Taro.getCurrentPages().length >= DEEPEST) replace(url);
  else void Taro.navigateTo({ url });
}

/** Opens a page in this one's place: there is no way back here. */
export function replace(url: string): void {
  void Taro.redirectTo({ url });
}

/** Closes everything and opens a page: tabs, signing in and out. */
export function restart(url: string): void {
  void Taro.reLaunch({ url });
}

/** What a link does; see `LinkTo`. */
export function open(url: string, how?: 'replace' | 'restart'): void {
  if (how === 'replace') replace(url);
  else if (how === 'restart') restart(url);
  else go(url);
}

/** One page back, or to `otherwise` when this page was opened directly (a message, a code, a bookmark). */
export function back(otherwise = '/pages/landing/index'): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else restart(otherwise);
}

/** The parameters this page was opened with; a missing one is undefined. */
export function useParams(): Partial<Record<string, string>> {
  return ownParams(useRouter().params);
}

/** Address of the page that is shown, with its parameters; for coming back after signing in. */
export function currentAddress(): string {
  const { path = '', params = {} } = Taro.getCurrentInstance().router ?? {};
  return link(path.replace(/\?.*$/, '').replace(/^\/?/, '/') as `/${string}`, ownParams(params));
}

/** What was in the address, decoded; without what Taro itself adds to tell pages of the stack apart. */
function ownParams(params: Partial<Record<string, string>>): Partial<Record<string, string>> {
  const own: Partial<Record<string, string>> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && name !== 'stamp' && !name.startsWith('$')) own[name] = decode(value);
  }
  return own;
}

/** Both platforms hand parameters over as they were written. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
