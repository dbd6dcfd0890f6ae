import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FileClock } from '../../../src/platform/clock/clock';
import { loadConfig } from '../../../src/platform/config/config';
import { armFaultPoint, faultPoint } from '../../../src/platform/fault-points';

const KEY = Buffer.alloc(32, 7).toString('base64');
const REAL = {
  ...{ ENCRYPTION_KEYS: `k1:${KEY}`, INDEX_KEY: KEY, LINK_KEY: KEY },
  ...{ WECHAT_APP_ID: 'wx-of-the-city', WECHAT_APP_SECRET: 'secret', PUBLIC_URL: 'https://example.org' },
};

describe('what is there for tests only', () => {
  it.each([
    ['TEST_CLOCK_FILE', '/tmp/clock'],
    ['FAULT_POINT', 'notice.sending:1'],
  ])('%s does not start in production', (name, value) => {
    expect(() => loadConfig({ ...REAL, [name]: value })).not.toThrow();
    expect(() => loadConfig({ ...REAL, [name]: value, NODE_ENV: 'production' })).toThrow(`${name} 只能用于测试`);
  });

  it('FAULT_POINT names a point and a time of passing it, or is refused', () => {
    expect(loadConfig(REAL).faultPoint).toBe(null);
    expect(loadConfig({ ...REAL, FAULT_POINT: 'job.leased:12' }).faultPoint).toEqual({ name: 'job.leased', at: 12 });
    for (const wrong of ['job.leased', 'job.leased:0', 'job.leased:x', 'somewhere:1']) {
      expect(() => loadConfig({ ...REAL, FAULT_POINT: wrong })).toThrow('FAULT_POINT 要写成');
    }
  });
});

describe('a fault point', () => {
  const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  afterEach(() => kill.mockClear());
  afterAll(() => kill.mockRestore());

  it('does nothing when none is armed', () => {
    armFaultPoint(null);
    faultPoint('job.leased');
    expect(kill).not.toHaveBeenCalled();
  });

  it('kills this process at the armed passing of the armed point, and nowhere else', () => {
    armFaultPoint({ name: 'job.leased', at: 2 });
    faultPoint('job.leased');
    faultPoint('visit.after-commit');
    expect(kill).not.toHaveBeenCalled();
    faultPoint('job.leased');
    expect(kill.mock.calls).toEqual([[process.pid, 'SIGKILL']]);
  });
});

describe('the test clock', () => {
  it('says what stands in the file, and takes an empty file for no time at all', () => {
    const folder = mkdtempSync(join(tmpdir(), 'tanfang-clock-'));
    const path = join(folder, 'clock');
    writeFileSync(path, '1795395600000\n');
    expect(new FileClock(path).now()).toBe(1_795_395_600_000);
    writeFileSync(path, '');
    expect(() => new FileClock(path).now()).toThrow('holds no instant');
    rmSync(folder, { recursive: true });
  });
});
