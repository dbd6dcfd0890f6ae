export { lastWords, withoutValues } from './failure';
export { createLog } from './log';
