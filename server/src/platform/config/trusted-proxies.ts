import { isIP } from 'node:net';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];

/**
 * The proxies that are believed when they say whose request they pass on: addresses and ranges. Left empty it is this
 * machine; outside of production nobody is, because there nothing stands in front.
 */
export function trustedProxies(text: string, production: boolean, faults: string[]): string[] {
  const parts = text.split(',').map((part) => part.trim());
  const given = parts.filter((part) => part !== '');
  const wrong = given.filter((part) => !isRange(part));
  if (wrong.length > 0)
    faults.push(
      `TRUSTED_PROXIES 要填反向代理的地址或网段，多个用逗号隔开，例如 10.0.0.5,10.1.0.0/16；不对的是「${wrong.join('」「')}」`,
    );
  if (given.length > 0) return given;
  return production ? LOOPBACK : [];
}

/** An address, or a range of them. Not everybody: `0.0.0.0/0` would let each caller name an address of its own making. */
function isRange(text: string): boolean {
  const [, address = '', length] = /^([\da-fA-F.:]+)(?:\/([1-9]\d{0,2}))?$/.exec(text) ?? [];
  const version = isIP(address);
  return version !== 0 && Number(length ?? 1) <= (version === 4 ? 32 : 128);
}
