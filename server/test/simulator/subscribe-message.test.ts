import { api, CITY, NOTICE, PROGRESS, RESULT, startStory, WANG, ZHOU, type Story } from './story';

let story: Story;
beforeEach(() => {
  story = startStory();
});
afterEach(() => story.close());

const popup = async (results: Record<string, string>, keep = false) =>
  (await story.post(`/world/phones/${WANG}/subscriptions`, { results, keep })).body;
const switches = async (body: object) => (await story.put(`/world/phones/${WANG}/switches`, body)).body;
const inbox = async (openid = WANG) => (await story.get(`/world/phones/${openid}/messages`)).body.items;
const creditsOf = async (templateId: string) => {
  const { templates } = (await story.get(`/world/phones/${WANG}/subscriptions`)).body;
  return templates.find((template: { templateId: string }) => template.templateId === templateId).credits;
};

describe('一次性订阅', () => {
  it('one accept is one send: the second is refused', async () => {
    await story.accept();
    expect((await story.send()).body.errcode).toBe(0);
    expect((await story.send()).body).toMatchObject({
      errcode: 43101,
      errmsg: expect.stringMatching(/^user refuse to accept the msg rid: /),
    });
    expect(await inbox()).toHaveLength(1);
  });

  it('accepts add up, and each template has its own', async () => {
    await story.accept();
    await story.accept();
    await story.accept(PROGRESS);
    expect((await story.send()).body.errcode).toBe(0);
    expect((await story.send()).body.errcode).toBe(0);
    expect((await story.send()).body.errcode).toBe(43101);
    expect(
      (await story.send({ template_id: PROGRESS, data: { thing1: { value: '上次请您看的事' } } })).body.errcode,
    ).toBe(0);
  });

  it('keeps a journal of all that it took, for whom, in its order', async () => {
    await story.accept();
    await story.accept();
    await story.send();
    await story.send({ data: { ...NOTICE, thing4: { value: '她人平安' } } });
    expect((await story.send()).body.errcode).toBe(43101);
    const { items } = (await story.get('/world/messages')).body;
    expect(items).toMatchObject([{ openid: WANG }, { openid: WANG }]);
    expect(items.map(({ rows }: { rows: { value: string }[] }) => rows.at(-1)!.value)).toEqual([
      NOTICE.thing4.value,
      '她人平安',
    ]);
  });

  it('sends twice what is sent twice', async () => {
    await story.accept();
    await story.accept();
    const [first, second] = [await story.send(), await story.send()];
    expect(first.text).not.toBe(second.text);
    const messages = await inbox();
    expect(messages).toHaveLength(2);
    expect(messages[0].rows).toEqual(messages[1].rows);
  });

  it('costs nothing when the call is refused for another reason', async () => {
    await story.accept();
    await story.send({ data: { ...NOTICE, thing1: { value: '' } } });
    await story.send({ page: 'pages/nowhere' });
    await story.send({ touser: ZHOU });
    expect(await creditsOf(RESULT)).toBe(1);
    expect((await story.send()).body.errcode).toBe(0);
  });

  it('one person does not spend the credit of another', async () => {
    await story.accept();
    expect((await story.send({ touser: ZHOU })).body.errcode).toBe(43101);
    expect(await inbox(ZHOU)).toEqual([]);
  });
});

