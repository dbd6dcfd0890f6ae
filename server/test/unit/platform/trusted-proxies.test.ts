import { loadConfig } from '../../../src/platform/config/config';
import { trustedProxies } from '../../../src/platform/config/trusted-proxies';

const bytes = Buffer.alloc(32, 7).toString('base64');
const REAL = {
  ...{ WECHAT_APP_ID: 'wx1', WECHAT_APP_SECRET: 's' },
  ...{ ENCRYPTION_KEYS: `k1:${bytes}`, INDEX_KEY: bytes, LINK_KEY: bytes },
};
const read = (text: string, production = true) => {
  const faults: string[] = [];
  return { proxies: trustedProxies(text, production, faults), faults };
};

describe('the proxies that are believed', () => {
  it('are those of this machine when nothing is entered, and none outside of production', () => {
    expect(read('')).toEqual({ proxies: ['127.0.0.0/8', '::1/128'], faults: [] });
    expect(read(' ', false)).toEqual({ proxies: [], faults: [] });
  });

  it('are addresses and ranges of both kinds, and then only these', () => {
    expect(read('10.0.0.5, 10.1.0.0/16,fd00::/8,::1')).toEqual({
      proxies: ['10.0.0.5', '10.1.0.0/16', 'fd00::/8', '::1'],
      faults: [],
    });
  });

  it.each(['10.0.0', '10.0.0.5/33', '10.0.0.5/', 'nginx', 'fd00::/129', '0.0.0.0/0', '::/0', 'fe80::1%eth0', 'true'])(
    'are not %s, which is said',
    (wrong) => {
      const { faults } = read(`10.0.0.5,${wrong}`);
      expect(faults).toEqual([expect.stringMatching(/^TRUSTED_PROXIES 要填反向代理的地址或网段/)]);
      expect(faults[0]).toContain(`「${wrong}」`);
      expect(faults[0]).not.toContain('「10.0.0.5」');
    },
  );

  it('keep the server from starting when they are wrong', () => {
    expect(() => loadConfig({ ...REAL, TRUSTED_PROXIES: 'nginx' })).toThrow(/没有启动[^]*TRUSTED_PROXIES.*「nginx」/);
    expect(loadConfig({ ...REAL, TRUSTED_PROXIES: '10.0.0.5' }).trustedProxies).toEqual(['10.0.0.5']);
  });
});
