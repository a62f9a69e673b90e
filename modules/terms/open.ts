import type { Operation } from '#kernel/operation/operation.ts'
import { identity } from '#modules/identity/module.ts'
import { privacy } from '#modules/privacy/module.ts'
import { acceptTerms } from './operations/accept-terms.ts'
import { showAskedTerms } from './operations/show-asked-terms.ts'

/** To leave, and to prove who one is, which deleting one's account asks. */
const ways = [
  'signOut', 'signOutEverywhere', 'endSession', 'showProof', 'requestProofLink', 'openProofLink', 'proveByLink', 'proveByPasskey',
  'proveByProvider',
]

const named = (name: string): Operation => {
  const one = identity.operations[name]
  if (!one) throw new Error(`identity has no operation ${name}`)
  return one
}

/** What somebody who has not accepted may do nevertheless: accept, take their data along, delete their account, leave. */
export const openWithoutTerms: readonly Operation[] = [
  showAskedTerms, acceptTerms, ...Object.values(privacy.operations), ...ways.map(named),
]
