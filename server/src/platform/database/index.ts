export { Database, forbidInTransaction } from './database';
export { instant } from './columns';
export { isDuplicate } from './errors';
export { newId } from './new-id';
export { runPrepared } from './prepared';
export { changeRows, insertRows } from './rows';
export { lockDataDir } from './lock';
export { openDatabase, mysqlSources, sqliteSources, type Schema } from './open';
export { readSnapshot } from './snapshot';
