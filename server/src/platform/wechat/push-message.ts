import { XMLParser } from 'fast-xml-parser';

/** What the platform tells by itself, as far as it matters here. `at` is an instant (ms), by the platform's clock. */
export type Pushed =
  | MessageReported
  | SubscriptionAnswered
  | (Head & { kind: 'authorization-withdrawn'; what: string })
  | (Head & { kind: 'user-left' });

interface Head {
  openid: string;
  at: number;
}

/** What became of a subscribe message that the platform had taken. */
export interface MessageReported extends Head {
  kind: 'message-reported';
  templateId: string;
  /** Text, because it exceeds 2^53. */
  msgid: string;
  /** The platform's number for what went wrong; null when the message arrived. */
  failure: string | null;
}

export interface SubscriptionAnswered extends Head {
  kind: 'subscription-answered';
  templateId: string;
  accepted: boolean;
  /** In the popup of the mini-program, or in WeChat's own settings. */
  where: 'popup' | 'settings';
}

export type PushKind = Pushed['kind'];

/** Fields of a message, the same whether it came as JSON or as XML. */
export type Fields = Record<string, unknown>;

export interface ReadPush {
  /** The platform's name of the event; empty for a message that is none. */
  event: string;
  pushed: Pushed[];
  /** Parts that are not as the platform describes them. */
  unreadable: number;
}

const DEEPEST = 8;

/**
 * Entities stay as they are: the platform writes its texts as CDATA, and a parser that expands none cannot be made to
 * expand one without end. Values stay text: a number would lose the last digits of a message id.
 */
const xml = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  parseTagValue: false,
  processEntities: false,
  maxNestedTags: DEEPEST,
});

/** The fields of a body in JSON or XML, whatever its content type says. Null for what is neither. */
export function fieldsOf(body: string): Fields | null {
  const text = body.trim();
  try {
    const fields = text.startsWith('<') ? fieldsOfXml(text) : (JSON.parse(text) as unknown);
    return isFields(fields) ? fields : null;
  } catch {
    return null;
  }
}

/** A document type is no part of the platform's messages and the place where XML becomes dangerous. */
function fieldsOfXml(text: string): unknown {
  if (/<!DOCTYPE/i.test(text)) return null;
  return (xml.parse(text, true) as Fields).xml;
}

type Reader = (head: Head, fields: Fields) => (Pushed | null)[];

/** XML nests the list under the event's own name, JSON has it at the top: an object for one, a list for several. */
const each =
  (nest: string, read: (head: Head, item: Fields) => Pushed | null): Reader =>
  (head, fields) => {
    const holder = isFields(fields[nest]) ? fields[nest] : fields;
    const list: unknown[] = Array.isArray(holder.List) ? holder.List : [holder.List];
    return list.map((item) => (isFields(item) ? read(head, item) : null));
  };

const READERS = new Map<string, Reader>([
  ['subscribe_msg_sent_event', each('SubscribeMsgSentEvent', reported)],
  ['subscribe_msg_change_event', each('SubscribeMsgChangeEvent', answered('settings'))],
  ['subscribe_msg_popup_event', each('SubscribeMsgPopupEvent', answered('popup'))],
  ['user_authorization_revoke', (head, { RevokeInfo }) => [withdrawn(head, textOf(RevokeInfo))]],
  ['user_authorization_cancellation', (head) => [{ kind: 'user-left', ...head }]],
]);

/** An event nobody here waits for has nothing in it. */
export function readPush(fields: Fields): ReadPush {
  const event = textOf(fields.Event);
  const read = READERS.get(event);
  if (!read) return { event, pushed: [], unreadable: 0 };
  const head = headOf(fields);
  const parts = head ? read(head, fields) : [null];
  const pushed = parts.filter((part) => part !== null);
  return { event, pushed, unreadable: parts.length - pushed.length };
}

/** In what is told about an authorization the platform itself is the sender, and the person is in `OpenID`. */
function headOf({ FromUserName, OpenID, CreateTime }: Fields): Head | null {
  const openid = textOf(OpenID) || textOf(FromUserName);
  const seconds = textOf(CreateTime);
  if (!/^[\w-]{1,64}$/.test(openid) || !/^\d{1,11}$/.test(seconds)) return null;
  return { openid, at: Number(seconds) * 1000 };
}

function reported(head: Head, { TemplateId, MsgID, ErrorCode }: Fields): Pushed | null {
  const [templateId, msgid, code] = [textOf(TemplateId), textOf(MsgID), textOf(ErrorCode)];
  if (!isTemplateId(templateId) || !/^\d{1,32}$/.test(msgid) || !/^-?\d{1,10}$/.test(code)) return null;
  return { kind: 'message-reported', ...head, templateId, msgid, failure: code === '0' ? null : code };
}

function answered(where: SubscriptionAnswered['where']) {
  return (head: Head, { TemplateId, SubscribeStatusString }: Fields): Pushed | null => {
    const [templateId, answer] = [textOf(TemplateId), textOf(SubscribeStatusString)];
    if (!isTemplateId(templateId) || (answer !== 'accept' && answer !== 'reject')) return null;
    return { kind: 'subscription-answered', ...head, templateId, accepted: answer === 'accept', where };
  };
}

function withdrawn(head: Head, what: string): Pushed | null {
  return /^[\d,]{1,80}$/.test(what) ? { kind: 'authorization-withdrawn', ...head, what } : null;
}

function isTemplateId(text: string): boolean {
  return /^[\w-]{1,80}$/.test(text);
}

/** Numbers and texts are sent for the same field; a number beyond 2^53 has lost its last digits and is no value. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : '';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
