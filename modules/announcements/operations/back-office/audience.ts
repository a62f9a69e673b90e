import { sql } from 'kysely'
import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import { isRole, organisationByIdentifier } from '#modules/organisations/api.ts'
import { groupsOf, type Audience } from '../../audience.ts'
import type { Context } from '../../policy.ts'

/** To whom, as an administrator types it: nothing is everybody; addresses are these people alone, one a line. */
export const typed = { organisation: z.string().trim().max(200).default(''), role: z.string().max(50).default(''),
  group: z.union([z.literal(''), z.uuid()]).default(''), people: z.string().trim().max(10_000).default('') }
const shape = z.object(typed)

const organisationNamed = async (context: Context, words: string): Promise<string> => {
  const known = await organisationByIdentifier(context, words.replaceAll(/\s/g, '').toUpperCase())
  if (known) return known
  const found = await context.db.selectFrom('organisations.card').select('id').where('is_closed', '=', false)
    .where(sql<boolean>`lower(name) = lower(${words})`).limit(2).execute()
  if (found.length === 1) return found[0]!.id
  throw new Refusal(found.length ? 'announcements.several-organisations' : 'announcements.no-such-organisation', {}, 422)
}

/** What was typed as the people that it names. @throws Refusal when it names nobody, or an address that nobody proved. */
export const audienceTyped = async (context: Context, { organisation, role, group, people }: z.output<typeof shape>): Promise<Audience> => {
  const addresses = [...new Set(people.toLowerCase().split(/[\s,;]+/).filter(Boolean))]
  if (addresses.length > 0) {
    const found = await peopleByAddress(context, addresses)
    if (found.length < addresses.length) throw new Refusal('announcements.unknown-addresses', { unknown: addresses.length - found.length },
      422)
    return { audience: 'people', organisationId: null, role: null, groupId: null, personIds: found.map((one) => one.personId) }
  }
  if (role && !isRole(role)) throw new Refusal('announcements.no-such-role', {}, 422)
  const organisationId = organisation ? await organisationNamed(context, organisation) : null
  // One of a former choice of organisation is no choice.
  const groupId = organisationId && group && (await groupsOf(context, organisationId)).some(({ id }) => id === group) ? group : null
  if (group && !groupId) throw new Refusal('announcements.no-such-group', {}, 422)
  return { audience: groupId ? 'group' : role ? 'role' : organisationId ? 'organisation' : 'everyone', organisationId, role: role || null,
    groupId,
    personIds: null }
}
