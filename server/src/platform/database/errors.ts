interface DriverError {
  code?: string;
  errcode?: number;
  errno?: number;
  message?: string;
  /** Set by MySQL's driver when the connection is lost or never came about. */
  fatal?: boolean;
  driverError?: DriverError;
}

const SQLITE_CONSTRAINT_UNIQUE = 2067;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;
const ER_DUP_ENTRY = 1062;
/** Told to a connection that is still open, or refused with: the database is going down, or takes no more. */
const UNAVAILABLE_CODES = new Set(['ER_SERVER_SHUTDOWN', 'ER_CON_COUNT_ERROR']);
const TRANSIENT_CODES = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_CHECKREAD', 'SQLITE_BUSY']);

function driverError(error: unknown): DriverError {
  const outer = error as DriverError;
  return outer?.driverError ?? outer ?? {};
}

/** Whether a unique index or primary key refused the row, on any of our engines. */
export function isDuplicate(error: unknown): boolean {
  const { code, errcode, errno } = driverError(error);
  return (
    code === 'ER_DUP_ENTRY' ||
    errno === ER_DUP_ENTRY ||
    errcode === SQLITE_CONSTRAINT_UNIQUE ||
    errcode === SQLITE_CONSTRAINT_PRIMARYKEY ||
    code === 'SQLITE_CONSTRAINT_UNIQUE' ||
    code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
  );
}

/** Whether the database itself could not be talked to. What was under way may have been committed or not. */
export function isUnavailable(error: unknown): boolean {
  const { code, fatal } = driverError(error);
  return fatal === true || UNAVAILABLE_CODES.has(code ?? '');
}

/** Whether the same transaction may succeed when it is run again. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT_CODES.has(driverError(error).code ?? '');
}
