import 'reflect-metadata';

import { lastWords } from '../platform/log';
import { deadJobsCommand, replayJobsCommand } from './dead-jobs';
import { grantRoleCommand } from './grant-role';
import { loadDivisionsCommand } from './load-divisions';
import { revokeRoleCommand } from './revoke-role';
import type { Command, Terminal } from './terminal';
import { verifyAuditCommand } from './verify-audit';

const COMMANDS: readonly Command[] = [
  verifyAuditCommand,
  loadDivisionsCommand,
  grantRoleCommand,
  revokeRoleCommand,
  deadJobsCommand,
  replayJobsCommand,
];

/** A program: `operator <command> …`. Its exit code is 0 when all is well, 1 when something is not. */
async function main([name, ...args]: string[]): Promise<number> {
  const terminal: Terminal = { env: process.env, print: (line) => void process.stdout.write(`${line}\n`) };
  const command = COMMANDS.find((one) => one.name === name);
  if (command) return command.run(args, terminal);
  terminal.print('用法：npm run operator -- <命令>');
  for (const { name: known, usage, about } of COMMANDS) terminal.print(`\n  ${known} ${usage}\n      ${about}`);
  return name === undefined || name === 'help' ? 0 : 1;
}

function endWith(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}

process.on('uncaughtException', endWith);
main(process.argv.slice(2)).then((code) => (process.exitCode = code), endWith);
