export { Database, forbidInTransaction } from './database';
export { instant } from './columns';
export { isDuplicate } from './errors';
export { lockDataDir } from './lock';
export { openDatabase, mysqlSources, sqliteSources, type Schema } from './open';
