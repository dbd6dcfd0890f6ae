import { Injectable } from '@nestjs/common';
import type { Answers } from '@tanfang/shared';

import type { Ctx } from '../../platform/context/context';
import { Problem } from '../../platform/problems/problem';
import type { Sheet } from './sheets.entities';
import { SheetsRepository } from './sheets.repository';

/** A sheet as other modules see it. Instants are ms. */
export interface SheetView {
  id: string;
  elderId: string;
  recorderId: string;
  form: { id: string; version: number };
  answers: Answers;
  recordedAt: number;
}

/** The front door of sheets for the modules after it. It asks for no permission: its callers do. */
@Injectable()
export class Sheets {
  constructor(private readonly repository: SheetsRepository) {}

  /** @throws Problem `access.not-found` */
  async get(ctx: Ctx, sheetId: string): Promise<SheetView> {
    return toView(await this.row(ctx, sheetId));
  }

  /** The sheet that this one amends. */
  async previous(ctx: Ctx, sheetId: string): Promise<SheetView | null> {
    const before = await this.repository.before(ctx, await this.row(ctx, sheetId));
    return before && toView(before);
  }

  private async row(ctx: Ctx, sheetId: string): Promise<Sheet> {
    const sheet = await this.repository.find(ctx, sheetId);
    if (!sheet) throw new Problem('access.not-found');
    return sheet;
  }
}

function toView({ id, elderId, recorderId, formId, formVersion, answers, recordedAt }: Sheet): SheetView {
  return { id, elderId, recorderId, form: { id: formId, version: formVersion }, answers, recordedAt };
}