describe('订阅弹窗', () => {
  it('answers in the shape of wx.requestSubscribeMessage', async () => {
    expect(await popup({ [RESULT]: 'accept', [PROGRESS]: 'reject' })).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      [RESULT]: 'accept',
      [PROGRESS]: 'reject',
    });
    expect(await creditsOf(RESULT)).toBe(1);
    expect(await creditsOf(PROGRESS)).toBe(0);
  });

  it('总是保持以上选择: later taps no longer count, an accept still earns a send', async () => {
    await popup({ [RESULT]: 'accept', [PROGRESS]: 'reject' }, true);
    expect(await popup({ [RESULT]: 'reject', [PROGRESS]: 'accept' })).toMatchObject({
      [RESULT]: 'accept',
      [PROGRESS]: 'reject',
    });
    expect(await creditsOf(RESULT)).toBe(2);
    expect(await creditsOf(PROGRESS)).toBe(0);
  });

  it('filters a second template of the same title and bans a closed one, without credit', async () => {
    const answers = await popup({ [RESULT]: 'accept', 'template-same-title': 'accept', 'template-banned': 'accept' });
    expect(answers).toMatchObject({ [RESULT]: 'accept', 'template-same-title': 'filter', 'template-banned': 'ban' });
    expect(await creditsOf('template-same-title')).toBe(0);
    expect(await creditsOf('template-banned')).toBe(0);
  });

  it.each([
    ['no template', {}, 10001],
    ['an unknown template', { nothing: 'accept' }, 20001],
    ['one-time beside long-term', { [RESULT]: 'accept', [CITY]: 'accept' }, 20002],
    ['six templates', Object.fromEntries(Array.from('abcdef', (id) => [id, 'accept'])), 20003],
  ])('fails with %s', async (_what, results: Record<string, string>, errCode) => {
    expect(await popup(results)).toEqual({ errMsg: expect.stringMatching(/^requestSubscribeMessage:fail ./), errCode });
  });

  it('fails while the main switch is off', async () => {
    await switches({ mainSwitch: false });
    expect((await popup({ [RESULT]: 'accept' })).errCode).toBe(20004);
    await switches({ mainSwitch: true });
    expect((await popup({ [RESULT]: 'accept' }))[RESULT]).toBe('accept');
  });
});

describe('长期订阅 and the settings page', () => {
  const toCity = () => story.send({ template_id: CITY, data: { thing1: { value: '降温了' } } });

  it('long-term: one accept, any number of sends, until cancelled', async () => {
    expect((await toCity()).body.errcode).toBe(43101);
    await popup({ [CITY]: 'accept' });
    for (let time = 0; time < 3; time += 1) expect((await toCity()).body.errcode).toBe(0);
    await switches({ kept: { [CITY]: 'reject' } });
    expect((await toCity()).body.errcode).toBe(43101);
    await switches({ kept: { [CITY]: null } });
    expect((await toCity()).body.errcode).toBe(43101);
  });

  it('main switch off: nothing arrives, and the credit is still there afterwards', async () => {
    await story.accept();
    await switches({ mainSwitch: false });
    expect((await story.send()).body.errcode).toBe(43101);
    await switches({ mainSwitch: true });
    expect((await story.send()).body.errcode).toBe(0);
  });

  it('refusing a template for good gives up what was left', async () => {
    await story.accept();
    await switches({ kept: { [RESULT]: 'reject' } });
    expect((await story.send()).body.errcode).toBe(43101);
    await switches({ kept: { [RESULT]: 'accept' } });
    expect((await story.send()).body.errcode).toBe(43101);
    await popup({ [RESULT]: 'reject' });
    expect((await story.send()).body.errcode).toBe(0);
  });
});

