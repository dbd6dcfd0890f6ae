import { Injectable } from '@nestjs/common';

import { Access } from '../../platform/access';
import { Audit } from '../../platform/audit';
import type { Ctx } from '../../platform/context/context';
import { Database } from '../../platform/database';
import { faultPoint } from '../../platform/fault-points';
import { Files } from '../../platform/files';
import { Problem } from '../../platform/problems/problem';
import { VisitsRepository } from './visits.repository';

/** Somebody's upload of the same picture ended first; ours is rolled back. */
class CameSecond extends Error {}

/** Photos and signatures that follow a record. */
@Injectable()
export class VisitFiles {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly files: Files,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly database: Database,
  ) {}

  /**
   * Takes in a picture that the record announced. Sending it again changes nothing.
   * @throws Problem `access.not-found`, `visit.file-unexpected`, `file.hash`, `file.not-image`
   */
  async put(ctx: Ctx, visitId: string, sha256: string, bytes: unknown): Promise<void> {
    const visit = await this.visits.find(ctx, visitId);
    if (!visit) throw new Problem('access.not-found');
    this.access.require(ctx, 'visit.attach', { ownerId: visit.visitorId });
    const announced = await this.visits.file(ctx, visitId, sha256);
    if (!announced) throw new Problem('visit.file-unexpected');
    if (announced.fileId !== null) return;
    if (!Buffer.isBuffer(bytes)) throw new Problem('request.unsupported-media');
    const prepared = await this.files.prepare(ctx, bytes, sha256);
    try {
      await this.database.tx(ctx, async (tx) => {
        const fileId = await this.files.keep(tx, prepared);
        if (!(await this.visits.attach(tx, announced.id, fileId))) throw new CameSecond();
        await this.audit.record(tx, {
          action: 'visit.attach',
          subjectId: visitId,
          detail: { fileId, kind: announced.kind },
        });
        faultPoint('photo.before-commit');
      });
    } catch (error) {
      if (!(error instanceof CameSecond)) throw error;
    }
  }
}
