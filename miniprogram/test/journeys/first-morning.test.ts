import { Product, type Client } from './support/product';

/** What whoever opens the demonstration finds, before anybody has done anything: a place that works, with a few things to do. */
let product: Product;

beforeAll(async () => {
  product = await Product.start();
}, 120_000);
afterAll(() => product?.stop());

interface Need {
  matter: string;
  status: string;
  level: string;
  handler: string | null;
  late: boolean;
  elder: { name: string };
}

async function needsOf(officer: Client): Promise<Need[]> {
  const pages = await Promise.all(
    ['open', 'acknowledged'].map((status) => officer('GET', `/needs?status=${status}&limit=100`)),
  );
  return pages.flatMap(({ body }) => body.items as Need[]);
}

const inShort = ({ elder, matter, status, level, handler, late }: Need) =>
  [elder.name, matter, status === 'open' ? `等${level}` : `${handler}在办`, late ? '过了时限' : '在时限里'].join(' ');

describe.each([
  [
    'tianjun',
    [
      '李秀兰 gas-safety 等community 在时限里',
      '赵明德 illness community在办 在时限里',
      '韩𬭎 family-finances 等street 过了时限',
      '朱凤英 personal-hygiene family在办 在时限里',
    ],
  ],
  ['mengxiaoyan', ['秦福海 care-policy 等community 在时限里', '高德发 companionship community在办 在时限里']],
  ['yandong', ['杨秀珍 electrical-safety 等first-contact 在时限里', '田玉成 home-adaptation street在办 在时限里']],
  ['shiwei', ['冯德胜 medical-care community在办 在时限里']],
  ['sunliqun', ['于桂芝 nursing-care 等community 在时限里']],
  ['yanhong', ['佟桂荣 production-help community在办 在时限里']],
  ['linzhiyuan', ['蔡金土 electrical-safety 等community 在时限里']],
])('%s', (persona, expected) => {
  let officer: Client;
  beforeAll(async () => {
    officer = await product.as(persona);
  });

  it('手上的事正好是这几件', async () => {
    expect((await needsOf(officer)).map(inShort).sort()).toEqual([...expected].sort());
  });

  it('别的都办结了', async () => {
    const { body } = await officer('GET', '/needs?status=closed&limit=100');
    expect(body.items.length).toBeGreaterThan(0);
  });

  it('消息都看过，只剩昨天早上以后的', async () => {
    const { body } = await officer('GET', '/notices?limit=100');
    const yesterday = Date.parse('2026-11-23T08:30:00+08:00');
    const unread = (body.items as { read: boolean; at: number }[]).filter(({ read }) => !read);
    expect(unread.filter(({ at }) => at < yesterday)).toEqual([]);
  });
});

it('刘芳只有一个电话要打：王静，打过没人接', async () => {
  const liufang = await product.as('liufang');
  const { body } = await liufang('GET', '/phone-tasks?status=open&limit=100');
  expect(body.items).toMatchObject([{ elderName: '李秀兰', callee: { name: '王静' }, noAnswers: 1 }]);
});

it('上一期没见到的只有孙桂英', async () => {
  const district = await product.as('hanlixin');
  const { body } = await district('GET', '/worklist?limit=100');
  const missed = (body.items as { name: string; missedLast: boolean }[]).filter(({ missedLast }) => missedLast);
  expect(missed.map(({ name }) => name)).toEqual(['孙桂英']);
});
