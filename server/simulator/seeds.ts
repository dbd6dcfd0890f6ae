/** What a simulated world starts with. Everything else (tokens, codes, credits, messages) comes about by use. */

/** `one-time`: each accept allows one send. `long-term`: allowed until cancelled (政务民生, 医疗, 交通, 金融, 教育 only). */
export type TemplateKind = 'one-time' | 'long-term';

/** One line of a template. The key is a data type and a number (`thing1`, `time2`); `options` is for `enum` alone. */
export interface FieldSeed {
  key: string;
  label: string;
  options?: string[];
}

export interface TemplateSeed {
  id: string;
  title: string;
  kind?: TemplateKind;
  fields: FieldSeed[];
  /** The platform has closed this template: asking for it answers `ban` and gives no credit. */
  banned?: boolean;
}

export interface AppSeed {
  appid: string;
  secret: string;
  /** Shown above each notice. */
  name?: string;
  templates: TemplateSeed[];
  /** Pages of the released version, without leading slash. Left out: no page is refused with 41030. */
  pages?: string[];
  /** Lower ceilings than the platform's, so that a test can reach them. */
  quotas?: Partial<Record<QuotaName, Quota>>;
  /** The address for 消息推送, as an operator enters it in the console. Left out: nothing is pushed. */
  push?: PushSeed;
  /** How many pages door codes may be made for with `check_path: false`; the platform's 60,000 when left out. */
  uncheckedPages?: number;
}

export interface PushSeed {
  url: string;
  /** 3 to 32 letters and digits. */
  token: string;
  /** 43 letters and digits; the console asks for one in plain mode as well. */
  encodingAesKey: string;
  /** `safe` when left out. */
  mode?: 'plain' | 'safe';
  /** `json` when left out. */
  format?: 'json' | 'xml';
  /** ms between what happened and the first try; 0 when left out. */
  delayMs?: number;
  /** ms between two tries; 1000 when left out. */
  retryMs?: number;
}

export interface UserSeed {
  openid?: string;
  name: string;
  /** Who this is in the story, for the page that lists the phones. */
  note?: string;
  /** The number WeChat knows, without country code. Left out: the phone-number button fails. */
  phone?: string;
  /** The platform sends it as text or as a number; both happen. */
  countryCode?: string | number;
  unionid?: string;
  /** Which app this openid belongs to; the first one when left out. */
  appid?: string;
  /** A user at high risk: signing in answers 40226. */
  blocked?: boolean;
}

export interface DoorCodeSeed {
  id?: string;
  label: string;
  url: string;
}

/** Calls allowed for each app (or each user, where `code2session` counts them); a day is a day in Shanghai. */
export interface Quota {
  perMinute?: number;
  perDay?: number;
}

export type QuotaName =
  'code2session' | 'stable-token' | 'stable-token-forced' | 'token' | 'subscribe-send' | 'wxacode';

export interface WorldSeed {
  apps: AppSeed[];
  users?: UserSeed[];
  doorCodes?: DoorCodeSeed[];
  /** UTC epoch ms; the machine's clock when left out. */
  clock?: () => number;
  /** Where the browser app lives, without trailing slash; '' means the same origin as the simulator's pages. */
  appUrl?: string;
}
