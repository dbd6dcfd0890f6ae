import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { SCHEMA } from '../database/schema';
import { verifyAudit, type ChainPoint, type ChainReport } from '../platform/audit';
import { SystemClock } from '../platform/clock/clock';
import { loadStorage } from '../platform/config/config';
import { SYSTEM } from '../platform/context/context';
import { openVault } from '../platform/crypto';
import { demoKeys, parseKeys, type Keys } from '../platform/crypto/keys';
import { readSnapshot } from '../platform/database';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { expectNoMore, readArgs, type Command, type Terminal } from './terminal';

/** Proves the chain of the audit, or says where it is broken. Reads only, also while the server runs. */
export const verifyAuditCommand: Command = {
  name: 'audit-verify',
  usage: '[--noted 序号:校验值]',
  about: '核对审计链：一条不少、一字未改。只读，服务运行时也可以做',
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { noted: { type: 'string' } });
    expectNoMore(positionals);
    const noted = values.noted === undefined ? undefined : pointOf(values.noted);
    const storage = loadStorage(terminal.env);
    const keys = keysAtHand(terminal.env, storage.dataDir);
    if (keys) openVault(keys);
    const report = await readSnapshot(storage, SCHEMA, (em) =>
      verifyAudit(
        { who: SYSTEM, at: new SystemClock().now(), requestId: 'audit-verify', em },
        { withKeys: keys !== null, noted },
      ),
    );
    tell(report, terminal);
    return report.faultCount === 0 && report.unread === 0 ? 0 : 1;
  },
};

function tell({ checked, waiting, unread, faultCount, faults, end }: ChainReport, { print }: Terminal): void {
  print(`审计链：${checked} 条核对过，${waiting} 条等着入链`);
  if (unread > 0) print(`另有 ${unread} 条早期记录要有密钥才能核对，请带上服务的 ENCRYPTION_KEYS 再查一次`);
  for (const fault of faults) print(`  ✗ ${fault}`);
  if (faultCount > faults.length) print(`  …… 还有 ${faultCount - faults.length} 处`);
  if (faultCount > 0) print(`不完整：${faultCount} 处对不上`);
  else if (unread === 0) print('完整：一条不少，一字未改');
  if (end.sequence > 0)
    print(`链尾 ${end.sequence}:${end.hash}（抄在库外，下次用 --noted 核对，链被截短或重做就看得出）`);
}

function pointOf(text: string): ChainPoint {
  const [, sequence, hash] = /^(\d{1,15}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!sequence || !hash) throw new OperatorProblem('--noted 要写成 序号:校验值，照抄上次「链尾」后面的那一串');
  return { sequence: Number(sequence), hash };
}

/** The server's keys, or the demo's; an auditor may have none and can check all but what is very old. */
function keysAtHand(env: Terminal['env'], dataDir: string): Keys | null {
  if (!env.ENCRYPTION_KEYS) return existsSync(join(dataDir, 'demo-keys.json')) ? demoKeys(dataDir) : null;
  const faults: string[] = [];
  const keys = parseKeys(env, faults);
  if (faults.length > 0) throw new OperatorProblem(faults.join('\n'));
  return keys;
}
