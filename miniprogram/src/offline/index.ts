/** What a phone keeps so that a visit can be made, and handed in, without a network. */
export {
  forgetOtherDays,
  forgetToday,
  forgetWhatWasRead,
  keepForToday,
  keptToday,
  namesToday,
  READ,
} from './for-today';
export {
  allowAgain,
  closeOutbox,
  dropStrayBytes,
  handIn,
  itemOf,
  letGoOfRefused,
  openOutbox,
  outbox,
  settled,
  takeBack,
  waitingHere,
  type Outbox,
} from './outbox';
export {
  emergencies,
  noAnswers,
  type EmergencyBody,
  type NoAnswerBody,
  type WaitingEmergency,
  type WaitingNoAnswer,
} from './told';
export { bytesName, type VisitBody, type WaitingFile, type WaitingVisit } from './waiting-visit';
export { keepSending, sendNow } from './watch';
export { outOfReach } from './reachable';
