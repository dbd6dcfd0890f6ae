import type { AppSeed, TemplateSeed } from '../seeds';
import { PhoneFailure, WorldProblem } from '../errors';
import type { User } from './people';

/** What a tap in the popup, or the platform in its place, answers for one template. */
export type Answer = 'accept' | 'reject' | 'ban' | 'filter';

const ANSWERS: readonly string[] = ['accept', 'reject', 'ban', 'filter'];
const MOST_TEMPLATES = 5;

interface Standing {
  /** Sends left of a one-time template. */
  credits: number;
  /** A long-term template allowed and not cancelled. */
  subscribed: boolean;
  /** The answer under 总是保持以上选择, given without popup ever since. */
  kept: 'accept' | 'reject' | null;
}

export interface TemplateStanding extends Standing {
  templateId: string;
  title: string;
  kind: 'one-time' | 'long-term';
}

export interface Popup {
  /** What the person taps, per template id. */
  results: Record<string, string>;
  /** 总是保持以上选择. */
  keep?: boolean;
}

/** Who may be sent what. There is no way for an app to ask for these numbers, as on the platform. */
export class Subscriptions {
  private readonly standings = new Map<string, Standing>();
  private readonly mainOff = new Set<string>();

  /**
   * wx.requestSubscribeMessage and the taps in its popup. Each accept is worth one send, and accepts add up.
   * @returns the answer per template id
   * @throws PhoneFailure 10001 no template, 20001 unknown template, 20002 kinds mixed, 20003 too many, 20004 main switch off
   */
  request(user: User, app: AppSeed, popup: Popup): Record<string, Answer> {
    const templates = this.asked(app, Object.keys(popup.results));
    if (this.mainOff.has(user.openid)) throw new PhoneFailure(20004, 'The main switch is switched off');
    const titles = new Set<string>();
    const answers: Record<string, Answer> = {};
    for (const template of templates) {
      const answer = titles.has(template.title) ? 'filter' : this.answer(user, template, popup);
      titles.add(template.title);
      answers[template.id] = answer;
    }
    return answers;
  }

  /** Takes the right to one send. False (43101): no credit, cancelled, refused for good, or all notices switched off. */
  spend(user: User, template: TemplateSeed): boolean {
    const standing = this.standing(user, template.id);
    if (this.mainOff.has(user.openid) || standing.kept === 'reject' || template.banned === true) return false;
    if (template.kind === 'long-term') return standing.subscribed;
    if (standing.credits === 0) return false;
    standing.credits -= 1;
    return true;
  }

  /** The settings page's switch over all notices of the app. */
  setMainSwitch(user: User, on: boolean): void {
    if (on) this.mainOff.delete(user.openid);
    else this.mainOff.add(user.openid);
  }

  /** The settings page's choice for one template; null: ask again. Refusing for good gives up what was left. */
  keep(user: User, app: AppSeed, templateId: string, kept: 'accept' | 'reject' | null): void {
    if (!app.templates.some((template) => template.id === templateId)) throw new WorldProblem(404, '没有这个模板');
    const standing = this.standing(user, templateId);
    standing.kept = kept;
    if (kept === 'reject') Object.assign(standing, { credits: 0, subscribed: false });
  }

  mainSwitchOn(user: User): boolean {
    return !this.mainOff.has(user.openid);
  }

  overview(user: User, app: AppSeed): TemplateStanding[] {
    return app.templates.map((template) => ({
      templateId: template.id,
      title: template.title,
      kind: template.kind ?? 'one-time',
      ...this.standing(user, template.id),
    }));
  }

  private asked(app: AppSeed, ids: string[]): TemplateSeed[] {
    if (ids.length === 0) throw new PhoneFailure(10001, 'TmplIds can not be empty');
    if (ids.length > MOST_TEMPLATES) throw new PhoneFailure(20003, 'Templates count out of max bounds');
    const templates = ids.map((id) => {
      const template = app.templates.find((candidate) => candidate.id === id);
      if (!template) throw new PhoneFailure(20001, 'No template data return, verify the template id exist');
      return template;
    });
    if (new Set(templates.map((template) => template.kind ?? 'one-time')).size > 1) {
      throw new PhoneFailure(20002, 'Templates type must be same');
    }
    return templates;
  }

  private answer(user: User, template: TemplateSeed, popup: Popup): Answer {
    if (template.banned) return 'ban';
    const standing = this.standing(user, template.id);
    const tapped = popup.results[template.id] ?? '';
    if (!ANSWERS.includes(tapped)) throw new WorldProblem(400, `弹窗里没有这个选择：${tapped}`);
    const answer = standing.kept ?? (tapped as Answer);
    if (answer === 'accept') this.grant(standing, template);
    if (answer === 'reject' && template.kind === 'long-term') standing.subscribed = false;
    if (popup.keep && (answer === 'accept' || answer === 'reject')) standing.kept = answer;
    return answer;
  }

  private grant(standing: Standing, template: TemplateSeed): void {
    if (template.kind === 'long-term') standing.subscribed = true;
    else standing.credits += 1;
  }

  private standing(user: User, templateId: string): Standing {
    const key = `${user.openid} ${templateId}`;
    const standing = this.standings.get(key) ?? { credits: 0, subscribed: false, kept: null };
    this.standings.set(key, standing);
    return standing;
  }
}