describe('subscribe/send', () => {
  it('answers with a bare msgid beyond 2^53, which a JavaScript number loses', async () => {
    await story.accept();
    const { text, body } = await story.send();
    const msgid = /^\{"errcode":0,"errmsg":"ok","msgid":(\d{19})\}$/.exec(text)?.[1] ?? '';
    expect(BigInt(msgid) > 2n ** 53n).toBe(true);
    expect(BigInt(msgid) < 2n ** 63n).toBe(true);
    expect(String(BigInt(body.msgid))).not.toBe(msgid);
    expect((await inbox())[0].id).toBe(msgid);
  });

  it('shows the notice on the phone: title, labels, page', async () => {
    await story.accept();
    await story.send({ page: 'family/need/index?id=01NEED', miniprogram_state: 'trial' });
    expect((await inbox())[0]).toMatchObject({
      at: story.clock.now,
      title: '探访结果提醒',
      appName: '探访关爱',
      page: 'family/need/index?id=01NEED',
      state: 'trial',
      rows: [
        { key: 'thing1', label: '探访对象', value: '您的母亲' },
        { key: 'time2', label: '探访时间', value: '2026年11月24日 09:48' },
        { key: 'phrase3', label: '探访结果', value: '有事待看' },
        { key: 'thing4', label: '温馨提示', value: '她人平安，有件事请您拿主意' },
      ],
    });
  });

  const without = (key: keyof typeof NOTICE) => Object.fromEntries(Object.entries(NOTICE).filter(([k]) => k !== key));

  it.each([
    ['a missing key', without('time2'), 'argument invalid! data.time2.value is empty'],
    ['a misspelt key', { ...without('thing1'), thing01: { value: '您的母亲' } }, 'data.thing1.value is empty'],
    ['an empty value', { ...NOTICE, thing4: { value: '' } }, 'data.thing4.value is empty'],
    ['no value at all', { ...NOTICE, thing4: {} }, 'data.thing4.value is empty'],
    ['a key of null', { ...NOTICE, thing4: null }, 'data.thing4.value is empty'],
    ['21 characters', { ...NOTICE, thing4: { value: '字'.repeat(21) } }, 'data.thing4.value invalid'],
    ['a sign in a phrase', { ...NOTICE, phrase3: { value: '有事！' } }, 'data.phrase3.value invalid'],
    ['a number as a number', { ...NOTICE, thing4: { value: 4 } }, 'data.thing4.value invalid'],
  ])('47003 for %s', async (_what, data, text) => {
    await story.accept();
    const { body } = await story.send({ data });
    expect(body.errcode).toBe(47003);
    expect(body.errmsg).toContain(`${text} rid: `);
    expect(await inbox()).toEqual([]);
  });

  it('cuts a long 47003 text as the platform does', async () => {
    await story.close();
    const template = { id: RESULT, title: '单号', fields: [{ key: 'character_string9', label: '单号' }] };
    story = startStory({ templates: [template] });
    const { body } = await story.send({ data: { character_string9: { value: '汉字' } } });
    expect(body.errmsg).toMatch(/^argument invalid! data\.character_string9\.value i rid: /);
  });

  it('passes by keys the template does not have', async () => {
    await story.accept();
    await story.send({ data: { ...NOTICE, thing99: { value: '多出来的' } } });
    expect((await inbox())[0].rows).toHaveLength(4);
  });

  it.each([
    ['an unknown openid', { touser: 'nobody' }, 40003],
    ['an openid of another app', { touser: 'oElsewhere' }, 40003],
    ['no openid', { touser: undefined }, 40003],
    ['an unknown template', { template_id: 'nothing' }, 40037],
    ['no template', { template_id: undefined }, 40037],
    ['a page that is not released', { page: 'pages/nowhere/index' }, 41030],
    ['a page with a leading slash', { page: '/pages/landing/index' }, 41030],
    ['an unknown version', { miniprogram_state: 'release' }, 40097],
    ['an unknown language', { lang: 'fr_FR' }, 40097],
    ['data that is no object', { data: 'thing1' }, 47001],
  ])('refuses %s', async (_what, changes, errcode) => {
    await story.accept();
    expect((await story.send(changes)).body.errcode).toBe(errcode);
  });

  it('looks at the token before anything else, and stops at the day quota', async () => {
    expect((await story.send({}, '')).body.errcode).toBe(41001);
    expect((await story.send({}, 'made-up')).body.errcode).toBe(40001);
    const path = api('/cgi-bin/message/subscribe/send');
    expect((await story.get(path)).body.errcode).toBe(43002);
    expect((await story.post(path)).body.errcode).toBe(41001);
    expect((await story.post(`${path}?access_token=${await story.token()}`)).body.errcode).toBe(44002);
    await story.close();
    story = startStory({ quotas: { 'subscribe-send': { perDay: 1 } } });
    await story.accept();
    await story.accept();
    expect((await story.send()).body.errcode).toBe(0);
    expect((await story.send()).body.errcode).toBe(45009);
    expect(await creditsOf(RESULT)).toBe(1);
  });
});
