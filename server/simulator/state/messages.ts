import type { AppSeed, TemplateSeed } from '../seeds';
import type { User } from './people';

export interface Message {
  /** The msgid: a whole number beyond 2^53, so text here. */
  id: string;
  /** UTC epoch ms. */
  at: number;
  templateId: string;
  title: string;
  appName: string;
  rows: { key: string; label: string; value: string }[];
  /** The page the card opens, with its query; null: the card opens nothing. */
  page: string | null;
  state: string;
  lang: string;
}

export interface Delivery {
  values: Record<string, string>;
  page: string | null;
  state: string;
  lang: string;
}

/** What arrived in each person's 服务通知. Nothing is de-duplicated: sent twice arrives twice. */
export class Messages {
  private readonly inboxes = new Map<string, Message[]>();
  private nextId: bigint;

  constructor(private readonly clock: () => number) {
    // Odd, and stepped by two: no msgid survives a round trip through a double.
    this.nextId = 3_395_159_288_267_931_653n + BigInt(Math.floor(clock())) * 1_000n;
  }

  /** A message that is taken and does not arrive. @returns the msgid */
  lose(): string {
    return this.newId();
  }

  /** @returns the msgid */
  deliver(user: User, app: AppSeed, template: TemplateSeed, delivery: Delivery): string {
    const id = this.newId();
    const rows = template.fields.map(({ key, label }) => ({ key, label, value: delivery.values[key] ?? '' }));
    const { page, state, lang } = delivery;
    const appName = app.name ?? app.appid;
    const head = { id, at: this.clock(), templateId: template.id, title: template.title, appName };
    this.inbox(user.openid).push({ ...head, rows, page, state, lang });
    return id;
  }

  /** Everything the platform ever took, in its order, with whom it was for. */
  journal(): (Message & { openid: string })[] {
    const all = [...this.inboxes].flatMap(([openid, inbox]) => inbox.map((message) => ({ openid, ...message })));
    return all.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  }

  private newId(): string {
    const id = this.nextId.toString();
    this.nextId += 2n;
    return id;
  }

  /** Oldest first, as in the chat. */
  inbox(openid: string): Message[] {
    const inbox = this.inboxes.get(openid) ?? [];
    this.inboxes.set(openid, inbox);
    return inbox;
  }
}
