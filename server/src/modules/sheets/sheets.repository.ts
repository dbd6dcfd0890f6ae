import { Injectable } from '@nestjs/common';

import type { Ctx, TxCtx } from '../../platform/context/context';
import { insertRows } from '../../platform/database';
import type { SheetKind } from './sheet-kinds';
import { Sheet } from './sheets.entities';

/** A sheet without what is written on it, which lists need not decrypt. */
export type SheetSummary = Omit<Sheet, 'answers' | 'boxes' | 'bodyHash'>;

const SUMMARY = {
  ...{ id: true, elderId: true, communityId: true, kind: true, ordinal: true },
  ...{ formId: true, formVersion: true, recorderId: true, recordedAt: true },
} as const;

@Injectable()
export class SheetsRepository {
  find(ctx: Ctx, id: string): Promise<Sheet | null> {
    return ctx.em.findOneBy(Sheet, { id });
  }

  latest(ctx: Ctx, elderId: string, kind: SheetKind): Promise<Sheet | null> {
    return ctx.em.findOne(Sheet, { where: { elderId, kind }, order: { ordinal: 'DESC' } });
  }

  /** The one before it. */
  before(ctx: Ctx, { elderId, kind, ordinal }: Pick<Sheet, 'elderId' | 'kind' | 'ordinal'>): Promise<Sheet | null> {
    return ctx.em.findOneBy(Sheet, { elderId, kind, ordinal: ordinal - 1 });
  }

  /** The latest first. */
  ofElder(ctx: Ctx, elderId: string): Promise<SheetSummary[]> {
    return ctx.em.find(Sheet, {
      select: SUMMARY,
      where: { elderId },
      order: { recordedAt: 'DESC', id: 'DESC' },
      take: 100,
    });
  }

  async insert(tx: TxCtx, sheet: Sheet): Promise<void> {
    await insertRows(tx.em, Sheet, [sheet]);
  }
}
