import { isKnownErrcode, WorldProblem } from '../errors';

/** Calls to the platform that can be made to fail. */
export const SERVER_ENDPOINTS = {
  '/sns/jscode2session': '登录（code2Session）',
  '/cgi-bin/stable_token': '取稳定版接口凭据',
  '/cgi-bin/token': '取接口凭据',
  '/wxa/checksession': '检验登录态',
  '/wxa/business/getuserphonenumber': '取手机号',
  '/cgi-bin/message/subscribe/send': '发订阅消息',
  '/wxa/getwxacodeunlimit': '取小程序码',
} as const;

const SEND: keyof typeof SERVER_ENDPOINTS = '/cgi-bin/message/subscribe/send';

/** Calls on the phone that can be made to fail; they take error numbers only. */
export const PHONE_ENDPOINTS = {
  'wx.login': '手机上的登录',
  'wx.getPhoneNumber': '手机号按钮',
  'wx.requestSubscribeMessage': '订阅弹窗',
} as const;

export const FAULT_KINDS = {
  '-1': '系统繁忙（-1）',
  '40001': '凭据不对（40001）',
  'expired-token': '凭据过期（42001）',
  '43101': '用户拒收（43101）',
  '45009': '当天次数用完（45009）',
  '47003': '内容不合规定（47003）',
  slow: '很慢',
  down: '连不上',
  'hang-up': '没处理就断线',
  'hang-up-after-accepting': '处理完才断线',
  lost: '收下了却没送到',
} as const;

/** One of FAULT_KINDS, or any other error number of the platform as text (`45011`). */
export type FaultKind = keyof typeof FAULT_KINDS | `${number}`;

export interface FaultRequest {
  /** A path of the platform, a `wx.*` call, or `*` for every path of the platform. */
  endpoint: string;
  kind: string;
  /** How many calls it hits; null: until switched off. */
  times?: number | null;
  /** For `slow`, and before any other kind: ms to wait first. */
  delayMs?: number;
  /** Hits only each n-th call; every one when left out. */
  every?: number;
}

export interface Fault {
  id: string;
  endpoint: string;
  kind: FaultKind;
  left: number | null;
  delayMs: number;
  every: number;
  /** Calls since the last one that was hit. */
  passed: number;
  /** Calls hit so far. */
  hits: number;
}

const SLOW_MS = 3_000;
const LONGEST_DELAY_MS = 600_000;

export class Faults {
  private faults: Fault[] = [];
  private made = 0;

  /** @throws WorldProblem 400 for an endpoint, kind, count, pace or delay that makes no sense */
  add(request: FaultRequest): Fault {
    const endpoint = knownEndpoint(request.endpoint);
    const kind = knownKind(request.kind, endpoint);
    const times = request.times ?? null;
    if (times !== null && (!Number.isInteger(times) || times < 1)) throw new WorldProblem(400, '次数要是正整数');
    const delayMs = request.delayMs ?? (kind === 'slow' ? SLOW_MS : 0);
    if (!(delayMs >= 0 && delayMs <= LONGEST_DELAY_MS)) throw new WorldProblem(400, '延迟要在 0 到 600000 毫秒之间');
    const every = request.every ?? 1;
    if (!Number.isInteger(every) || every < 1) throw new WorldProblem(400, '每几次坏一次，要是正整数');
    this.made += 1;
    const fault: Fault = { id: String(this.made), endpoint, kind, left: times, delayMs, every, passed: 0, hits: 0 };
    this.faults.push(fault);
    return fault;
  }

  list(): Fault[] {
    return this.faults.filter((fault) => fault.left !== 0);
  }

  /** @throws WorldProblem 404 */
  remove(id: string): void {
    if (!this.list().some((fault) => fault.id === id)) throw new WorldProblem(404, '没有这个故障');
    this.faults = this.faults.filter((fault) => fault.id !== id);
  }

  clear(): void {
    this.faults = [];
  }

  /** What hits this call: how long it waits, and the oldest fitting fault that is more than slow. Counts them. */
  take(endpoint: string): { delayMs: number; kind: FaultKind | null } {
    const onPhone = endpoint in PHONE_ENDPOINTS;
    const fitting = this.list().filter(
      (fault) => (fault.endpoint === endpoint || (!onPhone && fault.endpoint === '*')) && isItsTurn(fault),
    );
    const breaking = fitting.find((fault) => fault.kind !== 'slow');
    const hitting = fitting.filter((fault) => fault.kind === 'slow' || fault === breaking);
    for (const fault of hitting) {
      fault.hits += 1;
      fault.passed = 0;
      if (fault.left !== null) fault.left -= 1;
    }
    return { delayMs: hitting.reduce((sum, fault) => sum + fault.delayMs, 0), kind: breaking?.kind ?? null };
  }
}

/** Counts the call. One whose turn has come while an older fault broke the call hits the next one. */
function isItsTurn(fault: Fault): boolean {
  fault.passed += 1;
  return fault.passed >= fault.every;
}

function knownEndpoint(given: string): string {
  if (given === '*' || given in SERVER_ENDPOINTS || given in PHONE_ENDPOINTS) return given;
  if (`/${given}` in SERVER_ENDPOINTS) return `/${given}`;
  throw new WorldProblem(400, `没有这个接口：${given}`);
}

function knownKind(given: string, endpoint: string): FaultKind {
  const isNumber = /^-?\d+$/.test(given);
  if (endpoint in PHONE_ENDPOINTS) {
    if (isNumber) return given as FaultKind;
    throw new WorldProblem(400, '手机上的调用只能按错误码出错');
  }
  if (given === 'lost' && endpoint !== SEND && endpoint !== '*')
    throw new WorldProblem(400, '只有订阅消息会收下了却没送到');
  if (given in FAULT_KINDS || (isNumber && isKnownErrcode(Number(given)))) return given as FaultKind;
  throw new WorldProblem(400, `没有这种故障：${given}`);
}
