export { declareKind, declareSubject, type Kind, type Pace, type Subject, type Telling } from './kinds.ts'
export { notify, type About, type Notice } from './notify.ts'
export { unreadCount } from './policy.ts'
export { configurePush, webPushOf, type WebPush } from './push/configuration.ts'
export { readAbout } from './reading.ts'
export { withdraw } from './withdraw.ts'
/** Kinds for the portfolio and the workspace: each declares those that it has, with its own code and address. */
export { declareActivityStarts, declareDeliverableDue, declarePeerReviewAsked } from './situations.ts'
