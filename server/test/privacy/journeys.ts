import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

import sharp from 'sharp';
import { ulid } from 'ulid';

import { calendarDate } from '../../src/platform/clock/clock';
import { until } from '../faults/harness/program';
import { TYPED } from './secrets';

/** Plain by design: names are how people find each other. The search has to find it, or it looks in the wrong place. */
export const PLAIN_NAME = '欧阳娜仁托娅';
const ALL_WELL = {
  ...{ economy: ['stable'], mobility: 'fair', illness: 'unchanged', spirits: 'better', gas: 'safe' },
  ...{ 'water-heating': 'safe', electricity: 'safe', fire: 'safe', 'personal-hygiene': 'unchanged' },
  ...{ 'home-hygiene': 'unchanged', 'indoor-environment': 'unchanged', satisfaction: 'satisfied' },
};

export interface Answer<T> {
  status: number;
  body: T;
  bytes: Buffer;
}

/** What was said to whom: a visitor and a relative are never told an identity number. */
export interface Told {
  who: string;
  route: string;
  text: string;
}

type Body = object | Buffer | undefined;

/** Somebody with a client of ours. */
export class Person {
  token = '';
  accountId = '';

  constructor(
    private readonly base: string,
    readonly who: string,
    private readonly told: Told[],
  ) {}

