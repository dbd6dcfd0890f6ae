import { Injectable } from '@nestjs/common';
import { lastTime } from '@tanfang/shared';

import { packOf } from '../../policy';
import { Access, type Action } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import { Accounts } from '../identity';
import { Forms } from '../policies';
import { Registry, type ElderView } from '../registry';
import { Visiting } from '../visiting';
import { boxesInWords, fillBoxes } from './boxes';
import { maskedAnswers } from './masked-answers';
import { SHEET_KINDS, sheetFormOf, type SheetKind } from './sheet-kinds';
import type { BlankSheet, SheetDetail, SheetElder, SheetForm, SheetList, SheetOffer } from './sheets.dto';
import type { Sheet } from './sheets.entities';
import { SheetsRepository } from './sheets.repository';

/** What those who may see of sheets: masked, and every look at their content is written down. */
@Injectable()
export class SheetDesk {
  constructor(
    private readonly repository: SheetsRepository,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly accounts: Accounts,
    private readonly forms: Forms,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /** @throws Problem `access.not-found` */
  async list(ctx: Ctx, elderId: string): Promise<SheetList> {
    const elder = await this.permitted(ctx, 'sheet.list', elderId);
    const sheets = await this.repository.ofElder(ctx, elderId);
    const names = await this.accounts.names(ctx, [...new Set(sheets.map(({ recorderId }) => recorderId))]);
    return {
      forms: await this.offers(ctx, elder),
      items: sheets.map(({ id, kind, ordinal, formId, formVersion, recorderId, recordedAt }) => ({
        ...{ id, kind, ordinal, recordedAt },
        title: this.forms.get(formId, formVersion).definition.title,
        recorder: { id: recorderId, name: names.get(recorderId) ?? '' },
      })),
    };
  }

  private async offers(ctx: Ctx, elder: ElderView): Promise<SheetOffer[]> {
    const mayRecord = elder.endedOn === null && (await this.permits(ctx, 'sheet.record', elder));
    return SHEET_KINDS.flatMap((kind) => {
      const use = this.formOf(ctx, elder, kind);
      return use ? [{ kind, title: this.forms.get(use.id, use.version).definition.title, mayRecord }] : [];
    });
  }

  /** To fill the first one, or to amend the last. @throws Problem `access.not-found`, `sheet.kind-unknown` */
  async open(ctx: Ctx, elderId: string, kind: SheetKind): Promise<BlankSheet> {
    const elder = await this.permitted(ctx, 'sheet.open', elderId);
    const form = this.formOf(ctx, elder, kind);
    if (!form) throw new Problem('sheet.kind-unknown');
    const { definition } = this.forms.get(form.id, form.version);
    const [last, particulars, me] = await Promise.all([
      this.repository.latest(ctx, elderId, kind),
      this.registry.particulars(ctx, elderId),
      this.accounts.get(ctx, ctx.who.accountId!),
    ]);
    const boxes = fillBoxes(definition, particulars, { on: calendarDate(ctx.at), recorderName: me.name });
    await this.noteLook(ctx, 'sheet.open', elderId, { kind, amends: last?.id ?? null });
    return {
      ...{ kind, form, elder: toElder(elder), boxes: boxesInWords(definition, boxes) },
      // What has to be looked at afresh is asked afresh.
      answers:
        last?.formId === form.id ? { ...lastTime(definition, maskedAnswers(definition, last.answers)).answers } : {},
      amends: last && (await this.toAmended(ctx, last)),
    };
  }

  private async toAmended(ctx: Ctx, { id, recordedAt, recorderId }: Sheet): Promise<BlankSheet['amends']> {
    const names = await this.accounts.names(ctx, [recorderId]);
    return { id, recordedAt, recorderName: names.get(recorderId) ?? '' };
  }

  /** @throws Problem `access.not-found` */
  async read(ctx: Ctx, id: string): Promise<SheetDetail> {
    const sheet = await this.repository.find(ctx, id);
    if (!sheet) throw new Problem('access.not-found');
    const elder = await this.permitted(ctx, 'sheet.read', sheet.elderId);
    const { kind, elderId, ordinal, recordedAt, recorderId } = sheet;
    const { definition, hash } = this.forms.get(sheet.formId, sheet.formVersion);
    const [names, latest] = await Promise.all([
      this.accounts.names(ctx, [recorderId]),
      this.repository.latest(ctx, elderId, kind),
    ]);
    await this.noteLook(ctx, 'sheet.read', id, { elderId });
    return {
      ...{ id, kind, ordinal, recordedAt, elder: toElder(elder), latest: latest?.id === id },
      form: { id: sheet.formId, version: sheet.formVersion, hash },
      boxes: boxesInWords(definition, sheet.boxes),
      answers: maskedAnswers(definition, sheet.answers),
      recorder: { id: recorderId, name: names.get(recorderId) ?? '' },
    };
  }

  private async permitted(ctx: Ctx, action: Action, elderId: string): Promise<ElderView> {
    const elder = await this.registry.get(ctx, elderId);
    if (!(await this.permits(ctx, action, elder))) throw new Problem('access.not-found');
    return elder;
  }

  private async permits(ctx: Ctx, action: Action, elder: ElderView): Promise<boolean> {
    const visitorIds = await this.visiting.visitorsOf(ctx, elder.id);
    return this.access.permits(ctx.who, action, { ...this.registry.target(elder), visitorIds });
  }

  private formOf(ctx: Ctx, { packId }: ElderView, kind: SheetKind): SheetForm | null {
    const pack = packOf(packId);
    const use = pack ? sheetFormOf(pack, kind, calendarDate(ctx.at)) : null;
    return use && { id: use.id, version: use.version, hash: this.forms.get(use.id, use.version).hash };
  }

  private async noteLook(
    ctx: Ctx,
    action: Action,
    subjectId: string,
    detail: Record<string, string | null>,
  ): Promise<void> {
    await this.database.tx(ctx, (tx) => this.audit.record(tx, { action, subjectId, detail }));
  }
}

function toElder({ id, name, callName }: ElderView): SheetElder {
  return { id, name, callName };
}
