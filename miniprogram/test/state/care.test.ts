import { careFor } from '@/state/care';

describe('关怀模式', () => {
  it('switches itself on when the phone’s text is set large', () => {
    expect(careFor(null, 1).on).toBe(false);
    expect(careFor(null, 1.25).on).toBe(true);
  });

  it('stays as the person left it', () => {
    expect(careFor(false, 1.5).on).toBe(false);
    expect(careFor(true, 1).on).toBe(true);
  });

  it('follows the phone’s text size without applying it twice, and never shrinks', () => {
    expect(careFor(false, 1.2).scale).toBe(1.2);
    expect(careFor(true, 1.2).scale).toBe(1);
    expect(careFor(false, 0.8).scale).toBe(1);
    expect(careFor(false, 5).scale).toBe(1.6);
  });
});
