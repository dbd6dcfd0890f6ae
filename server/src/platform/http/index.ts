export { Context, Does, type RequestWithCtx } from './action';
export * from './fields';
export { DEFAULT_LIMIT, PageQuery, readCursor, toPage, type Page } from './page';
export { CLIENT_HEADER, SESSION_COOKIE, SessionReader } from './session-reader';
