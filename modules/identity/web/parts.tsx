export { ActingBanner } from './ActingBanner.tsx'
export { proofBeside, ProofNeededPage } from './ProofInvite.tsx'
export { UnseenFields, WrittenFields } from './KeptFields.tsx'
export { SessionEndedPage } from './SessionEndedPage.tsx'
