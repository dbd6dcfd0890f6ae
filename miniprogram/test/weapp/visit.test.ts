import { eventually, openidOf, type Client } from '../journeys/support/product';
import type { Person } from './support/person';
import type { Sent } from './support/network';
import { Phones } from './support/phones';

/** A busy machine takes its time. */
jest.setTimeout(60_000);

let phones: Phones;
let zhoumin: Person;
let visitor: Client;
let community: Client;

beforeAll(async () => {
  phones = await Phones.switchOn();
  [visitor, community] = await Promise.all([phones.product.as('zhoumin'), phones.product.as('liufang')]);
}, 120_000);
afterAll(() => phones?.switchOff());

const openNeeds = async (): Promise<{ id: string; matter: string; status: string; handler: string | null }[]> => {
  const { body } = await community('GET', '/needs?limit=100');
  const needs = body.items as {
    id: string;
    matter: string;
    status: string;
    handler: string;
    elder: { name: string };
  }[];
  return needs.filter(({ elder, status }) => elder.name === '李秀兰' && status !== 'closed');
};

const gasNeed = async () => (await openNeeds()).find(({ matter }) => matter === 'gas-safety');
const isAnswer = ({ method, path }: Sent) => method === 'POST' && path.endsWith('/answers');
const isRecord = ({ method, path }: Sent) => method === 'POST' && path === '/api/visits';

describe('小程序里的一次探访', () => {
  it('扫门牌码，看到李秀兰家的卡', async () => {
    zhoumin = phones.of('zhoumin');
    zhoumin.wechat.answers.scanCode = await phones.product.doorUrl('李秀兰');
    zhoumin.wechat.launch();
    await zhoumin.sees('李秀兰');
    await zhoumin.taps('扫门牌码');
    await zhoumin.sees('门牌码对上了');
    await zhoumin.sees('听力不好');
    await zhoumin.sees('这次必看');
  });

  it('照记录表填，燃气不安全，拍一张', async () => {
    await zhoumin.taps('开始探访');
    await zhoumin.sees('家庭经济状况');
    await zhoumin.taps(/^稳定/);
    await zhoumin.chooses('行动能力', '较差');
    for (const question of ['疾病状况', '精神状态']) await zhoumin.chooses(question, '无变化');
    await zhoumin.chooses('燃气安全', '不安全');
    await zhoumin.sees(/阀门/);
    await zhoumin.taps('拍一张');
    await zhoumin.until('照片在表上', () =>
      [...zhoumin.wechat.view.all()].some((view) => String(view.attribute('src')).startsWith('wxfile://tmp/')),
    );
    for (const question of ['水暖安全', '用电安全', '消防安全']) await zhoumin.chooses(question, '安全');
    for (const question of ['个人卫生', '家庭卫生', '室内环境']) await zhoumin.chooses(question, '无变化');
    await zhoumin.sees('已答 11 / 11');
    await turnsPages(zhoumin);
  });

  it('签名，提交，看到编号；照片和签名也到了', async () => {
    await zhoumin.taps('填好了，请老人确认');
    await zhoumin.chooses(/觉得这次怎么样/, '满意');
    await zhoumin.signs(/请李奶奶在这里签名/);
    zhoumin.wechat.network.state = 'slow';
    zhoumin.wechat.network.delayMs = 500;
    await zhoumin.taps('提交记录');
    await zhoumin.sees('社区收到了，谢谢您');
    zhoumin.wechat.network.state = 'good';
    const number = /编号 ?([\d-]+)/.exec(zhoumin.words)?.[1];
    const { items } = (await visitor('GET', '/visits?mine=1&limit=1')).body;
    expect(items[0]).toMatchObject({ number, elderName: '李秀兰' });
    await eventually(
      '照片和签名都收到',
      async () => (await visitor('GET', `/visits/${items[0].id}`)).body.files,
      ({ received, expected }) => expected === 2 && received === 2,
    );
    expect(
      zhoumin.wechat.network.sent.filter(({ method, path }) => method === 'POST' && path === '/api/visits'),
    ).toHaveLength(1);
    expect(zhoumin.wechat.errors).toEqual([]);
  });

  it('女儿从通知打开，说我来处理；点有事微信告诉我时，当场就问，不等别的', async () => {
    const path = `/phones/${openidOf('wangjing')}/messages`;
    const isNew = ({ rows }: { rows: { value: string }[] }) => rows.some(({ value }) => value.includes('2 件事'));
    const messages = await eventually(
      '王静收到通知',
      async () => (await phones.product.world('GET', path)).body.items as { page: string; rows: { value: string }[] }[],
      (items) => items.some(isNew),
    );
    const wangjing = phones.of('wangjing', 50);
    const { network } = wangjing.wechat;
    wangjing.wechat.launch(messages.find(isNew)!.page);
    await wangjing.sees('轮到您了');
    await wangjing.taps('看看怎么办');
    await wangjing.sees('您想怎么办？');
    await wangjing.chooses('您想怎么办？', '我来处理');
    network.state = 'down';
    await wangjing.taps('就选我来处理');
    await wangjing.sees('再点一次就行，不会重复');
    expect(await gasNeed()).toMatchObject({ status: 'open' });
    network.state = 'deaf';
    await wangjing.taps('就选我来处理');
    await wangjing.until('等不到回音', () => network.sent.filter(isAnswer).length === 1);
    await wangjing.sees('没等到回音');
    network.state = 'slow';
    network.delayMs = 500;
    await wangjing.taps('就选我来处理');
    await wangjing.sees('家里在办');
    network.state = 'good';
    const answers = network.sent.filter(isAnswer).map(({ body }) => body as { id: string });
    expect(answers).toHaveLength(2);
    expect(answers[1]).toEqual(answers[0]);
    const { body: told } = await community('GET', `/needs/${(await gasNeed())!.id}`);
    expect((told.steps as { kind: string }[]).filter(({ kind }) => kind === 'answer')).toHaveLength(1);
    expect(await gasNeed()).toMatchObject({ status: 'acknowledged', handler: 'family' });
    await wangjing.taps('有事微信告诉我');
    await wangjing.sees(/还能收 \d+ 次/);
    const [asked] = wangjing.wechat.calls.filter(({ api }) => api === 'requestSubscribeMessage');
    expect(asked).toMatchObject({ inTap: true, option: { tmplIds: ['need-raised-template', 'need-closed-template'] } });
    expect(wangjing.wechat.errors).toEqual([]);
  });
});

