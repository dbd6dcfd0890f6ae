import type { Config } from '../../platform/config/config';
import { calendarDate, wallTime } from '../../platform/clock/clock';
import { fit } from './data-types';

/**
 * The WeChat templates and their fields, in this one place: the keys must be those of the templates that were granted to
 * the mini-program. A message goes to a phone that others may look at: no health, no address, no full name.
 */
export const TEMPLATES = {
  needRaised: {
    title: '家里有事请您看看',
    fields: [
      { key: 'thing1', label: '事项' },
      { key: 'thing2', label: '说明' },
      { key: 'time3', label: '时间' },
    ],
  },
  needClosed: {
    title: '事情办好了',
    fields: [
      { key: 'thing1', label: '事项' },
      { key: 'thing2', label: '说明' },
      { key: 'time3', label: '时间' },
    ],
  },
} as const;

export type TemplateKey = keyof typeof TEMPLATES;
export const TEMPLATE_KEYS = Object.keys(TEMPLATES) as TemplateKey[];

export function isTemplateKey(key: string): key is TemplateKey {
  return key in TEMPLATES;
}

/** The templates as the platform knows them: what to ask the person for, and what a simulated platform must hold. */
export function grantedTemplates(config: Pick<Config, 'wechat'>) {
  return TEMPLATE_KEYS.map((key) => {
    const { id, kind } = config.wechat.templates[key];
    const { title, fields } = TEMPLATES[key];
    return { key, id, kind, title, fields: fields.map((field) => ({ ...field })) };
  });
}

export interface MessageFacts {
  /** 李奶奶. */
  callName: string;
  /** The full name, so that it can be kept out. */
  elderName: string;
  /** How many things there are to see. */
  count: number;
  /** Calendar date. */
  answerBy: string;
  lifeDanger: boolean;
  /** It was settled by doing it, and not in another way. */
  done: boolean;
  /** Instant (ms) of what it is about. */
  at: number;
}

type Builder = (facts: MessageFacts) => Record<string, string>;

const BUILDERS: Record<TemplateKey, Builder> = {
  needRaised: (facts) => ({
    thing1: fit('thing1', [`${homeOf(facts)}有${thingsOf(facts)}请您看看`, `您家老人有${thingsOf(facts)}请您看看`]),
    thing2: fit('thing2', [facts.lifeDanger ? '事情紧急，请马上点开' : `请在${dayOf(facts.answerBy)}前点开拿个主意`]),
    time3: fit('time3', [momentOf(facts.at)]),
  }),
  needClosed: (facts) => ({
    thing1: fit('thing1', [`${homeOf(facts)}的事${endOf(facts)}`, `您家老人的事${endOf(facts)}`]),
    thing2: fit('thing2', ['谢谢您惦记，下次探访会再看看']),
    time3: fit('time3', [momentOf(facts.at)]),
  }),
};

/** The fields of a message, each within its data type. */
export function messageData(template: TemplateKey, facts: MessageFacts): Record<string, string> {
  return BUILDERS[template](facts);
}

/** 李奶奶家; without a name when the way to call them is their full name. */
function homeOf({ callName, elderName }: MessageFacts): string {
  return callName === '' || callName.includes(elderName) ? '您家老人' : `${callName}家`;
}

function thingsOf({ count }: MessageFacts): string {
  return count > 1 ? ` ${count} 件事` : '件事';
}

function endOf({ done }: MessageFacts): string {
  return done ? '办好了' : '有了结果';
}

/** 11月26日 */
export function dayOf(date: string): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** 2026年11月24日 09:48 */
function momentOf(at: number): string {
  const date = calendarDate(at);
  return `${date.slice(0, 4)}年${dayOf(date)} ${wallTime(at)}`;
}
