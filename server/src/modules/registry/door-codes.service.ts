import { Inject, Injectable } from '@nestjs/common';
import { toBuffer } from 'qrcode';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Config } from '../../platform/config/config';
import type { Ctx, TxCtx } from '../../platform/context/context';
import { blindIndex, newSecret } from '../../platform/crypto';
import { Database, isDuplicate } from '../../platform/database';
import { Problem } from '../../platform/problems/problem';
import { CONFIG } from '../../platform/tokens';
import { DoorCodesRepository } from './door-codes.repository';
import type { DoorCode } from './registry.entities';
import { RegistryRepository } from './registry.repository';

export interface IssuedDoorCode {
  id: string;
  /** What the QR on the door says. */
  url: string;
  issuedAt: number;
}

/** 43 characters of base64url, bare or at the end of the printed address. */
const CODE = /(?:^|\/d\/)([\w-]{43})\/?$/;
/** Wide enough to print 6 cm at 250 dpi. */
const QR_PIXELS = 600;

@Injectable()
export class DoorCodes {
  constructor(
    private readonly repository: DoorCodesRepository,
    private readonly elders: RegistryRepository,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** A new code for the elder's door; the ones before it stop working. @throws Problem `id.taken` */
  async issue(ctx: Ctx, elderId: string, id: string): Promise<IssuedDoorCode> {
    await this.permit(ctx, 'door-code.issue', elderId);
    try {
      return await this.database.tx(ctx, (tx) => this.issueOnce(tx, elderId, id));
    } catch (error) {
      const known = isDuplicate(error) ? await this.repository.find(ctx, id) : null;
      if (!known) throw error;
      return this.repeated(known, elderId);
    }
  }

  /** Without asking for permission: for the service above and for seeds. */
  async issueOnce(tx: TxCtx, elderId: string, id: string): Promise<IssuedDoorCode> {
    const known = await this.repository.find(tx, id);
    if (known) return this.repeated(known, elderId);
    const code = newSecret();
    const row: DoorCode = {
      ...{ id, elderId, code, codeIndex: indexOf(code), issuedAt: tx.at },
      ...{ issuedBy: tx.who.accountId, revokedAt: null, revokedWithRecord: null },
    };
    await this.repository.revokeAll(tx, elderId);
    await this.repository.insert(tx, row);
    await this.audit.record(tx, { action: 'door-code.issue', subjectId: elderId, detail: { doorCodeId: id } });
    return this.toIssued(row);
  }

  /** Revoking twice changes nothing. */
  async revoke(ctx: Ctx, elderId: string, id: string): Promise<void> {
    await this.permit(ctx, 'door-code.revoke', elderId);
    await this.ofElder(ctx, elderId, id);
    await this.database.tx(ctx, async (tx) => {
      if (!(await this.repository.revoke(tx, id))) return;
      await this.audit.record(tx, { action: 'door-code.revoke', subjectId: elderId, detail: { doorCodeId: id } });
    });
  }

  /** A PNG to print. @throws Problem `door-code.revoked` */
  async print(ctx: Ctx, elderId: string, id: string): Promise<Buffer> {
    await this.permit(ctx, 'door-code.print', elderId);
    const code = await this.ofElder(ctx, elderId, id);
    if (code.revokedAt !== null) throw new Problem('door-code.revoked');
    const detail = { doorCodeId: id };
    await this.database.tx(ctx, (tx) =>
      this.audit.record(tx, { action: 'door-code.print', subjectId: elderId, detail }),
    );
    return toBuffer(this.toIssued(code).url, { type: 'png', width: QR_PIXELS, margin: 4, errorCorrectionLevel: 'M' });
  }

  /** @throws Problem `door-code.unknown`, `door-code.revoked` */
  async resolve(ctx: Ctx, scanned: string): Promise<{ doorCodeId: string; elderId: string }> {
    const code = CODE.exec(scanned.trim())?.[1];
    const row = code === undefined ? null : await this.repository.byCode(ctx, indexOf(code));
    if (!row) throw new Problem('door-code.unknown');
    if (row.revokedAt !== null) throw new Problem('door-code.revoked');
    return { doorCodeId: row.id, elderId: row.elderId };
  }

  private async permit(
    ctx: Ctx,
    action: 'door-code.issue' | 'door-code.revoke' | 'door-code.print',
    elderId: string,
  ): Promise<void> {
    const elder = await this.elders.find(ctx, elderId);
    if (!elder) throw new Problem('access.not-found');
    this.access.require(ctx, action, { elderId, communityId: elder.communityId });
  }

  private async ofElder(ctx: Ctx, elderId: string, id: string): Promise<DoorCode> {
    const code = await this.repository.find(ctx, id);
    if (code?.elderId !== elderId) throw new Problem('access.not-found');
    return code;
  }

  private repeated(known: DoorCode, elderId: string): IssuedDoorCode {
    if (known.elderId !== elderId) throw new Problem('id.taken');
    return this.toIssued(known);
  }

  private toIssued({ id, code, issuedAt }: DoorCode): IssuedDoorCode {
    return { id, url: `${this.config.publicUrl}/d/${code}`, issuedAt };
  }
}

function indexOf(code: string): string {
  return blindIndex(code, 'door_code.code');
}
