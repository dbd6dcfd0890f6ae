import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { isPortTaken } from './port.mjs';
import { Trouble } from './say.mjs';

/** The environment of `npm start`: a demo on this machine unless it is told otherwise. */
export function startEnvironment(env = process.env) {
  const demo = env.DEMO ?? '1';
  return {
    ...env,
    DEMO: demo,
    PORT: env.PORT || '3000',
    HOST: env.HOST || (demo === '1' ? '127.0.0.1' : '0.0.0.0'),
    DATA_DIR: env.DATA_DIR || '.data',
    // A demo's reader wants to see addresses, not a log line for each request.
    ...(demo === '1' && !env.LOG_LEVEL ? { LOG_LEVEL: 'warn' } : {}),
  };
}

/** Throws a Trouble, one sentence, if the port cannot be had. */
export async function requirePort({ PORT, HOST }) {
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Trouble(`PORT 要填 1 到 65535 之间的整数，现在是「${PORT}」。`);
  }
  if (await isPortTaken(port, HOST)) {
    throw new Trouble(`端口 ${port} 已被占用，请换一个，例如：PORT=${port < 65535 ? port + 1 : 3000} npm start`);
  }
}

/**
 * Starts the server, says when it is ready and where to look, passes signals on, and ends as it ends.
 * @param {string[]} command Node's arguments
 * @param {{cwd: string, env: Record<string, string>, write?: (text: string) => void}} options
 * @returns {Promise<number>} the exit code for the shell
 */
export async function serve(command, { cwd, env, write = (text) => process.stdout.write(text) }) {
  const child = spawn(process.execPath, command, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const ended = new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127 }));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  let told = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // From here on the server says when it is over; it may have requests to finish.
    process.removeAllListeners(signal);
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the server as well; once is enough.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
      told = true;
    });
  }
  const origin = `http://localhost:${env.PORT}`;
  const ready = await Promise.race([untilReady(env), ended.then(() => false)]);
  if (ready) write(env.DEMO === '1' ? demoGreeting(origin, env) : `\n探访关爱已就绪：${origin}\n`);
  const { code, signal } = await ended;
  if (told || signal) return code ?? (signal === 'SIGINT' ? 130 : 143);
  if (!ready) process.stderr.write('\n服务没有启动成功，原因见上。\n');
  return code ?? 1;
}

/** Resolves when the server answers that it is ready; asks twice a second, for as long as it takes. */
async function untilReady({ PORT, HOST }) {
  const host = HOST === '0.0.0.0' || HOST === '::' ? '127.0.0.1' : HOST;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${PORT}/api/health/ready`;
  for (;;) {
    try {
      const answer = await fetch(address, { signal: AbortSignal.timeout(2000) });
      await answer.arrayBuffer();
      if (answer.status === 200) return true;
    } catch {
      // Not yet.
    }
    await pause(500, undefined, { ref: false });
  }
}

/** What the demo is and where to look. */
export function demoGreeting(origin, { DATA_DIR, DATABASE_URL }) {
  const data = DATABASE_URL ? '数据在 DATABASE_URL 指的库里' : `数据在 ${DATA_DIR} 文件夹，删掉它就从头开始`;
  return `
探访关爱已就绪（演示数据，人物均为虚构；下面三位在济南历下，另外四个地方在登录页上选）

  打开浏览器    ${origin}
  选一个身份    周敏 · 楼下邻居、探访志愿者    今天该看谁 → 扫门牌码 → 填表 → 签名提交
                王静 · 李秀兰的女儿，在上海    收到提醒 → 看懂情况 → 我来处理 / 请社区协助
                刘芳 · 社区工作人员            今早要办的事 → 办结
  家属的手机    ${origin}/simulator/           微信消息在这里收到
  接口文档      ${origin}/api/docs

  按 Ctrl-C 停止；${data}。

`;
}
