import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { OperatorProblem } from '../problems/operator-problem';

export interface Keys {
  /** Key id → 32 bytes. Older ones stay, so that what they encrypted can still be read. */
  encryption: ReadonlyMap<string, Buffer>;
  /** Which of them encrypts from now on. */
  current: string;
  /** 32 bytes, for blind indexes and token hashes. */
  index: Buffer;
  /** 32 bytes, for short-lived signed links. */
  link: Buffer;
}

/**
 * `ENCRYPTION_KEYS=id:base64[,id:base64…]` (the first is current), `INDEX_KEY` and `LINK_KEY` in base64, 32 bytes each.
 * Faults are pushed as Chinese sentences; the returned keys are then unusable.
 */
export function parseKeys(env: Record<string, string | undefined>, faults: string[]): Keys {
  const encryption = new Map<string, Buffer>();
  for (const part of (env.ENCRYPTION_KEYS ?? '').split(',').filter(Boolean)) {
    const [id = '', text = ''] = part.split(':');
    if (!/^[a-z0-9]{1,12}$/.test(id)) faults.push('ENCRYPTION_KEYS 的编号只能用小写字母和数字，最多 12 位');
    encryption.set(id, key32('ENCRYPTION_KEYS', text, faults));
  }
  const current = encryption.keys().next().value ?? '';
  if (!current) faults.push('缺少 ENCRYPTION_KEYS，写法：编号:32字节的base64');
  return {
    encryption,
    current,
    index: key32('INDEX_KEY', env.INDEX_KEY, faults),
    link: key32('LINK_KEY', env.LINK_KEY, faults),
  };
}

function key32(name: string, text: string | undefined, faults: string[]): Buffer {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== 32) faults.push(`${name} 要是 32 字节的 base64`);
  return bytes;
}

/** The demo's own keys, made once and kept beside its data so that a restart can read it. Never used outside the demo. */
export function demoKeys(dataDir: string): Keys {
  const path = join(dataDir, 'demo-keys.json');
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true });
    const fresh = () => randomBytes(32).toString('base64');
    const made = { ENCRYPTION_KEYS: `demo:${fresh()}`, INDEX_KEY: fresh(), LINK_KEY: fresh() };
    writeFileSync(path, JSON.stringify(made), { mode: 0o600 });
  }
  const faults: string[] = [];
  const keys = parseKeys(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>, faults);
  if (faults.length > 0) throw new OperatorProblem(`演示用的密钥文件坏了：${path}。删掉整个数据目录可以重新开始`);
  return keys;
}
