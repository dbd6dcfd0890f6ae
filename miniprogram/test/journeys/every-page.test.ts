import { ulid } from 'ulid';
import type { Client } from './support/product';
import { Stage, type DeviceKind } from './support/stage';

/**
 * Every page there is, opened by its address, as it stands on a phone, in 关怀模式, and officers' pages at a PC: no serious
 * fault for screen readers and keyboards, nothing cut off, nothing too small.
 */
interface Place {
  address: string;
  /** Words that are there when the page is. */
  shows: string | RegExp;
}

const phone: DeviceKind = {};
const care: DeviceKind = { care: true };
const desk: DeviceKind = { by: 'keyboard', desk: true };

let stage: Stage;
let ids: { elder: string; need: string; familyNeed: string; visit: string; doorCode: string; district: string };
/** 石狮: 施玉英, who is not registered on 附件3 yet, and 蔡金土's sheet. */
let village: { elder: string; sheet: string };

beforeAll(async () => {
  stage = await Stage.open('every-page');
  const [visitor, community, family] = await Promise.all(
    ['zhoumin', 'liufang', 'wangjing'].map((who) => stage.product.as(who)),
  );
  ids = await idsOf(visitor!, community!, family!);
  village = await idsInTheVillage(await stage.product.as('shiqingshan'));
}, 120_000);
afterAll(() => stage?.close());

async function idsOf(visitor: Client, community: Client, family: Client): Promise<typeof ids> {
  const [visits, list, needs, mine, districts] = await Promise.all([
    visitor('GET', '/visits?mine=1&limit=1'),
    visitor('GET', '/worklist?limit=100'),
    community('GET', '/needs?limit=1'),
    family('GET', '/needs?limit=1'),
    community('GET', '/districts'),
  ]);
  const elder = (list.body.items as { name: string; elderId: string }[]).find(({ name }) => name === '李秀兰')!.elderId;
  const detail = await community('GET', `/elders/${elder}`);
  const doorCode: string = detail.body.doorCodes[0].id;
  await family('POST', `/parents/${elder}/objections`, { id: ulid(), note: '门牌换了，现在是 302' });
  return {
    elder,
    doorCode,
    need: needs.body.items[0].id,
    familyNeed: mine.body.items[0].id,
    visit: visits.body.items[0].id,
    district: districts.body.items[0].id,
  };
}

async function idsInTheVillage(worker: Client): Promise<typeof village> {
  const { body } = await worker('GET', '/elders?limit=100');
  const idOf = (name: string) => (body.items as { id: string; name: string }[]).find((one) => one.name === name)!.id;
  const sheets = await worker('GET', `/elders/${idOf('蔡金土')}/sheets`);
  return { elder: idOf('施玉英'), sheet: sheets.body.items[0].id };
}

async function look(persona: string | null, kinds: DeviceKind[], places: Place[]): Promise<void> {
  for (const kind of kinds) {
    const device = await stage.device(kind);
    if (persona) await device.signIn(persona);
    for (const [index, { address, shows }] of places.entries()) {
      // Loaded anew each time, or words of the page before would be taken for this one's.
      await device.open(address.replace('/#', `/?${index}#`));
      await device.sees(shows);
      const page = address.replace(/^\/#\/|\/index.*$/g, '').replace('/', '-');
      await device.step(`${kind.care ? 'care' : kind.desk ? 'desk' : 'phone'}-${page}`);
    }
    await device.context.close();
  }
  expect(stage.faults.splice(0)).toEqual([]);
}

const see = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part, { goesOn: true }), 120_000);

see('登录之前', () => look(null, [phone, care, desk], [{ address: '/', shows: '您想当谁？' }]));

see('探访员的各页', () =>
  look(
    'zhoumin',
    [phone, care],
    [
      { address: '/#/visitor/today/index', shows: /还要去/ },
      { address: '/#/visitor/scan/index', shows: '还没有扫到门牌码' },
      { address: `/#/visitor/card/index?elderId=${ids.elder}`, shows: '听力不好' },
      { address: `/#/visitor/form/index?elderId=${ids.elder}`, shows: '这份记录不在手里了' },
      { address: `/#/visitor/no-answer/index?elderId=${ids.elder}`, shows: '先别走，试三次' },
      { address: '/#/visitor/records/index', shows: '孙桂英' },
      { address: `/#/visitor/done/index?visitId=${ids.visit}`, shows: /编号/ },
      { address: '/#/pages/me/index', shows: '关怀模式' },
    ],
  ),
);

see('石狮的登记表', () =>
  look(
    'caimeihong',
    [phone, care],
    [
      { address: `/#/visitor/card/index?elderId=${village.elder}`, shows: '还没填过' },
      { address: `/#/visitor/sheet-fill/index?elderId=${village.elder}&kind=registration`, shows: '名册里已经有的' },
      { address: `/#/visitor/sheet/index?id=${village.sheet}`, shows: '没有收入，邻居接济' },
    ],
  ),
);

