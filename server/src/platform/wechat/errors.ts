/** WeChat answered and refused: it is certain that nothing was done. */
export class WechatRefusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(`WeChat ${code}: ${message}`);
    this.name = 'WechatRefusal';
    this.code = code;
  }
}

/** No connection came about: it is certain that nothing was done. */
export class WechatUnreachable extends Error {
  override name = 'WechatUnreachable';
}

/** The request left and no answer came back: it may have been carried out. */
export class WechatUncertain extends Error {
  override name = 'WechatUncertain';
}
