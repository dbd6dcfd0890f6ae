import { join } from 'node:path';
import { eventually, openidOf, type Client } from './support/product';
import { Stage, type Device, type DeviceKind } from './support/stage';
import { takePhoto } from './support/photo';

interface Way {
  /** Names of its pictures in docs/images. */
  shown?: { today?: string; form?: string; need?: string; morning?: string };
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

/** The product's promise: from 提交记录 to the daughter's phone. */
const NOTICE_WITHIN_MS = 60_000;

interface Need {
  id: string;
  matter: string;
  status: string;
  handler: string | null;
  elder: { name: string };
}

/**
 * The product's main journey, from the visitor's list to the community's: 周敏 visits 李秀兰, the gas hose is cracked and
 * walking has become hard; 王静 is told and takes it on; 刘芳 sees it.
 */
export function describeMainJourney(way: Way): void {
  describe(`一次探访走到底（${way.how}）`, () => {
    let stage: Stage;
    let zhoumin: Device;
    let wangjing: Device;
    let liufang: Device;
    let visitor: Client;
    let community: Client;
    let messagesBefore: { id: string }[] = [];
    let submittedAt = 0;

    const play = (title: string, part: () => Promise<void>) => it(title, () => stage.play(part), 90_000);
    const messages = async (): Promise<{ id: string; title: string; rows: { value: string }[]; page: string }[]> =>
      (await stage.product.world('GET', `/phones/${openidOf('wangjing')}/messages`)).body.items;
    const needs = async (): Promise<Need[]> => {
      const { body } = await community('GET', '/needs?limit=100');
      return (body.items as Need[]).filter(({ elder, status }) => elder.name === '李秀兰' && status !== 'closed');
    };

    beforeAll(async () => {
      stage = await Stage.open(way.name);
      [visitor, community] = await Promise.all([stage.product.as('zhoumin'), stage.product.as('liufang')]);
      messagesBefore = await messages();
    }, 120_000);
    afterAll(() => stage?.close());

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
      await zhoumin.step('today', way.shown?.today);
    });

    play('扫李秀兰家的门牌码，看到进门前该知道的', async () => {
      await zhoumin.press('扫门牌码');
      await zhoumin.sees('输入或粘贴门牌上的码');
      await zhoumin.step('door-code');
      if (way.scan === 'picked') await zhoumin.press(/李秀兰家的门/);
      else {
        const url = await stage.product.doorUrl('李秀兰');
        await zhoumin.hands.write(zhoumin.page.getByLabel('输入或粘贴门牌上的码'), url);
        await zhoumin.press('就是这家');
      }
      await zhoumin.sees('门牌码对上了');
      await zhoumin.sees('听力不好');
      await zhoumin.sees('燃气要留意');
      await zhoumin.sees('这次必看');
      await zhoumin.step('elder-card');
    });

    play('紧急求助随时在手边，先打电话', async () => {
      await zhoumin.press('紧急求助');
      await zhoumin.sees('先打电话，别的都可以后补');
      for (const number of ['120', '119', '110']) await zhoumin.sees(zhoumin.button(new RegExp(`打 ${number}`)));
      await zhoumin.step('emergency');
      await zhoumin.press(zhoumin.page.getByRole('dialog').getByRole('button', { name: '收起' }));
    });

    const answer = (question: string, option: string) =>
      zhoumin.hands.choose(zhoumin.page.getByRole('radiogroup', { name: question, exact: true }), option);
    /** At the foot of the page: by keyboard one would come through everything above it, so a mouse it is. */
    const nextPart = (title: string) => {
      const button = zhoumin.button(`下一段：${title}`);
      return way.phone.by === 'touch' ? button.tap() : button.click();
    };

    play('照济南的记录表填：行动能力较差，燃气不安全', async () => {
      await zhoumin.press('开始探访');
      await zhoumin.sees('家庭经济状况');
      await zhoumin.step('form-empty');
      await zhoumin.hands.press(zhoumin.page.getByRole('checkbox', { name: /^稳定/ }));
      await nextPart('健康状况');
      await answer('行动能力', '较差');
      await zhoumin.sees('扶着坐稳再说话');
      await answer('疾病状况', '无变化');
      await answer('精神状态', '无变化');
      await zhoumin.step('form-health');
      await nextPart('安全情况');
      // Last time's answer stands there in words; none of the four is answered by it.
      await zhoumin.sees('上次：较安全');
      const safety = zhoumin.page.getByRole('radiogroup', { name: /安全$/ });
      expect(await safety.count()).toBe(4);
      expect(await safety.getByRole('radio', { checked: true }).count()).toBe(0);
      await answer('燃气安全', '不安全');
      await zhoumin.sees(/阀门/);
      await zhoumin.step('form-danger', way.shown?.form);
    });

    play('给裂了的软管拍一张，其余三样安全', async () => {
      const photo = await takePhoto(zhoumin.page, join(stage.folder, 'gas-hose.jpg'));
      await zhoumin.page.locator('input[type=file]').first().setInputFiles(photo);
      await zhoumin.sees(zhoumin.page.locator('.photo img'));
      await answer('水暖安全', '安全');
      await answer('用电安全', '安全');
      await answer('消防安全', '安全');
      await zhoumin.step('form-photo');
      await answer('个人卫生', '无变化');
      await answer('家庭卫生', '无变化');
      await answer('室内环境', '无变化');
      await zhoumin.sees('已答 11 / 11');
      await zhoumin.scrollToEnd();
      await zhoumin.sees('填好了，请老人确认');
      await zhoumin.step('form-filled');
    });

    play('老人签名，交上去，看到编号', async () => {
      await zhoumin.press('填好了，请老人确认');
      await zhoumin.sees('请李奶奶确认');
      await zhoumin.step('sign-empty');
      await answer('李奶奶觉得这次怎么样？', '满意');
      await zhoumin.hands.draw(zhoumin.page.getByRole('img', { name: /请李奶奶在这里签名/ }));
      await zhoumin.sees(zhoumin.button('重写'));
      await zhoumin.step('signed');
      submittedAt = Date.now();
      await zhoumin.press('提交记录');
      await zhoumin.sees('社区收到了，谢谢您');
      const received = await zhoumin.sees(/编号 /);
      const number = /编号 ?(\S+)/.exec(await received.innerText())?.[1];
      await zhoumin.sees(/告诉女儿王静/);
      await zhoumin.step('received');
      const { body } = await visitor('GET', '/visits?mine=1&limit=1');
      expect(body.items[0]).toMatchObject({ number, elderName: '李秀兰' });
    });

    play('一分钟内，女儿的手机上来了一条通知，只有一条', async () => {
      const fresh = await eventually(
        '王静的手机收到通知',
        async () => (await messages()).filter(({ id }) => !messagesBefore.some((before) => before.id === id)),
        (items) => items.length > 0,
        NOTICE_WITHIN_MS,
      );
      expect(Date.now() - submittedAt).toBeLessThan(NOTICE_WITHIN_MS);
      const words = fresh.flatMap(({ title, rows }) => [title, ...rows.map(({ value }) => value)]).join(' ');
      expect(words).toContain('李奶奶家有 2 件事请您看看');
      // Others may look at this phone: no full name, no address, nothing about health.
      expect(words).not.toMatch(/李秀兰|号楼|走路|行动|燃气/);
      expect(fresh).toHaveLength(1);
      // The hose was open since last week: seen again it is the same need.
      expect((await needs()).map(({ matter }) => matter).sort()).toEqual(['gas-safety', 'mobility']);
    });

    play('王静从通知点进来，读到一句明白话', async () => {
      wangjing = await stage.device(way.phone);
      await wangjing.open();
      await wangjing.press(/^王静/);
      await wangjing.sees('李秀兰，82 岁');
      await wangjing.open(`/simulator/phones/${openidOf('wangjing')}`);
      await wangjing.sees('李奶奶家有 2 件事请您看看');
      await wangjing.picture('wechat-notice');
      await wangjing.hands.press(wangjing.page.getByRole('link', { name: '进入小程序查看' }).last());
      await wangjing.sees('轮到您了');
      await wangjing.sees(/今天 9:\d\d 周敏去看过/);
      await wangjing.sees('还有 1 件也等您拿主意');
      await wangjing.step('parent');
    });

    play('她看到照片，点“我来处理”', async () => {
      await wangjing.press('看看怎么办');
      await wangjing.sees('您想怎么办？');
      await wangjing.sees(wangjing.button(/^放大.*照片 1$/).locator('img'));
      const page = await wangjing.page.getByRole('main').filter({ visible: true }).innerText();
      expect(page).toContain('燃气');
      // The words of officers are for officers.
      expect(page).not.toMatch(/工单|处置|隐患项|对象|用户/);
      await wangjing.step('need', way.shown?.need);
      await wangjing.hands.choose(wangjing.page.getByRole('radiogroup', { name: '您想怎么办？' }), '我来处理');
      await wangjing.press('就选我来处理');
      await wangjing.sees('家里在办');
      await wangjing.step('need-taken');
      const [gas] = (await needs()).filter(({ matter }) => matter === 'gas-safety');
      expect(gas).toMatchObject({ status: 'acknowledged', handler: 'family' });
    });

    play('刘芳看到这件事家里在办，另一件还等着', async () => {
      liufang = await stage.device(way.officer);
      await liufang.open();
      await liufang.press(/^刘芳/);
      await liufang.sees('先办哪几件');
      await liufang.step('morning', way.shown?.morning);
      await liufang.press('需求');
      await liufang.sees('走路吃力，要留意');
      await liufang.step('needs-open');
      await liufang.hands.choose(liufang.page.getByRole('tablist', { name: '哪些事' }), '有人在办');
      const need = await liufang.sees(liufang.pressable(/^燃气/));
      await liufang.step('needs-taken');
      await liufang.press(need);
      await liufang.sees(/王静：我来处理/);
      await liufang.step('need-of-officer');
    });

    it('一路上没有严重的无障碍错误，没有截断的字、太小的按钮', () => {
      expect(stage.faults).toEqual([]);
    });
  });
}