see('石狮的登记表，村里在电脑上', () =>
  look(
    'shiqingshan',
    [desk],
    [
      { address: `/#/officer/elder/index?id=${village.elder}`, shows: '还没填过' },
      { address: `/#/visitor/sheet/index?id=${village.sheet}`, shows: '没有收入，邻居接济' },
    ],
  ),
);

see('家人的各页', () =>
  look(
    'wangjing',
    [phone, care],
    [
      { address: '/#/family/parent/index', shows: '来看过的人' },
      { address: `/#/family/why/index?elderId=${ids.elder}`, shows: '李秀兰，每周至少看一次' },
      { address: `/#/family/plan/index?elderId=${ids.elder}`, shows: '说到妈妈的' },
      { address: '/#/family/needs/index', shows: /燃气/ },
      { address: `/#/family/need/index?id=${ids.familyNeed}`, shows: /看到的/ },
      { address: '/#/family/inbox/index', shows: /请您看看|办好了/ },
      { address: '/#/family/bind/index', shows: '再绑定一位' },
      { address: '/#/pages/me/index', shows: '关怀模式' },
    ],
  ),
);

see('等社区确认的家人', () =>
  look('liuyang', [phone, care], [{ address: '/#/family/parent/index', shows: '等社区确认' }]),
);

const reading = (ruleId: string) => `/#/officer/reading/index?districtId=${ids.district}&ruleId=${ruleId}`;
const rules = (): Place[] => [
  { address: '/#/officer/readings/index', shows: '历下区的规定' },
  { address: reading('jinan.cadence.aged-80-entrusted'), shows: /间隔太长/ },
];

const officerPages = (): Place[] => [
  { address: '/#/officer/morning/index', shows: '先办哪几件' },
  { address: '/#/officer/elders/index', shows: '王淑英' },
  { address: `/#/officer/elder/index?id=${ids.elder}`, shows: '李秀兰，82 岁' },
  { address: `/#/officer/why/index?id=${ids.elder}`, shows: '李秀兰，每周一次' },
  { address: `/#/officer/trial/index?elder=${ids.elder}`, shows: /岁，在名单里/ },
  { address: '/#/officer/trial/index?a=jinan', shows: '从一个例子开始' },
  { address: '/#/officer/objections/index', shows: '王静，李秀兰的女儿' },
  { address: '/#/officer/register/index', shows: '出生日期' },
  { address: `/#/officer/door-code/index?elderId=${ids.elder}&codeId=${ids.doorCode}`, shows: '探访员进门前请扫一扫' },
  { address: '/#/officer/worklist/index', shows: '孙桂英' },
  { address: '/#/officer/needs/index', shows: '还没人接' },
  { address: `/#/officer/need/index?id=${ids.need}`, shows: '看到了什么' },
  { address: '/#/officer/phone-tasks/index', shows: /的儿子|的女儿|的老伴/ },
  { address: '/#/officer/kinships/index', shows: '是本人，确认' },
  { address: '/#/officer/inbox/index', shows: /李秀兰|赵明德|孙桂英/ },
  ...rules(),
  { address: '/#/pages/me/index', shows: '关怀模式' },
];

see('社区工作人员的各页，电脑上', () => look('liufang', [desk], officerPages()));
see('社区工作人员的各页，手机上和关怀模式', () => look('liufang', [phone, care], officerPages()));
see('区里的人定本区规定，电脑上、手机上和关怀模式', () =>
  look(
    'hanlixin',
    [desk, phone, care],
    [...rules(), { address: reading('jinan.clock.urgent.close'), shows: '另定这一条' }],
  ),
);
see('区里的人看得到全区，没有自己办不了的事', async () => {
  await look(
    'hanlixin',
    [desk],
    [
      { address: '/#/officer/morning/index', shows: '先办哪几件' },
      { address: '/#/officer/worklist/index', shows: '陈玉珍' },
    ],
  );
  const device = await stage.device(desk);
  await device.signIn('hanlixin', '/#/officer/elders/index');
  await device.sees('陈玉珍');
  for (const name of ['登记一位老人', '打电话', '亲属确认']) expect(await device.pressable(name).count()).toBe(0);
  await device.open(`/?elder#/officer/elder/index?id=${ids.elder}`);
  await device.sees('李秀兰，82 岁');
  for (const name of ['给邀请码', '换一张新的', '加一位亲属', '销册'])
    expect(await device.pressable(name).count()).toBe(0);
});

see('关怀模式在“我的”里一点就开，重新打开还在；再点就关', async () => {
  const device = await stage.device({ by: 'keyboard' });
  await device.signIn('wangjing', '/#/pages/me/index');
  const care = device.page.getByRole('switch', { name: /关怀模式/ });
  const size = async () => {
    await device.settle();
    return care.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  };
  const usual = await size();
  await device.press(care);
  expect(await size()).toBeGreaterThanOrEqual(22);
  await device.page.reload();
  await device.sees(care);
  expect(await care.getAttribute('aria-checked')).toBe('true');
  expect(await size()).toBeGreaterThanOrEqual(22);
  await device.press(care);
  await device.sees(device.page.getByRole('switch', { name: /关怀模式/, checked: false }));
  expect(await size()).toBe(usual);
});
