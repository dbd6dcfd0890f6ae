import Taro, { useRouter } from '@tarojs/taro';
import { link, type LinkParams } from './link';

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
  const { params } = useRouter();
  const decoded: Partial<Record<string, string>> = {};
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && !name.startsWith('$')) decoded[name] = decode(value);
  }
  return decoded;
}

/** The weapp hands parameters over as they were written, the browser decoded; decoding twice does no harm to ids. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Address of the page that is shown, with its parameters; for coming back after signing in. */
export function currentAddress(): string {
  const router = Taro.getCurrentInstance().router;
  const path = (router?.path ?? '').replace(/\?.*$/, '').replace(/^\/?/, '/');
  const params = Object.entries(router?.params ?? {}).filter(([name]) => !name.startsWith('$'));
  return link(path as `/${string}`, Object.fromEntries(params) as LinkParams);
}
