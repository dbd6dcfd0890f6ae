/** What the platform says for each code. Texts as seen in its documentation and in real answers. */
const MESSAGES: Record<number, string> = {
  [-1]: 'system error',
  40001:
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, more details at https://mmbizurl.cn/s/JtxxFh33r',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40013: 'invalid appid',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40066: 'invalid url',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40164: 'invalid ip, not in whitelist',
  40169: 'invalid length for scene, or the data is not json string',
  40226: 'code blocked',
  40243: 'appsecret is frozen',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41008: 'missing code',
  41030: 'invalid page',
  42001: 'access_token expired',
  43001: 'require GET method',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe capability banned',
  43108: 'concurrent sends to one user',
  44002: 'empty post data',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit  mustslower  retry next minute',
  45029: 'qrcode count out of limit',
  45168: 'keyword in blacklist',
  47001: 'data format error',
  47003: 'argument invalid! data.thing1.value invalid',
  48001: 'api unauthorized',
  87008: 'invalid sig_method',
  87009: 'invalid signature',
};

/** The platform cuts the text before the request id: `argument invalid! data.character_string9.value i rid: …`. */
const LONGEST_ARGUMENT_TEXT = 48;

export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    detail?: string,
  ) {
    super(detail ?? messageFor(errcode));
  }

  /** @param fault `is empty` for a missing key or value, `invalid` for one outside its data type */
  static argument(key: string, fault: 'is empty' | 'invalid'): WechatError {
    return new WechatError(47003, `argument invalid! data.${key}.value ${fault}`.slice(0, LONGEST_ARGUMENT_TEXT));
  }
}

/** The platform's text for a code; a code unknown here reads `system error`. */
export function messageFor(errcode: number): string {
  return MESSAGES[errcode] ?? 'system error';
}

/** Whether a fault switch may ask for this code. */
export function isKnownErrcode(errcode: number): boolean {
  return errcode in MESSAGES;
}

/** A mistake of whoever drives the simulated world (not of the app under test): plain HTTP status and a sentence. */
export class WorldProblem extends Error {
  constructor(
    readonly statusCode: 400 | 404 | 409,
    message: string,
  ) {
    super(message);
  }
}

/** What a `wx.*` call on the phone fails with. */
export class PhoneFailure extends Error {
  constructor(
    readonly errCode: number,
    message: string,
  ) {
    super(message);
  }
}
