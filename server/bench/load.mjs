import { connect } from 'node:net';

import { visitRequests, worklistRequests } from './requests.mjs';

/**
 * The load, in a process of its own: sends a fixed number of requests over some connections, on each the next as soon as
 * the answer to the last is complete. Nothing is in flight at the end, so what was acknowledged can be counted in the
 * tables. Requests are made and answers read as bytes: on a small machine the load must not take the time of the loaded.
 */
process.on('message', (task) => {
  drive(task).then(
    (result) => process.send({ result }),
    (error) => process.send({ error: error.stack }),
  );
});

async function drive({ port, connections, expected, ...task }) {
  const requests = task.kind === 'submit' ? visitRequests(task) : worklistRequests();
  const run = { requests, left: task.count, next: 0, expected, latencies: [], errors: 0, firstError: null };
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const began = performance.now();
  await Promise.all(sockets.map((socket) => converse(socket, run)));
  const seconds = (performance.now() - began) / 1000;
  for (const socket of sockets) socket.destroy();
  const sorted = Float64Array.from(run.latencies).sort();
  const { errors, firstError } = run;
  return {
    count: task.count,
    seconds,
    perSecond: task.count / seconds,
    p50: at(sorted, 0.5),
    p99: at(sorted, 0.99),
    errors,
    firstError,
  };
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function open(port) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Goes on until nothing is left to be sent. */
function converse(socket, run) {
  return new Promise((resolve, reject) => {
    let sentAt = 0;
    let received = [];
    const next = () => {
      if (run.left === 0) return resolve();
      run.left -= 1;
      const request = run.requests[run.next % run.requests.length];
      run.next += 1;
      sentAt = performance.now();
      socket.write(request);
    };
    socket.on('data', (part) => {
      received.push(part);
      const answer = received.length === 1 ? part : Buffer.concat(received);
      if (!isComplete(answer)) return;
      received = [];
      run.latencies.push(performance.now() - sentAt);
      note(run, answer);
      next();
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('The server closed a connection')));
    next();
  });
}

const HEAD_END = '\r\n\r\n';

function isComplete(answer) {
  const headEnd = answer.indexOf(HEAD_END);
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.latin1Slice(0, headEnd));
  if (!length) throw new Error('An answer without content-length');
  return answer.length >= headEnd + HEAD_END.length + Number(length[1]);
}

/** Status codes stand at a fixed place: `HTTP/1.1 201`. */
function note(run, answer) {
  if (answer.latin1Slice(9, 12) === run.expected) return;
  run.errors += 1;
  run.firstError ??= answer.toString('utf8');
}
