import type { AppSeed, Quota, QuotaName } from '../seeds';
import { WechatError } from '../errors';

/** The platform's ceilings. Per app, except `code2session`, which it counts per user. */
const PLATFORM: Record<QuotaName, Quota> = {
  code2session: { perMinute: 100 },
  'stable-token': { perMinute: 10_000, perDay: 500_000 },
  'stable-token-forced': { perDay: 20 },
  token: { perDay: 2_000 },
  'subscribe-send': { perDay: 10_000_000 },
  wxacode: { perMinute: 5_000 },
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SHANGHAI = 8 * 60 * MINUTE;

interface Window {
  minute: number;
  inMinute: number;
  day: number;
  inDay: number;
}

/** Counts calls in calendar minutes and in days of Shanghai. */
export class Quotas {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: () => number) {}

  /**
   * Counts one call.
   * @param subject who is counted (an appid, an openid)
   * @throws WechatError 45011 past the minute's ceiling (45009 for door codes, as documented), 45009 past the day's
   */
  take(name: QuotaName, app: AppSeed, subject = app.appid): void {
    const quota = app.quotas?.[name] ?? PLATFORM[name];
    const window = this.windowOf(`${name} ${subject}`);
    if (quota.perMinute !== undefined && window.inMinute >= quota.perMinute) {
      throw new WechatError(name === 'wxacode' ? 45009 : 45011);
    }
    if (quota.perDay !== undefined && window.inDay >= quota.perDay) throw new WechatError(45009);
    window.inMinute += 1;
    window.inDay += 1;
  }

  private windowOf(key: string): Window {
    const now = this.clock();
    const minute = Math.floor(now / MINUTE);
    const day = Math.floor((now + SHANGHAI) / DAY);
    const window = this.windows.get(key) ?? { minute, inMinute: 0, day, inDay: 0 };
    if (window.minute !== minute) Object.assign(window, { minute, inMinute: 0 });
    if (window.day !== day) Object.assign(window, { day, inDay: 0 });
    this.windows.set(key, window);
    return window;
  }
}
