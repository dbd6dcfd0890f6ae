import { doorCodeOf, link } from '@/platform';

describe('what a door’s code says', () => {
  it.each([
    ['https://tanfang.example/d/K7QF3M2P', 'K7QF3M2P'],
    ['https://tanfang.example/d/K7QF3M2P/', 'K7QF3M2P'],
    ['https://tanfang.example/d/K7QF3M2P?from=print', 'K7QF3M2P'],
    ['pages/landing/index?scene=K7QF3M2P', 'K7QF3M2P'],
    ['https%3A%2F%2Ftanfang.example%2Fd%2FK7QF3M2P', 'K7QF3M2P'],
    ['pages/landing/index?q=https%3A%2F%2Ftanfang.example%2Fd%2FK7QF3M2P', 'K7QF3M2P'],
    ['  K7QF3M2P\n', 'K7QF3M2P'],
  ])('%s', (scanned, code) => {
    expect(doorCodeOf(scanned)).toBe(code);
  });

  it('says nothing when there is nothing', () => {
    expect(doorCodeOf('   ')).toBeNull();
  });
});

describe('an address in the app', () => {
  it('leaves out what is not there and encodes the rest', () => {
    expect(link('/visitor/card/index', { elderId: '01J', then: '/a?b=1', mode: null, note: '' })).toBe(
      '/visitor/card/index?elderId=01J&then=%2Fa%3Fb%3D1',
    );
  });
});
