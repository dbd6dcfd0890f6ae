import { decodeTime } from 'ulid';
import { ulid } from '@/platform';

describe('ids made by the client', () => {
  it('are ULIDs of 26 characters that carry the phone’s time', () => {
    const before = Date.now();
    const id = ulid();
    expect(id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(decodeTime(id)).toBeGreaterThanOrEqual(before);
  });

  it('do not collide within the same millisecond', () => {
    expect(new Set(Array.from({ length: 5_000 }, ulid)).size).toBe(5_000);
  });

  it('use every character of the alphabet', () => {
    const drawn = new Set(Array.from({ length: 400 }, () => ulid().slice(10)).join(''));
    expect([...drawn].sort().join('')).toBe('0123456789ABCDEFGHJKMNPQRSTVWXYZ');
  });
});
