import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { Inject, Injectable } from '@nestjs/common';

import { newId } from '../database';
import type { Config } from '../config/config';
import type { Ctx, TxCtx } from '../context/context';
import { decryptBytes, encryptBytes, sameSignature, sha256, signLink } from '../crypto';
import { Problem } from '../problems/problem';
import { CONFIG } from '../tokens';
import { StoredFile } from './files.entities';
import { cleanImage } from './image';

/** How long a link to a photo works. */
const LINK_LIFE_MS = 10 * 60_000;

export interface PreparedFile {
  row: StoredFile;
}

/** Photos and signatures: metadata stripped, encrypted, handed out by short-lived signed links only. */
@Injectable()
export class Files {
  private readonly folder: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.folder = join(config.dataDir, 'files');
  }

  /**
   * Checks the hash, strips metadata and writes the encrypted bytes, outside any transaction; `keep()` then makes the
   * file known. Bytes whose transaction never commits are unreadable litter, not a loss.
   * @throws Problem `file.hash` when the bytes are not those announced, `file.not-image` when they are no picture
   */
  async prepare(ctx: Ctx, bytes: Buffer, announcedSha256: string): Promise<PreparedFile> {
    if (sha256(bytes) !== announcedSha256) throw new Problem('file.hash');
    const image = await cleanImage(bytes);
    const id = newId(ctx.at);
    const { keyId, sealed } = encryptBytes(image.bytes, `file.${id}`);
    const path = this.pathOf(id);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(`${path}.part`, sealed, { flush: true });
    await rename(`${path}.part`, path);
    const row: StoredFile = {
      id,
      sentSha256: announcedSha256,
      mediaType: image.mediaType,
      bytes: image.bytes.length,
      keyId,
      createdAt: ctx.at,
    };
    return { row };
  }

  async keep(ctx: TxCtx, file: PreparedFile): Promise<string> {
    await ctx.em.insert(StoredFile, file.row);
    return file.row.id;
  }

  /** Address of a picture, good for ten minutes for whoever holds it. Ask for permission before handing it out. */
  link(ctx: Ctx, fileId: string): string {
    const until = ctx.at + LINK_LIFE_MS;
    return `/api/files/${fileId}?until=${until}&signature=${signLink(`${fileId}.${until}`)}`;
  }

  /** @throws Problem `link.expired` when the link is too old or was tampered with */
  async open(
    ctx: Ctx,
    fileId: string,
    until: number,
    signature: string,
  ): Promise<{ bytes: Buffer; mediaType: string }> {
    if (!(until >= ctx.at) || !sameSignature(signature, signLink(`${fileId}.${until}`)))
      throw new Problem('link.expired');
    const row = await ctx.em.findOneBy(StoredFile, { id: fileId });
    if (!row) throw new Problem('access.not-found');
    const bytes = decryptBytes(await readFile(this.pathOf(fileId)), row.keyId, `file.${fileId}`);
    return { bytes, mediaType: row.mediaType };
  }

  /** ULIDs begin with the time, so the last two characters spread the files evenly. */
  private pathOf(id: string): string {
    return join(this.folder, id.slice(-2), id);
  }
}
