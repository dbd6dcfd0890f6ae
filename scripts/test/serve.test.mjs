import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../lib/paths.mjs';
import { freePort } from '../lib/port.mjs';
import { requirePort, startEnvironment } from '../lib/serve.mjs';

describe('npm start', () => {
  let folder;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'tanfang-serve-'))));
  after(() => rmSync(folder, { recursive: true }));

  it('is a demo on this machine unless told otherwise', () => {
    const { DEMO, PORT, HOST, DATA_DIR } = startEnvironment({});
    assert.deepEqual({ DEMO, PORT, HOST, DATA_DIR }, { DEMO: '1', PORT: '3000', HOST: '127.0.0.1', DATA_DIR: '.data' });
  });

  it('passes on what it is told', () => {
    const told = { DEMO: '0', PORT: '80', HOST: '::', DATA_DIR: '/srv', DATABASE_URL: 'mysql://db' };
    assert.deepEqual(startEnvironment(told), told);
  });

  it('says in a sentence that the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address();
    await assert.rejects(requirePort({ PORT: String(port), HOST: '127.0.0.1' }), {
      message: `端口 ${port} 已被占用，请换一个，例如：PORT=${port + 1} npm start`,
    });
    holder.close();
  });

  it('takes a port that is free', async () => {
    await requirePort({ PORT: String(await freePort()), HOST: '127.0.0.1' });
  });

  for (const PORT of ['http', '0', '65536', '3000.5']) {
    it(`refuses PORT=${PORT}`, () => assert.rejects(requirePort({ PORT, HOST: '127.0.0.1' }), /PORT 要填/));
  }

  /** Runs `serve` in a process of its own over a little server with the given source. */
  async function serveLittle(source) {
    const port = await freePort();
    const server = join(folder, `server-${port}.mjs`);
    const starter = join(folder, `start-${port}.mjs`);
    writeFileSync(server, source);
    writeFileSync(
      starter,
      `import { serve } from ${JSON.stringify(join(root, 'scripts/lib/serve.mjs'))};
       const env = { ...process.env, PORT: '${port}', HOST: '127.0.0.1', DEMO: '1' };
       process.exitCode = await serve([${JSON.stringify(server)}], { cwd: ${JSON.stringify(folder)}, env });`,
    );
    const child = spawn(process.execPath, [starter], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
    return { child, port, read: () => output, ended: once(child, 'close') };
  }

  const answering = `
    import { createServer } from 'node:http';
    let asked = 0;
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/api/health/ready' && ++asked > 1 ? 200 : 503).end();
    }).listen(process.env.PORT, '127.0.0.1');
    process.on('SIGTERM', () => { console.log('finishing'); server.close(); server.closeAllConnections(); });`;

  it('says where to look once the server is ready, passes SIGTERM on and ends well', async () => {
    const { child, port, read, ended } = await serveLittle(answering);
    while (!read().includes('已就绪')) await once(child.stdout, 'data');
    assert.match(read(), new RegExp(`打开浏览器 +http://localhost:${port}`));
    child.kill('SIGTERM');
    const [code] = await ended;
    assert.equal(code, 0);
    assert.match(read(), /finishing/);
  });

  it('ends with the server’s code when it does not start', async () => {
    const { read, ended } = await serveLittle(`console.error('配置有误'); process.exit(3);`);
    const [code] = await ended;
    assert.equal(code, 3);
    assert.match(read(), /配置有误[\s\S]*没有启动成功/);
  });
});
