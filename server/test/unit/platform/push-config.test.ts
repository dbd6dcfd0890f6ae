import { loadConfig } from '../../../src/platform/config/config';

const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const bytes = (length: number) => Buffer.alloc(length, 7).toString('base64');
const REAL = {
  ...{ NODE_ENV: 'production', PUBLIC_URL: 'https://tanfang.example.cn', WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' },
  ...{ ENCRYPTION_KEYS: `k1:${bytes(32)}`, INDEX_KEY: bytes(32), LINK_KEY: bytes(32) },
};
const push = (env: Record<string, string>) => loadConfig({ ...REAL, ...env }).wechat.push;

describe('the message push', () => {
  it('is off as long as nothing is entered', () => {
    expect(push({})).toBeNull();
  });

  it('is plain with a token alone, and safe with the key', () => {
    expect(push({ WECHAT_PUSH_TOKEN: 'token1' })).toEqual({ token: 'token1', aesKey: null });
    const safe = push({ WECHAT_PUSH_TOKEN: 'token1', WECHAT_PUSH_AES_KEY: KEY });
    expect(safe).toEqual({ token: 'token1', aesKey: Buffer.from(`${KEY}=`, 'base64') });
    expect(safe!.aesKey).toHaveLength(32);
  });

  it.each([
    ['a key of another length', { WECHAT_PUSH_TOKEN: 'token1', WECHAT_PUSH_AES_KEY: KEY.slice(1) }, /AES_KEY.*43/],
    ['a key with signs', { WECHAT_PUSH_TOKEN: 'token1', WECHAT_PUSH_AES_KEY: `${KEY.slice(1)}=` }, /AES_KEY.*43/],
    ['a key without a token', { WECHAT_PUSH_AES_KEY: KEY }, /也要填 WECHAT_PUSH_TOKEN/],
    ['a token that is too short', { WECHAT_PUSH_TOKEN: 'ab' }, /WECHAT_PUSH_TOKEN 要是/],
    ['a token with signs', { WECHAT_PUSH_TOKEN: 'token-1' }, /WECHAT_PUSH_TOKEN 要是/],
  ])('does not start with %s', (_, env, sentence) => {
    expect(() => push(env)).toThrow(sentence);
  });
});
