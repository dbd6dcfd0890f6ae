import { join } from 'node:path';
import { eventually, openidOf, type Client } from './support/product';
import { Stage, type Device, type DeviceKind } from './support/stage';
import { takePhoto } from './support/photo';

interface Way {
  /** Names the folder of pictures. */
  name: string;
  /** What is special about it, in words. */
  how: string;
  phone: DeviceKind;
  /** 刘芳's. */
  officer: DeviceKind;
  /** At the door: picks 李秀兰's code from the list, or pastes what is printed on it. */
  scan: 'picked' | 'pasted';
}

/** What 周敏 sees besides the cracked hose and the unsteady walk. */
const nothingElse: [question: string, answer: string][] = [
  ['疾病状况', '无变化'],
  ['精神状态', '无变化'],
  ['水暖安全', '安全'],
  ['用电安全', '安全'],
  ['消防安全', '安全'],
  ['个人卫生', '无变化'],
];

/**
 * The product's main journey, from the visitor's list to the community's: 周敏 visits 李秀兰, the gas hose is cracked and
 * walking has become hard; 王静 is told and takes it on; 刘芳 sees it.
 */
export function describeMainJourney(way: Way): void {
  describe(`一次探访走到底（${way.how}）`, () => {
    let stage: Stage;
    let zhoumin: Device;
    let wangjing: Device;
    let daughter: Client;
    let community: Client;
    let visitId = '';
    let noticesBefore = 0;

    beforeAll(async () => {
      stage = await Stage.open(way.name);
      daughter = await stage.product.as('wangjing');
      community = await stage.product.as('liufang');
      noticesBefore = (await messages()).length;
    }, 120_000);
    afterAll(() => stage?.close());

    const messages = async (): Promise<{ title: string; page: string; rows: { value: string }[] }[]> =>
      (await stage.product.world('GET', `/phones/${openidOf('wangjing')}/messages`)).body.items;
    const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);

    play('周敏登录，看到今天该看谁，上周没见到的在最前', async () => {
      zhoumin = await stage.device(way.phone);
      await zhoumin.open();
      await zhoumin.sees('您想当谁？');
      await zhoumin.step('sign-in');
      await zhoumin.press(/^周敏/);
      await zhoumin.sees('周敏，上午好');
      await zhoumin.sees('李秀兰');
      const rows = await zhoumin.page.locator('a.row').filter({ visible: true }).allInnerTexts();
      expect(rows.map((row) => /孙桂英|李秀兰|刘长河/.exec(row)?.[0])).toEqual(['孙桂英', '李秀兰', '刘长河']);
      expect(rows[0]).toContain('上周没见到，先去');
      await zhoumin.step('today');
    });

    play('扫李秀兰家的门牌码，看到进门前该知道的', async () => {
      await zhoumin.press('扫门牌码');
      await zhoumin.sees('输入或粘贴门牌上的码');
      await zhoumin.step('door-code');
      if (way.scan === 'picked') await zhoumin.press(/李秀兰家的门/);
      else {
        const doors = (await stage.product.world('GET', '/door-codes')).body.items as { label: string; url: string }[];
        const { url } = doors.find(({ label }) => label.startsWith('李秀兰'))!;
        await zhoumin.hands.write(zhoumin.page.getByLabel('输入或粘贴门牌上的码'), url);
        await zhoumin.press('就是这家');
      }
      await zhoumin.sees('听力不好');
      await zhoumin.sees(/燃气/);
      await zhoumin.sees('这次必看');
      await zhoumin.step('elder-card');
    });

    play('照济南的记录表填：燃气不安全，行动能力较差', async () => {
      await zhoumin.press('开始探访');
      await zhoumin.sees('家庭经济状况');
      await zhoumin.step('form-empty');
      const { page, hands } = zhoumin;
      await hands.press(page.getByRole('checkbox', { name: /^稳定/ }));
      await hands.choose(page.getByRole('radiogroup', { name: '行动能力' }), '较差');
      await zhoumin.sees('扶着坐稳再说话');
      for (const [question, answer] of nothingElse.slice(0, 2)) await answerWith(question, answer);
      await hands.choose(page.getByRole('radiogroup', { name: '燃气安全' }), '不安全');
      await zhoumin.sees(/关.*阀门/);
      await zhoumin.step('form-danger');
      for (const [question, answer] of nothingElse.slice(2)) await answerWith(question, answer);
    });

    const answerWith = (question: string, answer: string) =>
      zhoumin.hands.choose(zhoumin.page.getByRole('radiogroup', { name: question, exact: true }), answer);

    play('拍照、请老人签名', async () => {
      const { page } = zhoumin;
      const photo = await takePhoto(page, join(stage.folder, 'gas-hose.jpg'));
      await page.locator('input[type=file]').first().setInputFiles(photo);
      await zhoumin.step('form-filled');
    });

    it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
      expect(stage.faults).toEqual([]);
    });
    void [wangjing!, daughter!, community!, visitId, noticesBefore, eventually];
  });
}
