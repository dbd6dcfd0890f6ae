import { api, startStory, type Story } from './story';

let story: Story;
beforeEach(() => {
  story = startStory();
});
afterEach(() => story.close());

const make = async (body: Record<string, unknown>) =>
  story.post(api('/wxa/getwxacodeunlimit', { access_token: await story.token() }), body);
const CODE = { scene: 'd=01ABC', page: 'visitor/scan/index' };

describe('getwxacodeunlimit', () => {
  it('answers with a picture of the width asked for', async () => {
    const reply = await make({ ...CODE, width: 600 });
    expect(reply.type).toContain('image/png');
    expect(reply.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(reply.bytes.readUInt32BE(16)).toBe(600);
    expect(story.world.wxacodes).toEqual([
      expect.objectContaining({ scene: 'd=01ABC', page: 'visitor/scan/index', envVersion: 'release', checked: true }),
    ]);
  });

  it.each([
    ['32 signs', { scene: 'a'.repeat(32) }],
    ['every sign allowed', { scene: "0Az!#$&'()*+,/:;=?@-._~" }],
    ['the narrowest', { width: 280 }],
    ['the widest', { width: 1280 }],
    ['a trial version', { env_version: 'trial' }],
    ['an unreleased page, unchecked', { page: 'pages/new/index', check_path: false }],
    ['no page: the main page', { page: undefined }],
  ])('takes %s', async (_what, changes) => {
    expect((await make({ ...CODE, ...changes })).type).toContain('image/png');
  });

  it.each([
    ['33 signs', { scene: 'a'.repeat(33) }, 40169],
    ['no scene', { scene: undefined }, 40169],
    ['an empty scene', { scene: '' }, 40169],
    ['a scene that is no text', { scene: 5 }, 40169],
    ['a percent sign', { scene: 'd%3D1' }, 40129],
    ['汉字', { scene: '门牌' }, 40129],
    ['a space', { scene: 'a b' }, 40129],
    ['an unreleased page', { page: 'pages/new/index' }, 41030],
    ['a leading slash', { page: '/visitor/scan/index' }, 41030],
    ['a query', { page: 'visitor/scan/index?a=1' }, 41030],
    ['a leading slash, even unchecked', { page: '/visitor/scan/index', check_path: false }, 41030],
    ['another version', { env_version: 'formal' }, 40097],
    ['too narrow', { width: 279 }, 40097],
    ['too wide', { width: 1281 }, 40097],
    ['a width as text', { width: '430' }, 40097],
  ])('refuses %s with JSON', async (_what, changes, errcode) => {
    const reply = await make({ ...CODE, ...changes });
    expect(reply.type).toContain('application/json');
    expect(reply.body.errcode).toBe(errcode);
    expect(story.world.wxacodes).toEqual([]);
  });

  it('stops at the minute quota with 45009 and at the number of unchecked pages', async () => {
    await story.close();
    story = startStory({ quotas: { wxacode: { perMinute: 2 } }, uncheckedPages: 1 });
    await make({ ...CODE, page: 'pages/new/a', check_path: false });
    expect((await make({ ...CODE, page: 'pages/new/b', check_path: false })).body.errcode).toBe(45029);
    expect((await make({ ...CODE, page: 'pages/new/a', check_path: false })).body).toBeNull();
    expect((await make(CODE)).body.errcode).toBe(45009);
    story.clock.advance(60_000);
    expect((await make(CODE)).body).toBeNull();
  });

  it('needs a token', async () => {
    expect((await story.post(api('/wxa/getwxacodeunlimit'), CODE)).body.errcode).toBe(41001);
  });
});
