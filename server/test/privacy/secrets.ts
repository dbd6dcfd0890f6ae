import { checkDigit } from '@tanfang/shared';

import type { DemoElder, DemoPlace } from '../../src/database/seeds/demo';
import type { Secret } from './search';

const ID_NUMBER = '身份证号';
const PHONE = '电话';
const ADDRESS = '住址';
const NOTE = '健康和备注';

/** Words that people write: four characters of Chinese at least, beside the codes of which an answer may consist. */
const WORDS = /[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff].*[\u4e00-\u9fff]/s;

/** What the demonstration holds of its people. */
export function seededSecrets(places: readonly DemoPlace[]): Secret[] {
  const { accounts, elders } = {
    accounts: places.flatMap(({ people }) => people.accounts),
    elders: places.flatMap(({ people }) => people.elders),
  };
  return [
    ...accounts.map(({ name, phone }) => ({ kind: PHONE, of: `演示 ${name}`, value: phone })),
    ...elders.flatMap(ofElder),
  ];
}

function ofElder(elder: DemoElder): Secret[] {
  const of = `演示 ${elder.name}`;
  const { idNumber, phone, address, place, relatives } = elder;
  return [
    { kind: ID_NUMBER, of, value: idNumber },
    ...(phone ? [{ kind: PHONE, of, value: phone }] : []),
    ...[address, place].map((value) => ({ kind: ADDRESS, of, value })),
    ...relatives.flatMap(({ name, phone: number }) =>
      number ? [{ kind: PHONE, of: `${of}的家人 ${name}`, value: number }] : [],
    ),
    ...wordsIn([elder.hints, elder.visits.map(({ answers }) => answers), elder.wish]).map((value) => ({
      ...{ kind: NOTE, of, value },
    })),
    ...elder.visits.flatMap(({ followUps }) =>
      followUps.flatMap(({ closure }) => (closure ? [{ kind: NOTE, of: `${of}的办结说明`, value: closure.note }] : [])),
    ),
  ];
}

/** Every text in a value of any shape that somebody wrote. */
export function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return WORDS.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(wordsIn);
}

/** An identity number that can belong to nobody: the area code 990000 was never given to a place. */
function nobodys(born: string, serial: string): string {
  const first17 = `990000${born.replace(/-/g, '')}${serial}`;
  return first17 + checkDigit(first17);
}

/** What is typed during the journeys, by where it is typed. Each occurs once, so that a report tells where it came from. */
export const TYPED = {
  registered: {
    idNumber: nobodys('1941-04-17', '862'),
    phone: '14200008101',
    address: '槐荫里 27 号楼 3 单元 804',
    place: '槐荫里 27 号楼 3 单元',
    hint: '左耳全聋，敲窗户比敲门管用',
    designation: '帕金森病五年，儿子服刑，区里特批',
    daughterPhone: '14200008102',
    sonPhone: '0531-86028103',
    childsPlace: '310115119204',
  },
  amended: {
    idNumber: nobodys('1941-04-17', '884'),
    phone: '14200008104',
    address: '梅花巷 9 号院北屋',
    place: '梅花巷 9 号院门口',
    hint: '冰箱里放着胰岛素，别挪动位置',
    daughterPhone: '14200008105',
    niecePhone: '14200008106',
  },
  reasons: {
    idNumber: '给欧阳老人核对肺癌的大病救助单',
    phone: '她女儿说换号了，老号 14200008107',
    address: '救护车要到梅花巷口接人',
    relativePhone: '老人凌晨摔断髋骨，急找家人',
    refusal: '自称外甥，来电 14200008108，不认得',
    phoneTask: '要告诉女儿燃气阀门漏气的事',
  },
  visit: {
    illness: '慢阻肺加房颤，上月住院十一天',
    economy: '低保金被邻居借走两千没还',
    gas: '灶台软管老化，用胶布缠着三处',
    heating: '暖气不热，老人穿棉袄睡觉',
    electricity: '插线板压在被褥底下发烫',
    fire: '楼道堆满纸箱，出不去人',
    care: '帮着量血压 182/104，叮嘱去复查',
    help: '想请人陪着去做白内障手术',
    conduct: '身上有淤青，说是孙子推的',
    proxy: '代签的邻居老倪',
  },
  signUp: { phone: '14200008109', device: '女儿的旧手机，屏幕碎了' },
  door: {
    unreached: '邻居说夜里听见她喊胸口疼',
    heard: '女儿说住进了千佛山医院肿瘤科',
    pause: '护士说股骨颈换了人工关节',
    prolonged: '伤口化脓又要清创一次',
  },
  danger: { words: '倒在卫生间，裤子湿了，手里攥着硝酸甘油', callee: '女儿 欧阳雪' },
  closing: { note: '换好软管，尿袋也请护士换过', call: '女儿哭了，说周五带她看肿瘤科' },
  metadata: {
    artist: '拍照人周敏的小米手机序列号 XM77120493',
    gps: 'GPS 36.670217N 117.089344E 槐荫里',
    comment: '照片备注：床头是止痛片和尿垫',
  },
} as const;

const KIND_OF: Record<string, string> = { idNumber: ID_NUMBER, phone: PHONE, address: ADDRESS, place: ADDRESS };

export function typedSecrets(): Secret[] {
  const typed = Object.entries(TYPED).flatMap(([where, values]) =>
    Object.entries(values).map(([what, value]) => ({ kind: kindOf(where, what), of: `输入 ${where}.${what}`, value })),
  );
  // A telephone within a sentence is one by itself as well.
  const within = typed.flatMap(({ of, value }) =>
    (value.match(/\d{11}/g) ?? []).map((number) => ({ kind: PHONE, of, value: number })),
  );
  return [...typed, ...within];
}

function kindOf(where: string, what: string): string {
  if (where === 'reasons') return '查看、不通过的原因';
  if (where === 'metadata') return '照片里的元数据';
  if (/phone$/i.test(what)) return PHONE;
  return KIND_OF[what] ?? NOTE;
}
