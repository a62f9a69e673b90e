export { ActingBanner } from './ActingBanner.tsx'
export { proofBeside, ProofNeededPage } from './ProofInvite.tsx'
export { SessionEndedPage } from './SessionEndedPage.tsx'
