import { evaluate, hasRunOut, packOf } from '../../..';
import { grounds } from '../../../../../test/policy/story';
import { child, elder, said, wife } from './story';

const LAST = '2026-06-30';
const NEXT = '2026-07-01';
const disability = { grade: 1, validUntil: LAST };
/** A man of 76 who lives with his wife and their son, 重残 by his certificate alone. */
const man = elder({ birthDate: '1950-03-01', relatives: [wife(), child({ livesWithElder: true })], disability });

describe('辽宁 附件2 4 残疾证到期的', () => {
  it('counts through the last day, and not on the next; the grounds name the certificate', () => {
    expect(said(man, LAST)).toMatchObject({ eligible: true, categories: [{ code: 'severe-disability' }] });
    expect(hasRunOut(said(man, LAST))).toBe(false);
    const after = said(man, NEXT);
    // As agreed: who is not eligible has no flags.
    expect(after).toMatchObject({ eligible: false, categories: [], flags: [], notes: [] });
    expect(hasRunOut(after)).toBe(true);
    expect(after.because.at(-1)).toMatchObject({
      rule: 'liaoning.flag.certificate-expired',
      article: '附件2 4',
      text: '我们的理解：残疾证过了有效期就不再计入，建议换证',
      reading: true,
    });
  });

  it('is not named where it would change nothing', () => {
    for (const facts of [{ disability: { grade: 4, validUntil: LAST } }, { disability: undefined }])
      expect(hasRunOut(said({ ...man, ...facts }, NEXT))).toBe(false);
    expect(hasRunOut(said({ ...man, birthDate: '1970-01-01' }, NEXT))).toBe(false);
    const alone = said({ ...man, maritalStatus: 'widowed', relatives: [child()] }, NEXT);
    expect([alone.eligible, hasRunOut(alone)]).toEqual([true, false]);
    expect(alone.flags.map(({ code }) => code)).toEqual(['certificate-expired']);
  });
});

it('石狮 附件2 6: 持有效 is the plan’s own word', () => {
  const { because } = evaluate(packOf('shishi')!, man, NEXT);
  expect(because.at(-1)).toMatchObject({ rule: 'shishi.flag.certificate-expired', reading: false });
  expect(grounds(because).at(-1)).toContain('持有效《中华人民共和国残疾人证》');
});
