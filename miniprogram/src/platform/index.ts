/** What the device and WeChat do for us; each has a .weapp and a .h5 side where they differ. */
export { codeOfForeign, failureInWords, NetworkFailure, Problem, shortCode, type FieldFault } from './failures';
export { keepToken, request } from './request';
export { upload } from './upload';
export * as storage from './storage';
export { digest } from './digest';
export {
  addDays,
  clockTime,
  dayInWords,
  dayOf,
  greeting,
  leftOfDay,
  monthAndDay,
  now,
  pastInWords,
  weekday,
  whenInWords,
} from './day';
export { dropBytes, keepBytes, keptNames, readBytes, showBytes } from './kept-bytes';
export { prepareRandom } from './random';
export { ulid } from './ulid';
export { doorCodeOf } from './door-code';
export { scan } from './scan';
export { subscribe } from './subscribe';
export type { SubscribeResult, SubscribeResults, TemplateChoice } from './prompt';
export { login, openedFromPhone } from './login';
export { phoneCall } from './phone-call';
export { buzz, copyText, deviceName, fontScale } from './device';
export { online, watchNetwork } from './network';
export { stayAvailable } from './stay-available';
export { link, type LinkParams } from './link';
export { back, go, replace, restart, useParams } from './navigate';
export { appOrigin, assetUrl } from './asset';
export { keepAddress } from './keep-address';
export { previewPictures } from './preview';
export { canPrint, printPage } from './print';
export { wide } from './wide';
export { fetchPages } from './fetch-pages';
export { watchPrivacy } from './privacy';
export { scrollTo } from './scroll-to';
export { watchReadingPlace } from './reading-place';
export { createStore, type Store } from './store';
