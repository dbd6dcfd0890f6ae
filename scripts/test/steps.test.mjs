import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Trouble } from '../lib/say.mjs';
import { choose, oneCheck, runSteps } from '../lib/steps.mjs';

const good = (key, more = {}) => ({ key, title: key, run: async () => ({ passed: 3, failed: 0 }), ...more });
const bad = (key) => ({ key, title: key, run: async () => oneCheck({ code: 1, output: 'line 7: nobody home' }) });
const lacking = (key) =>
  good(key, { missing: async () => ({ what: 'Chromium', install: 'apt-get install -y chromium' }) });

async function runAndRead(steps, options = {}) {
  const text = [];
  const total = await runSteps(steps, { ...options, write: (part) => text.push(part) });
  const lines = text.join('').trimEnd().split('\n');
  return { total, lines, last: lines.at(-1), all: text.join('') };
}

describe('steps', () => {
  it('run two at a time if they are single, and alone otherwise, after those that they build upon', async () => {
    const now = new Set();
    const seen = new Map();
    const slow = (key, more) =>
      good(key, {
        ...more,
        run: async () => {
          now.add(key);
          await new Promise((resolve) => setTimeout(resolve, 20));
          seen.set(key, [...now]);
          now.delete(key);
          return { passed: 1, failed: 0 };
        },
      });
    const single = { single: true };
    await runAndRead([
      ...[slow('lint', single), slow('types', single), slow('unit'), slow('format', single)],
      slow('sizes', { single: true, after: ['unit'] }),
    ]);
    assert.deepEqual([...seen.keys()].sort(), ['format', 'lint', 'sizes', 'types', 'unit']);
    assert.deepEqual([...seen.get('lint')].sort(), ['lint', 'types']);
    assert.deepEqual(seen.get('unit'), ['unit']);
    assert.deepEqual(seen.get('sizes'), ['sizes']);
  });
});

describe('the test run', () => {
  it('adds the counts up and says them in exactly one last line', async () => {
    const { total, last } = await runAndRead([good('lint'), good('unit-a'), bad('unit-b')]);
    assert.deepEqual(total, { passed: 6, failed: 1 });
    assert.equal(last, '6 passed, 1 failed');
  });

  it('shows the whole output of what fails', async () => {
    const { all } = await runAndRead([bad('lint')]);
    assert.match(all, /nobody home/);
  });

  it('fails a step that counts nothing, prints no numbers or throws', async () => {
    for (const run of [
      async () => ({ passed: 0, failed: 0 }),
      async () => undefined,
      async () => ({ passed: NaN, failed: 0 }),
      async () => ({ passed: -1, failed: 0 }),
      async () => Promise.reject(new Error('out of memory')),
    ]) {
      const { last } = await runAndRead([{ key: 'a', title: 'a', run }]);
      assert.equal(last, '0 passed, 1 failed');
    }
  });

  it('shows what the failing command printed when a step throws a Trouble', async () => {
    const run = async () => Promise.reject(new Trouble('编译没有成功。', 'main.ts(3,1): error'));
    const { all } = await runAndRead([{ key: 'a', title: 'a', run }]);
    assert.match(all, /main\.ts\(3,1\): error/);
    assert.match(all, /编译没有成功。/);
  });

  it('is not green without steps', async () => {
    const { last } = await runAndRead([]);
    assert.equal(last, '0 passed, 1 failed');
  });

  it('fails what builds upon a broken step, without doing it', async () => {
    let done = 0;
    const journeys = good('journeys', { after: ['build'], run: async () => ({ passed: (done += 1), failed: 0 }) });
    const { last, all } = await runAndRead([bad('build'), journeys]);
    assert.equal(last, '0 passed, 2 failed');
    assert.equal(done, 0);
    assert.match(all, /要用 build 的结果/);
  });

  it('names what this machine cannot run, with the command that helps, above the last line', async () => {
    const { lines, last } = await runAndRead([good('lint'), lacking('journeys')]);
    assert.equal(last, '3 passed, 0 failed');
    assert.match(lines.at(-2), /^未运行 \(not run\): journeys .*安装命令: apt-get install -y chromium$/);
  });

  it('fails what cannot run in CI', async () => {
    const { last } = await runAndRead([good('lint'), lacking('journeys')], { strict: true });
    assert.equal(last, '3 passed, 1 failed');
  });

  it('is not green when nothing at all could run', async () => {
    const { last } = await runAndRead([lacking('journeys')]);
    assert.equal(last, '0 passed, 1 failed');
  });

  it('refuses a filter that names nothing', async () => {
    const { last, all } = await runAndRead([good('lint')], { only: ['lnit'] });
    assert.equal(last, '0 passed, 1 failed');
    assert.match(all, /没有这样的步骤：lnit。可以写：lint/);
  });

  it('says what a filter left out', async () => {
    const { all, last } = await runAndRead([good('lint'), good('unit-a')], { only: ['unit'] });
    assert.match(all, /略过 \(left out\): lint/);
    assert.equal(last, '3 passed, 0 failed');
  });
});

describe('a filter', () => {
  const steps = [
    good('build-shared'),
    good('build-server', { after: ['build-shared'] }),
    good('unit-a'),
    good('units'),
  ];
  const keys = (only) => choose(steps, only).chosen.map(({ key }) => key);

  it('takes a group by its first word, and nothing that only begins alike', () =>
    assert.deepEqual(keys(['unit']), ['unit-a']));
  it('brings what a step builds upon', () =>
    assert.deepEqual(keys(['build-server']), ['build-shared', 'build-server']));
  it('brings what a step builds upon through others', () => {
    const journeys = good('journeys', { after: ['build-server'] });
    const { chosen } = choose([...steps, journeys], ['journeys']);
    assert.deepEqual(
      chosen.map(({ key }) => key),
      ['build-shared', 'build-server', 'journeys'],
    );
  });
});
