import { makeMariadb } from './mariadb.mjs';
import { runScript } from './say.mjs';

/**
 * `node scripts/lib/make-mariadb.mjs <folder>`: makes the files of a MariaDB whose commits are durable, and prints as JSON
 * how to start it. For the fault tests, whose modules are not of the kind that can import this one.
 */
await runScript(async () => {
  const made = await makeMariadb(process.argv[2], { options: ['--innodb-flush-log-at-trx-commit=1'] });
  process.stdout.write(JSON.stringify(made));
});
