interface DriverError {
  code?: string;
  errcode?: number;
  errno?: number;
  message?: string;
  driverError?: DriverError;
}

const SQLITE_CONSTRAINT_UNIQUE = 2067;
const SQLITE_CONSTRAINT_PRIMARYKEY = 1555;
const ER_DUP_ENTRY = 1062;
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

/** Whether the same transaction may succeed when it is run again. */
export function isTransient(error: unknown): boolean {
  return TRANSIENT_CODES.has(driverError(error).code ?? '');
}
