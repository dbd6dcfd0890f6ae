import { Injectable } from '@nestjs/common';
import { isAnswered, validateAnswers, type Answers, type FormDefinition } from '@tanfang/shared';

import { packOf, type PolicyPack } from '../../policy';
import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import { calendarDate } from '../../platform/clock/clock';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { bodyHash } from '../../platform/crypto';
import { Database, recordOnce } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { Problem } from '../../platform/problems/problem';
import { Accounts } from '../identity';
import { Registry } from '../registry';
import { Visiting } from '../visiting';
import { fillBoxes } from './boxes';
import { unknownMasks, wholeAnswers } from './masked-answers';
import { sheetFormOf } from './sheet-kinds';
import type { NewSheet, SheetReceived } from './sheets.dto';
import type { Sheet } from './sheets.entities';
import { SheetsRepository } from './sheets.repository';

/** Takes in filled forms. */
@Injectable()
export class SheetRecording {
  constructor(
    private readonly repository: SheetsRepository,
    private readonly registry: Registry,
    private readonly visiting: Visiting,
    private readonly accounts: Accounts,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly database: Database,
  ) {}

  /**
   * Records a sheet once, however often it is sent.
   * @throws Problem `access.not-found`, `sheet.kind-unknown`, `sheet.form-unknown`, `sheet.answers`, `sheet.stale` when
   * somebody has recorded a newer one than the caller had seen, and `id.taken` for an id that was used for something else
   */
  async record(ctx: Ctx, body: NewSheet): Promise<{ received: SheetReceived; repeated: boolean }> {
    const { row, repeated } = await recordOnce<Sheet>({
      record: async () => {
        const sheet = await this.prepare(ctx, body);
        await this.database.tx(ctx, (tx) => this.write(tx, sheet));
        return sheet;
      },
      find: () => this.repository.find(ctx, body.id),
      isOwn: ({ recorderId }) => recorderId === ctx.who.accountId,
      bodyHash: () => bodyHash(body),
      conflict: 'id.taken',
      // Somebody else may take the next place at this moment: the next try finds theirs and says so.
      mostTries: 3,
    });
    return { received: toReceived(row), repeated };
  }

  private async prepare(ctx: Ctx, body: NewSheet): Promise<Sheet> {
    const { id, elderId, kind, form } = body;
    const elder = await this.registry.get(ctx, elderId);
    const visitorIds = await this.visiting.visitorsOf(ctx, elderId);
    this.access.require(ctx, 'sheet.record', { ...this.registry.target(elder), visitorIds });
    if (elder.endedOn !== null) throw new Problem('access.not-found');
    const on = calendarDate(ctx.at);
    const definition = definitionFor(packOf(elder.packId), body, on);
    const last = await this.repository.latest(ctx, elderId, kind);
    if ((body.amends ?? null) !== (last?.id ?? null)) throw new Problem('sheet.stale');
    const recorderId = ctx.who.accountId!;
    const [particulars, { name: recorderName }] = await Promise.all([
      this.registry.particulars(ctx, elderId),
      this.accounts.get(ctx, recorderId),
    ]);
    return {
      ...{ id, elderId, kind, recorderId, communityId: elder.communityId },
      ordinal: (last?.ordinal ?? 0) + 1,
      ...{ formId: form.id, formVersion: form.version },
      answers: checkedAnswers(definition, body.answers, last?.answers ?? {}),
      boxes: fillBoxes(definition, particulars, { on, recorderName }),
      recordedAt: ctx.at,
      bodyHash: bodyHash(body),
    };
  }

  private async write(tx: TxCtx, sheet: Sheet): Promise<void> {
    const { id, elderId, kind, ordinal } = sheet;
    await this.repository.insert(tx, sheet);
    await this.audit.record(tx, { action: 'sheet.record', subjectId: id, detail: { elderId, kind, ordinal } });
    await this.outbox.emit(tx, 'sheet.recorded', { sheetId: id });
  }
}

/** Every version ever in use is accepted: somebody may have begun to fill it yesterday. */
function definitionFor(pack: PolicyPack | undefined, { kind, form }: NewSheet, on: string): FormDefinition {
  const use = pack && sheetFormOf(pack, kind, on);
  if (!pack || !use) throw new Problem('sheet.kind-unknown');
  const definition = pack.otherForms?.find(({ id, version }) => id === form.id && version === form.version);
  if (definition?.id !== use.id) throw new Problem('sheet.form-unknown');
  return definition;
}

/** @throws Problem `sheet.answers` */
function checkedAnswers(definition: FormDefinition, given: Answers, before: Answers): Answers {
  const problems = validateAnswers(definition, given).map(({ field, message }) => ({
    ...{ field: `answers.${field}`, message },
  }));
  if (problems.length === 0 && !Object.values(given).some(isAnswered))
    problems.push({ field: 'answers', message: '还什么都没有填' });
  if (problems.length > 0) throw new Problem('sheet.answers', undefined, problems);
  const answers = wholeAnswers(definition, given, before);
  const masks = unknownMasks(definition, answers);
  if (masks.length > 0) throw new Problem('sheet.answers', undefined, masks);
  return answers;
}

function toReceived({ id, recordedAt, ordinal }: Sheet): SheetReceived {
  return { id, recordedAt, ordinal };
}
