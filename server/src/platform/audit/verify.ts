import { IsNull, LessThan } from 'typeorm';

import type { Ctx } from '../context/context';
import { sha256 } from '../crypto';
import { AuditEntry, AuditHead } from './audit.entities';
import { BATCH, chainHash, GENESIS, HEAD } from './chain';
import { wordsOf, type Detail } from './words';

/** A place in the chain and the hash there: who has noted it down outside notices a chain that was cut or made anew. */
export interface ChainPoint {
  sequence: number;
  hash: string;
}

export interface ChainReport {
  /** Entries whose place and content were checked. */
  checked: number;
  /** Entries that wait for the sealer. */
  waiting: number;
  /** Entries of old that only a key can check, and none was at hand. */
  unread: number;
  faultCount: number;
  /** What is wrong, in the order of the chain, the first hundred; empty when the chain holds. */
  faults: string[];
  end: ChainPoint;
}

export interface CheckOptions {
  /** False when no key is at hand: see `unread`. */
  withKeys?: boolean;
  noted?: ChainPoint | undefined;
}

const MOST_FAULTS = 100;

/**
 * Recomputes the whole chain and compares it with what is stored. Give it one snapshot of the database: entries that are
 * sealed while it reads would look like a cut end.
 */
export async function verifyAudit(ctx: Ctx, { withKeys = true, noted }: CheckOptions = {}): Promise<ChainReport> {
  const check = new ChainCheck(withKeys, noted);
  for (;;) {
    const entries = await ctx.em
      .createQueryBuilder(AuditEntry, 'entry')
      .where('entry.sequence > :after', { after: check.end.sequence })
      .orderBy('entry.sequence', 'ASC')
      .take(BATCH)
      .getMany();
    if (entries.length === 0) break;
    for (const entry of entries) check.take(entry, entry.sequence!);
  }
  const beforeFirst = await ctx.em.countBy(AuditEntry, { sequence: LessThan(1) });
  check.close(await ctx.em.findOneBy(AuditHead, { id: HEAD }), beforeFirst);
  const { checked, unread, faultCount, faults, end } = check;
  return {
    ...{ checked, unread, faultCount, faults, end },
    waiting: await ctx.em.countBy(AuditEntry, { sequence: IsNull() }),
  };
}

/** Walks along the chain, one entry after another, and keeps what it finds. */
class ChainCheck {
  checked = 0;
  unread = 0;
  faultCount = 0;
  readonly faults: string[] = [];
  end: ChainPoint = { sequence: 0, hash: GENESIS };

  constructor(
    private readonly withKeys: boolean,
    private readonly noted: ChainPoint | undefined,
  ) {}

  take(entry: AuditEntry, sequence: number): void {
    this.expectNext(sequence);
    const place = `第 ${sequence} 条（${entry.id}）`;
    const sealed = this.asSealed(entry, place);
    if (sealed) {
      this.checked += 1;
      const expected = chainHash(this.end.hash, sequence, sealed);
      if (entry.hash !== expected) this.fault(`${place}与链上的校验值不符`);
    }
    if (this.noted?.sequence === sequence && this.noted.hash !== entry.hash)
      this.fault(`${place}不是抄下来的那个校验值：链被重做过`);
    // Goes on from what is stored, so that one altered entry is one fault and not all that follow.
    this.end = { sequence, hash: entry.hash ?? '' };
  }

  close(head: AuditHead | null, beforeFirst: number): void {
    const { sequence, hash } = this.end;
    if (beforeFirst > 0) this.fault(`有 ${beforeFirst} 条排在第 1 条前面`);
    if ((head?.sequence ?? 0) !== sequence) this.fault(`链尾应是第 ${head?.sequence ?? 0} 条，实有 ${sequence} 条`);
    else if (head && head.hash !== hash) this.fault('链尾的校验值不符');
    if (this.noted && this.noted.sequence > sequence)
      this.fault(`抄下来的链尾是第 ${this.noted.sequence} 条，现在只有 ${sequence} 条`);
  }

  private expectNext(sequence: number): void {
    const [first, last] = [this.end.sequence + 1, sequence - 1];
    if (first <= last) this.fault(first === last ? `第 ${first} 条不见了` : `第 ${first} 至 ${last} 条不见了`);
  }

  /** The entry as it read when it was sealed; null when that cannot be told. */
  private asSealed(entry: AuditEntry, place: string): AuditEntry | null {
    const detail = parsed(entry.detail);
    if (isOfOld(entry, detail)) return this.withReason(entry, detail, place);
    const fault = wordsFault(entry.words, detail.words ?? null);
    if (fault) this.fault(`${place}${fault}`);
    return entry;
  }

  /**
   * Once the reason stood in the detail, in the clear, and the hash covers it there. The migration encrypted it and left
   * an empty `reason` in its place.
   */
  private withReason(entry: AuditEntry, detail: Detail, place: string): AuditEntry | null {
    if (!this.withKeys) {
      this.unread += 1;
      return null;
    }
    try {
      return { ...entry, detail: JSON.stringify({ ...detail, reason: wordsOf(entry) }) };
    } catch {
      this.fault(`${place}的原话读不出来`);
      return null;
    }
  }

  private fault(sentence: string): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_FAULTS) this.faults.push(sentence);
  }
}

function isOfOld({ words }: AuditEntry, detail: Detail): boolean {
  return words !== null && detail.reason === null && detail.words === undefined;
}

function wordsFault(words: string | null, digest: Detail[string]): string | null {
  if (words === null) return digest === null ? null : '的原话不见了';
  if (digest === null) return '多出了原话';
  return sha256(words) === digest ? null : '的原话被改过';
}

/** The detail as an object. One that is no JSON any more was altered, and its hash says so. */
function parsed(detail: string): Detail {
  try {
    return Object(JSON.parse(detail)) as Detail;
  } catch {
    return {};
  }
}
