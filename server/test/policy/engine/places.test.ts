import { districtOf, isOutsideDistrict, isSameStreet, streetOf } from '../../../src/policy/engine/places';

const at = (division?: string) => (division === undefined ? {} : { division });

describe('places', () => {
  it('has the same street when the first nine digits agree', () => {
    expect(isSameStreet(at('370102009001'), at('370102009'))).toBe(true);
    expect(isSameStreet(at('370102009001'), at('370102011001'))).toBe(false);
    expect(isSameStreet(at('370102009001'), at('470102009001'))).toBe(false);
  });

  it.each([undefined, '37', '3701', '370102', '37010200', '370102000', '370102000000'])(
    'does not know the street of %s: neither the same nor another',
    (code) => {
      expect(streetOf(at(code))).toBeNull();
      expect(isSameStreet(at(code), at(code))).toBe(false);
    },
  );

  it('is outside when both districts are known and differ', () => {
    expect(isOutsideDistrict(at('310104'), at('370102009001'))).toBe(true);
    expect(isOutsideDistrict(at('370102'), at('370102009001'))).toBe(false);
  });

  it.each([undefined, '37', '37010'])('does not know where %s is: neither the same nor outside', (code) => {
    expect(districtOf(at(code))).toBeNull();
    expect(isOutsideDistrict(at(code), at('110105012003'))).toBe(false);
  });

  it.each(['370100', '370100000000', '370000'])('does not know the district of %s, but where it is not', (code) => {
    expect(districtOf(at(code))).toBeNull();
    expect(isOutsideDistrict(at(code), at('110105012003'))).toBe(true);
    expect(isOutsideDistrict(at('110105012003'), at(code))).toBe(true);
    expect(isOutsideDistrict(at(code), at('370102009001'))).toBe(false);
    expect(isOutsideDistrict(at('370102009001'), at(code))).toBe(false);
  });

  it('tells two cities of one province apart, and a province from none of its cities', () => {
    expect(isOutsideDistrict(at('370200'), at('370102009001'))).toBe(true);
    expect(isOutsideDistrict(at('370000'), at('370200'))).toBe(false);
    expect(isOutsideDistrict(at('310000'), at('110000'))).toBe(true);
  });

  it('knows the district of a city that has none by its streets (东莞)', () => {
    expect(districtOf(at('441900003'))).toBe('441900');
  });
});
