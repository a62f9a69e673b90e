import type { Grant } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import { Refusal, type Operation } from '#kernel/operation/operation.ts'
import { waysOf } from '#kernel/operation/rule.ts'
import { providers, type Provider } from './providers/provider.ts'
import { BY_PROCONNECT } from './web/routes.ts'

const isOfPlatform = ({ scope }: Grant) => scope === 'platform'

/** What a session carries of what its person holds, and the roles of the platform that stay outside. */
export interface Carried { grants: readonly Grant[]; withheld?: readonly string[] }

/**
 * Staff enter by ProConnect where the settings name it, as in the back office. Who entered otherwise is the same person, with all that is
 * their own, and without their roles of the platform. Where ProConnect is not configured nothing is left out.
 * @param vouched tells whether this provider is the one that opened the session.
 */
export const carriedBy = (held: readonly Grant[], vouched: (proConnect: Pick<Provider, 'key' | 'issuer'>) => boolean): Carried => {
  if (!held.some(isOfPlatform)) return { grants: held }
  const asked = providers().filter(({ kind }) => kind === 'proconnect')
  if (asked.length === 0 || asked.some(vouched)) return { grants: held }
  return { grants: held.filter((one) => !isOfPlatform(one)), withheld: held.filter(isOfPlatform).map(({ role }) => role) }
}

/** Whether a role that the session does not carry is one of those that open this operation. */
const isOpenedBy = ({ allow }: Operation, withheld: readonly string[]) => waysOf(allow)
  .some(({ roles = [] }) => roles.some(({ scope, role }) => scope === 'platform' && (role === undefined || withheld.includes(role))))

/** The same engine, which says to staff who entered otherwise that ProConnect would open what is refused to them. */
export const sayingProConnect = (engine: Engine): Engine => {
  const run: Engine['run'] = async (operation, input, call) => {
    try {
      return await engine.run(operation, input, call)
    } catch (error) {
      const isRight = error instanceof Refusal && error.code === 'forbidden'
      if (isRight && isOpenedBy(operation, call.actor.withheld ?? [])) throw new Refusal(BY_PROCONNECT, {}, 403)
      throw error
    }
  }
  return { ...engine, run }
}
