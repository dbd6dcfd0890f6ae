import { createServer } from 'node:net';

/**
 * Whether somebody listens on a port already.
 * @param {number} port
 * @param {string} host the address that the server is going to bind
 * @returns {Promise<boolean>} other faults of listening (no right to a low port) are left to the server to tell
 */
export function isPortTaken(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error) => resolve(error.code === 'EADDRINUSE'));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(false)));
  });
}

/** @returns {Promise<number>} a port of this machine that is free at this moment */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