describe('提交时网不好', () => {
  const visits = async () => (await visitor('GET', '/visits?mine=1&limit=100')).body.items.length as number;

  it.each([
    ['断了', 'down', '刘长河', '社区收到了'],
    ['送到了，回音没回来', 'deaf', '孙桂英', '社区收到了'],
  ] as const)('%s：存好了，有网以后自己送出，只有一份', async (_, state, elder, received) => {
    const before = await visits();
    const again = phones.of('zhoumin', 20);
    const { network } = again.wechat;
    again.wechat.launch();
    await fillsQuietly(again, elder);
    network.state = state;
    await again.taps('提交记录');
    await again.sees('存好了，有网自动送出');
    network.state = 'good';
    await again.sees(received);
    const after = await eventually('多了一份', visits, (count) => count > before);
    expect(after).toBe(before + 1);
    const records = network.sent.filter(isRecord).map(({ body }) => body);
    expect(records).toHaveLength(state === 'deaf' ? 2 : 1);
    expect(records.at(-1)).toEqual(records[0]);
  });
});

/** A visit on which all is well, up to the elder's signature. */
async function fillsQuietly(person: Person, elder: string): Promise<void> {
  await person.sees(elder);
  await person.taps(elder);
  await person.taps('开始探访');
  await person.taps(/^稳定/);
  await person.chooses('行动能力', '一般');
  for (const question of ['疾病状况', '精神状态', '个人卫生', '家庭卫生', '室内环境'])
    await person.chooses(question, '无变化');
  for (const question of ['燃气安全', '水暖安全', '用电安全', '消防安全']) await person.chooses(question, '安全');
  await turnsPages(person);
  await person.taps('填好了，请老人确认');
  await person.chooses(/觉得这次怎么样/, '满意');
  await person.signs(/在这里签名/);
}

async function turnsPages(person: Person): Promise<void> {
  for (let part = 0; part < 6 && !person.words.includes('填好了，请老人确认'); part += 1) {
    const shown = person.words;
    await person.taps(/^下一段/);
    await person.until('换了一段', () => person.words !== shown);
  }
}