  async call<T = Record<string, never>>(method: string, path: string, body?: Body, type?: string): Promise<Answer<T>> {
    const isBytes = Buffer.isBuffer(body);
    const answer = await fetch(`${this.base}/api${path}`, {
      method,
      headers: {
        'x-tanfang-client': 'weapp',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...(body ? { 'content-type': type ?? 'application/json' } : {}),
      },
      ...(body ? { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const text = bytes.toString('utf8');
    this.told.push({ who: this.who, route: `${method} ${path}`, text });
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    return { status: answer.status, body: (isJson ? JSON.parse(text) : undefined) as T, bytes };
  }

  /** The same, and it has to go well. */
  async does<T = Record<string, never>>(method: string, path: string, body?: Body, type?: string): Promise<T> {
    const answer = await this.call<T>(method, path, body, type);
    if (answer.status < 400) return answer.body;
    throw new Error(`${this.who}: ${method} ${path} was answered with ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

/** A household's way through the whole product, in which people type what belongs nowhere but behind a key. */
export class Journeys {
  readonly told: Told[] = [];
  /** Tokens and codes that were handed out on the way: whoever reads one in a file could use it. */
  readonly credentials: string[] = [];
  /** Pictures as the phone sent them, and as the product hands them out again. */
  readonly sent: Buffer[] = [];
  readonly shown: Buffer[] = [];
  private readonly elderId = ulid();
  private readonly daughterId = ulid();
  private readonly sonId = ulid();
  private officer!: Person;
  private visitor!: Person;
  private daughter!: Person;

  /** @param world the simulated WeChat */
  constructor(
    private readonly base: string,
    private readonly world: string,
  ) {}

  async all(): Promise<void> {
    this.officer = await this.persona('liufang', '社区');
    this.visitor = await this.persona('zhoumin', '探访员');
    await this.register();
    await this.search();
    await this.amend();
    await this.reveal();
    await this.becomeFamily();
    await this.refuseAStranger();
    await this.findNobody();
    await this.visit();
    await this.settle();
    await this.askWrongly();
    await this.loseWechat();
    await this.strikeOff();
  }

  private async persona(persona: string, who: string): Promise<Person> {
    const person = new Person(this.base, who, this.told);
    return this.signedIn(person, await person.does('POST', '/demo/sessions', { persona }));
  }

  private async withWechat(openid: string, who: string): Promise<Person> {
    const person = new Person(this.base, who, this.told);
    const { code } = await this.inWorld<{ code: string }>(`/phones/${openid}/login-codes`);
    return this.signedIn(person, await person.does('POST', '/sessions/wechat', { code, device: TYPED.signUp.device }));
  }

  private signedIn(person: Person, { token, me }: { token?: string; me?: { account: { id: string } } }): Person {
    person.token = token!;
    person.accountId = me!.account.id;
    this.credentials.push(token!);
    return person;
  }

  private async inWorld<T>(path: string, body: object = {}): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${this.world}/world${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as T;
  }

  private async register(): Promise<void> {
    const { registered } = TYPED;
    const divisions = await this.officer.does<{ roles: { division: { id: string } }[] }>('GET', '/sessions/current');
    await this.officer.does('POST', '/elders', {
      ...{ id: this.elderId, name: PLAIN_NAME, sex: 'female', birthDate: '1941-04-17' },
      ...{
        idNumber: registered.idNumber,
        phone: registered.phone,
        address: registered.address,
        place: registered.place,
      },
      communityId: divisions.roles[0]!.division.id,
      facts: { maritalStatus: 'widowed', locallyDesignated: { reason: registered.designation } },
      hints: [{ icon: 'hearing', title: '耳背', detail: registered.hint }],
      relatives: [
        {
          ...{ id: this.daughterId, name: '欧阳萨仁', relation: 'child', kinWord: '女儿', livesWithElder: false },
          ...{ phone: registered.daughterPhone, residence: { division: registered.childsPlace } },
        },
        { id: this.sonId, name: '欧阳巴图', relation: 'child', livesWithElder: false, phone: registered.sonPhone },
      ],
      firstContactId: this.daughterId,
    });
  }

  private async search(): Promise<void> {
    const { idNumber, phone, address } = TYPED.registered;
    for (const q of [
      idNumber,
      idNumber.toLowerCase(),
      phone,
      phone.replace(/^(...)(....)/, '$1 $2 '),
      address,
      PLAIN_NAME,
    ])
      await this.officer.does('POST', '/elders/searches', { q });
    // What a person may do wrong with an address: a number in the path, a word in a query that nobody reads.
    await this.officer.call('GET', `/elders/${idNumber}`);
    await this.officer.call('GET', `/worklist?${encodeURIComponent(address)}=${phone}`);
  }

  private async amend(): Promise<void> {
    const { amended } = TYPED;
    const elder = `/elders/${this.elderId}`;
    await this.officer.does('PATCH', elder, {
      ...{ idNumber: amended.idNumber, phone: amended.phone, address: amended.address, place: amended.place },
      hints: [{ icon: 'memory', title: '打胰岛素', detail: amended.hint }],
    });
    await this.officer.does('PATCH', `${elder}/relatives/${this.daughterId}`, { phone: amended.daughterPhone });
    const niece = { id: ulid(), name: '欧阳其木格', relation: 'other', livesWithElder: false };
    await this.officer.does('POST', `${elder}/relatives`, { ...niece, phone: amended.niecePhone });
    await this.officer.does('PUT', `${elder}/first-contact`, { relativeId: this.daughterId });
    const door = await this.officer.does<{ id: string; url: string }>('POST', `${elder}/door-codes`, { id: ulid() });
    this.credentials.push(door.url.slice(-43));
    await this.officer.does('GET', `${elder}/door-codes/${door.id}/qr.png`);
    await this.officer.does('POST', `${elder}/visitors`, { id: ulid(), accountId: this.visitor.accountId });
    const card = await this.visitor.does<object>('POST', '/check-ins', { id: ulid(), code: door.url, at: now() });
    if (!JSON.stringify(card).includes(amended.hint)) throw new Error('The visitor does not see the hint');
  }

  private async reveal(): Promise<void> {
    const { reasons } = TYPED;
    const look = async (field: string, reason: string, value: string, more = {}) => {
      const told = await this.officer.does<{ value: string }>('POST', `/elders/${this.elderId}/reveals`, {
        ...{ field, reason, ...more },
      });
      if (!told.value.endsWith(value)) throw new Error(`The officer is shown another ${field}`);
    };
    const { amended } = TYPED;
    await look('idNumber', reasons.idNumber, amended.idNumber);
    await look('phone', reasons.phone, amended.phone);
    await look('address', reasons.address, amended.address);
    await look('relativePhone', reasons.relativePhone, amended.daughterPhone, { relativeId: this.daughterId });
  }

  private async invite(relativeId: string): Promise<{ id: string; code: string }> {
    const path = `/elders/${this.elderId}/invitations`;
    const invited = await this.officer.does<{ id: string; code: string }>('POST', path, { id: ulid(), relativeId });
    this.credentials.push(invited.code);
    return invited;
  }

  private async becomeFamily(): Promise<void> {
    this.daughter = await this.withWechat('o-privacy-daughter', '女儿');
    const { id, code } = await this.invite(this.daughterId);
    await this.daughter.call('POST', '/invitations/acceptances', { id: ulid(), code: '22222222' });
    await this.daughter.does('POST', '/invitations/acceptances', { id: ulid(), code });
    const phone = await this.inWorld<{ code: string }>('/phones/o-privacy-daughter/phone-codes');
    await this.daughter.does('POST', '/phone-bindings', { code: phone.code });
    await this.officer.does('POST', `/kinships/${id}/confirmations`);
    const { items } = await this.daughter.does<{ items: { templateId: string }[] }>('GET', '/subscription-templates');
    const taps = Object.fromEntries(items.map(({ templateId }) => [templateId, 'accept']));
    await this.inWorld('/phones/o-privacy-daughter/subscriptions', { results: taps });
    const results = items.map(({ templateId }) => ({ templateId, result: 'accept' }));
    await this.daughter.does('POST', '/subscriptions', { id: ulid(), results });
  }

  private async refuseAStranger(): Promise<void> {
    const stranger = await this.withWechat('o-privacy-stranger', '外人');
    const { id, code } = await this.invite(this.sonId);
    await stranger.does('POST', '/invitations/acceptances', { id: ulid(), code });
    await this.officer.does('POST', `/kinships/${id}/refusals`, { reason: TYPED.reasons.refusal });
  }

  private async findNobody(): Promise<void> {
    const at = now() - 40 * 60_000;
    const attempt = { elderId: this.elderId, tries: [{ kind: 'knocked', at: at - 60_000 }], at };
    const unreached = { ...attempt, id: ulid(), outcome: 'unreached', words: TYPED.door.unreached };
    await this.visitor.does('POST', '/no-answers', unreached);
    await this.visitor.does('POST', '/no-answers', unreached);
    const heard = { outcome: 'known', whereabouts: 'hospital', words: TYPED.door.heard, at: at + 60_000 };
    await this.visitor.does('POST', '/no-answers', { ...attempt, ...heard, id: ulid() });
    await this.visitor.does('POST', '/emergencies', {
      ...{ id: ulid(), elderId: this.elderId, what: 'fall', outcome: 'hospital', words: TYPED.danger.words },
      ...{ calls: [{ who: 'family', name: TYPED.danger.callee, at }], happenedAt: at, at: at + 60_000 },
    });
    await this.letVisitsRest();
  }

  /** 暂时不用去, until somebody says that she is back. */
  private async letVisitsRest(): Promise<void> {
    const path = `/elders/${this.elderId}/pauses`;
    const day = (days: number) => calendarDate(now() + days * 86_400_000);
    const pause = { id: ulid(), reason: 'hospital', backOn: day(7), note: TYPED.door.pause };
    await this.officer.does('POST', path, pause);
    await this.officer.does('POST', path, pause);
    await this.officer.does('PATCH', `${path}/${pause.id}`, { backOn: day(14), note: TYPED.door.prolonged });
    for (const read of [path, '/pauses']) await this.officer.does('GET', read);
    for (const read of ['/worklist', `/elders/${this.elderId}/card`]) await this.visitor.does('GET', read);
    await this.officer.does('POST', `${path}/${pause.id}/endings`, { how: 'back' });
  }

  private async visit(): Promise<void> {
    const { visit } = TYPED;
    const [photo, mark] = [await photoWithMetadata(), await markWithMetadata()];
    this.sent.push(photo, mark);
    const id = ulid();
    const record = {
      ...{ id, elderId: this.elderId, mode: 'on-site', form: { id: 'jinan-visit-record', version: 1 } },
      ...{ startedAt: now() - 15 * 60_000, endedAt: now() - 60_000 },
      signature: { kind: 'proxy', proxyName: visit.proxy, sha256: sha256(mark) },
      photos: [{ sha256: sha256(photo), field: 'gas' }],
      answers: {
        ...ALL_WELL,
        ...{ economy: ['other'], 'economy-other': visit.economy, illness: 'worse' },
        ...{ 'serious-illness': visit.illness, gas: 'unsafe', 'gas-note': visit.gas },
        ...{ 'water-heating': 'fairly-safe', 'water-heating-note': visit.heating },
        ...{ electricity: 'unsafe', 'electricity-note': visit.electricity, fire: 'unsafe', 'fire-note': visit.fire },
        ...{ 'care-given': visit.care, 'help-wanted': ['other'], 'help-other': visit.help },
        ...{ 'family-duty': 'neglected', 'family-duty-note': visit.conduct },
      },
    };
    await this.visitor.does('POST', '/visits', record);
    await this.visitor.does('POST', '/visits', record);
    await this.visitor.does('PUT', `/visits/${id}/files/${sha256(photo)}`, photo, 'image/jpeg');
    await this.visitor.does('PUT', `/visits/${id}/files/${sha256(mark)}`, mark, 'image/png');
    for (const path of ['/worklist', '/visits?mine=1', `/visits/${id}`, `/elders/${this.elderId}/card`])
      await this.visitor.does('GET', path);
    await this.visitor.does('GET', `/elders/${this.elderId}/matters`);
  }

  /** Needs are raised and the family is told by jobs, so it takes a moment. */
  private async settle(): Promise<void> {
    const path = `/parents/${this.elderId}`;
    const needs = await found('the daughter sees the needs', async () => {
      const { items } = await this.daughter.does<{ items: { id: string; elderId: string }[] }>('GET', '/needs');
      return items.length > 3 ? items : null;
    });
    for (const { id } of needs) {
      const { photos } = await this.daughter.does<{ photos: string[] }>('GET', `/needs/${id}`);
      for (const link of photos) this.shown.push((await this.daughter.call('GET', link.replace('/api', ''))).bytes);
    }
    await this.daughter.does('POST', `/needs/${needs[0]!.id}/answers`, { id: ulid(), choice: 'community' });
    await this.officer.does('POST', `/needs/${needs[0]!.id}/acknowledgements`, { id: ulid() });
    const closure = { id: ulid(), outcome: 'done', note: TYPED.closing.note };
    await this.officer.does('POST', `/needs/${needs[0]!.id}/closures`, closure);
    const notices = await found('the daughter has a notice', async () => {
      const { items } = await this.daughter.does<{ items: { id: string }[] }>('GET', '/notices');
      return items.length > 0 ? items : null;
    });
    await this.daughter.does('POST', `/notices/${notices[0]!.id}/reads`);
    await this.daughter.does('GET', path);
    await this.phone();
  }

  private async phone(): Promise<void> {
    const { items } = await this.officer.does<{ items: { id: string }[] }>('GET', '/phone-tasks?status=open');
    const task = `/phone-tasks/${items[0]!.id}`;
    await this.officer.does('POST', `${task}/reveals`, { reason: TYPED.reasons.phoneTask });
    await this.officer.does('POST', `${task}/outcomes`, { id: ulid(), outcome: 'no-answer', note: TYPED.closing.call });
    await this.object();
  }

  /** 「不对，告诉社区」, and what the community answers. */
  private async object(): Promise<void> {
    const id = ulid();
    await this.daughter.does('POST', `/parents/${this.elderId}/objections`, { id, note: TYPED.closing.call });
    const answer = { id: ulid(), outcome: 'kept', answer: TYPED.closing.note };
    await this.officer.does('POST', `/objections/${id}/closures`, answer);
  }

  /** The line breaks while addresses are on it that hold the app's secret, a token or somebody's code. */
  private async loseWechat(): Promise<void> {
    const phone = await this.inWorld<{ code: string }>('/phones/o-privacy-daughter/phone-codes');
    const login = await this.inWorld<{ code: string }>('/phones/o-privacy-daughter/login-codes');
    this.credentials.push(phone.code, login.code);
    for (const endpoint of ['/sns/jscode2session', '/wxa/business/getuserphonenumber'])
      await this.inWorld('/faults', { endpoint, kind: 'hang-up', times: 1 });
    const answers = [
      await this.daughter.call('POST', '/phone-bindings', { code: phone.code }),
      await this.daughter.call('POST', '/sessions/wechat', { code: login.code }),
    ];
    if (answers.some(({ status }) => status !== 503)) throw new Error('WeChat answered although its line was cut');
  }

  /** The record ends, what was in it stays; the person could be registered again. */
  private async strikeOff(): Promise<void> {
    const ended = { on: calendarDate(now()), reason: 'mistake' };
    await this.officer.does('PATCH', `/elders/${this.elderId}`, { ended });
  }

  /** Whatever is refused is refused without being kept or repeated. */
  private async askWrongly(): Promise<void> {
    const { idNumber, phone, address } = TYPED.registered;
    const wrong: [string, string, Body][] = [
      ['POST', '/elders', { idNumber, phone, address, [phone]: idNumber }],
      ['POST', '/elders', Buffer.from(`{"idNumber":"${idNumber}","phone":${phone},,`)],
      ['POST', '/elders', Buffer.from(`{"note":"${TYPED.visit.illness.repeat(60_000)}"}`)],
      ['PATCH', `/elders/${this.elderId}`, { phone: `${phone}${phone}${phone}${phone}` }],
      ['POST', '/visits', { id: idNumber, answers: TYPED.visit }],
      ['POST', '/sessions/wechat', { code: idNumber, device: address }],
      ['POST', `/${encodeURIComponent(address)}/${phone}`, { idNumber }],
    ];
    for (const [method, path, body] of wrong) {
      const { status } = await this.officer.call(method, path, body);
      if (status < 400 || status >= 500) throw new Error(`${method} ${path.slice(0, 20)} was answered with ${status}`);
    }
  }
}

const now = () => Date.now();
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Asks until there is something. */
async function found<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  let seen: T | null = null;
  await until(what, async () => (seen = await look()) !== null, { every: 100 });
  return seen!;
}

/** As a phone takes it: who, where and with what stands in the file, in each of the places that there are for it. */
async function photoWithMetadata(): Promise<Buffer> {
  const { artist, gps, comment } = TYPED.metadata;
  const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#8a6f55' } })
    .withExif({
      IFD0: { Artist: artist, ImageDescription: comment },
      IFD2: { UserComment: comment },
      IFD3: { GPSMapDatum: gps },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>${gps} ${artist}</rdf></x:xmpmeta>`)
    .jpeg()
    .toBuffer();
  // A comment segment, right behind the beginning.
  const text = Buffer.from(comment);
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe]), lengthOf(text.length + 2), text]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}

const lengthOf = (length: number) => Buffer.from([length >> 8, length & 0xff]);

/** A signature with a text chunk behind its head, as drawing programs leave one. */
async function markWithMetadata(): Promise<Buffer> {
  const { artist, gps } = TYPED.metadata;
  const background = { r: 20, g: 20, b: 20, alpha: 0.5 };
  const png = await sharp({ create: { width: 60, height: 20, channels: 4, background } })
    .png()
    .toBuffer();
  const text = Buffer.concat([Buffer.from('iTXtComment\0\0\0\0\0', 'latin1'), Buffer.from(`${artist}，${gps}`)]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(text.length - 4);
  sum.writeUInt32BE(crc32(text));
  const behindHead = 33;
  return Buffer.concat([png.subarray(0, behindHead), length, text, sum, png.subarray(behindHead)]);
}
