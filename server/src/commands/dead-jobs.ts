import { SCHEMA } from '../database/schema';
import { calendarDate, wallTime } from '../platform/clock/clock';
import { loadStorage } from '../platform/config/config';
import type { TxCtx } from '../platform/context/context';
import { readSnapshot } from '../platform/database';
import { DeadJobs, deadJobs, PROCESS_DIED, type OutboxJob } from '../platform/outbox';
import { OperatorProblem } from '../platform/problems/operator-problem';
import { inHouse } from './house';
import { expectNoMore, readArgs, type Command } from './terminal';

/** Shows the jobs that were given up. */
export const deadJobsCommand: Command = {
  name: 'jobs',
  usage: '',
  about: '列出做了很多次都没做成、已经停下的后台任务。只读，服务运行时也可以做',
  async run(args, { env, print }) {
    expectNoMore(readArgs(args, {}).positionals);
    const jobs = await readSnapshot(loadStorage(env), SCHEMA, (em) => deadJobs({ em }));
    print(jobs.length === 0 ? '没有停下的任务' : `停下的任务 ${jobs.length} 个：`);
    for (const job of jobs) print(`  ${lineFor(job)}`);
    return 0;
  },
};

function lineFor({ id, event, handler, attempts, error, createdAt }: OutboxJob): string {
  const since = `${calendarDate(createdAt)} ${wallTime(createdAt)}`;
  const why = error === PROCESS_DIED ? `${PROCESS_DIED}：做到一半，进程断了或者卡死了` : (error ?? '');
  return `${id}  ${since}  ${event} → ${handler}  试了 ${attempts} 次  ${why}`.trimEnd();
}

/** Has them done again: whatever was in their way is mended. */
export const replayJobsCommand: Command = {
  name: 'replay',
  usage: '(<编号>… | --all)',
  about: '让停下的任务重新做',
  async run(args, terminal) {
    const { values, positionals } = readArgs(args, { all: { type: 'boolean' } });
    if ((values.all === true) === positionals.length > 0) throw new OperatorProblem('要写任务编号，或者 --all');
    return inHouse(terminal, async ({ app, ctx, change }) => {
      const dead = app.nest.get(DeadJobs);
      const wanted = values.all ? (await deadJobs(ctx)).map(({ id }) => id) : positionals;
      const refused = await change('replay', (tx) => replayAll(tx, dead, wanted));
      for (const id of refused) terminal.print(`  ${id} 没有停下，或者没有这个任务`);
      terminal.print(`${wanted.length - refused.length} 个任务会重新做；服务一运行就开始`);
      return refused.length === 0 ? 0 : 1;
    });
  },
};

/** @returns those that were not dead */
async function replayAll(tx: TxCtx, dead: DeadJobs, ids: readonly string[]): Promise<string[]> {
  const refused: string[] = [];
  for (const id of ids) if (!(await dead.replay(tx, id))) refused.push(id);
  return refused;
}
