import { codesOf, VISIT_MODES } from '@tanfang/shared';
import { fulfils, isModeDecidable, packOf, packs, type DistrictReading } from '../../../src/policy';

const ON = '2026-03-02';
const nothing = { on: ON, readings: [] };
const decided = (ruleId: string, value: string) => {
  const reading: DistrictReading = { ruleId, value, from: ON, reason: '区民政局会议定的' };
  return { on: ON, readings: [reading] };
};
const jinan = packOf('jinan')!;
const shishi = packOf('shishi')!;

describe('怎样算探访过', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))('%s: a device’s reading alone is no visit', (_id, pack) => {
    const met = codesOf(VISIT_MODES).filter((mode) => fulfils(pack, mode, nothing));
    expect(met).toEqual(['on-site', 'phone', 'online', 'other']);
  });

  it('石狮 附件4 knows no 远程监测: it is no visit either, and nothing for the city to decide', () => {
    expect(shishi.modes.map(({ code }) => code)).not.toContain('remote-monitoring');
    expect(fulfils(shishi, 'remote-monitoring', nothing)).toBe(false);
    expect(isModeDecidable(shishi, 'remote-monitoring')).toBe(false);
  });

  it('another way that a plan does not name is a visit', () => {
    const terse = { ...jinan, modes: jinan.modes.filter(({ code }) => code !== 'other') };
    expect(fulfils(terse, 'other', nothing)).toBe(true);
  });

  it('济南 二（二）4: what the plan names is not the district’s to decide, what we read into it is', () => {
    const decidable = jinan.modes.filter(({ code }) => isModeDecidable(jinan, code)).map(({ code }) => code);
    expect(decidable).toEqual(['remote-monitoring', 'other']);
    expect(fulfils(jinan, 'phone', decided('jinan.mode.phone', 'no'))).toBe(true);
    expect(fulfils(jinan, 'other', decided('jinan.mode.other', 'no'))).toBe(false);
    expect(fulfils(jinan, 'remote-monitoring', decided('jinan.mode.remote-monitoring', 'yes'))).toBe(true);
  });
});
