import { Divisions } from '../../../src/modules/divisions';
import { startStory, type Story } from '../registry/story';

let t: Story;
beforeAll(async () => {
  t = await startStory();
});
afterAll(() => t.close());

const names = async (query = '') => {
  const answer = await t.call<{ items: { name: string }[] }>('GET', `/divisions${query}`, { as: t.liufang.token });
  return answer.body.items.map(({ name }) => name);
};

describe('GET /divisions', () => {
  it('goes down from the provinces', async () => {
    expect(await names()).toEqual(['山东省']);
    expect(await names(`?parent=${t.divisions.lixia}`)).toEqual(['甸柳街道', '姚家街道']);
  });

  it('names the places that a code lies in, as far down as they are known', async () => {
    expect(await names('?code=370102009002')).toEqual(['山东省', '济南市', '历下区', '甸柳街道', '甸柳新村第一社区']);
    expect(await names('?code=370102009999')).toEqual(['山东省', '济南市', '历下区', '甸柳街道']);
    expect(await names('?code=37010')).toEqual(['山东省', '济南市']);
    expect(await names('?code=310104007002')).toEqual([]);
  });

  it('refuses what is no code', async () => {
    const answer = await t.call<{ fields: object[] }>('GET', '/divisions?code=37a', { as: t.liufang.token });
    expect([answer.status, answer.body.fields]).toEqual([
      400,
      [{ field: 'code', message: '区划代码要是 2 到 12 位数字' }],
    ]);
    expect((await t.call('GET', '/divisions')).status).toBe(401);
  });
});

describe('where somebody is, seen from home', () => {
  const seen = (code: string) => t.app.nest.get(Divisions).placeSeenFrom(code, '370102009002');

  it.each([
    ['310104007002', '上海'],
    ['440305007', '广东'],
    ['11', '北京'],
    ['370103012001', null],
    ['370202012', null],
    ['370102011', null],
    ['37', null],
    ['99', null],
  ])('%s is %s', (code, name) => {
    expect(seen(code)).toBe(name);
  });

  it('names a district of the same city that the tree knows', () => {
    expect(t.app.nest.get(Divisions).placeSeenFrom('370102009002', '370103012001')).toBe('历下区');
  });
});
