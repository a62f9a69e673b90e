import type { Actor } from '#kernel/operation/actor.ts'
import { Refusal } from '#kernel/operation/operation.ts'
import type { Http } from '#kernel/operation/raw.ts'
import { createDirectoryGroup } from '../operations/directory/create-directory-group.ts'
import { createDirectoryUser } from '../operations/directory/create-directory-user.ts'
import { removeDirectoryGroup } from '../operations/directory/remove-directory-group.ts'
import { removeDirectoryUser } from '../operations/directory/remove-directory-user.ts'
import { replaceDirectoryGroup } from '../operations/directory/replace-directory-group.ts'
import { replaceDirectoryUser } from '../operations/directory/replace-directory-user.ts'
import { showDirectoryGroup } from '../operations/directory/show-directory-group.ts'
import { showDirectoryUser } from '../operations/directory/show-directory-user.ts'
import { fail } from './error.ts'
import { patched } from './patch.ts'

export type Type = 'Users' | 'Groups'
export type Resource = Record<string, unknown>
export interface Shown { resource: Resource; version: number }

const operations = {
  Users: { create: createDirectoryUser, show: showDirectoryUser, replace: replaceDirectoryUser, remove: removeDirectoryUser },
  Groups: { create: createDirectoryGroup, show: showDirectoryGroup, replace: replaceDirectoryGroup, remove: removeDirectoryGroup },
} as const

/**
 * The one organisation for which the token's program works. A person's cookie proves nothing here: another site could send it.
 * @throws Refusal 401 without a program's token, 403 for a program of no organisation or of several.
 */
export const organisationOf = (actor: Actor): string => {
  if (!actor.client) throw new Refusal('sign-in-required', {}, 401)
  const ids = new Set(actor.grants.filter(({ scope }) => scope === 'organisation').map(({ id }) => id))
  const [one] = ids
  if (!one || ids.size > 1) throw new Refusal('forbidden', {}, 403)
  return one
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** An identifier of another form names nothing here. */
const known = (id: string) => UUID.test(id) ? id.toLowerCase() : (() => { throw new Refusal('not-found', {}, 404) })()

const withAddress = (base: string, type: Type, { resource, version }: Shown): Shown => {
  const linked = (list: unknown, to: Type) => Array.isArray(list) ? list.map((one: Resource) => ({ ...one, $ref: `${base}/${to}/${String(one['value'])}` })) : undefined
  const { groups, members, meta, ...rest } = resource
  return { version, resource: {
    ...rest, ...groups !== undefined && { groups: linked(groups, 'Groups') }, ...members !== undefined && { members: linked(members, 'Users') },
    meta: { ...meta as Resource, location: `${base}/${type}/${String(resource['id'])}` },
  } }
}

/** What a request of SCIM does, as operations of this module run by the token's program in its organisation. */
export const serviceOf = (run: Http['run'], organisationId: string, base: string) => {
  const show = async (type: Type, id: string): Promise<Shown> =>
    withAddress(base, type, await run(operations[type].show, { organisationId, id: known(id) }))
  const create = async (type: Type, resource: Resource): Promise<Shown> => {
    const { id } = await run(operations[type].create, { organisationId, resource })
    return show(type, id)
  }
  const replace = async (type: Type, id: string, resource: Resource, expected?: number): Promise<Shown> => {
    await run(operations[type].replace, { organisationId, id: known(id), resource, expected })
    return show(type, id)
  }
  const patch = async (type: Type, id: string, body: unknown, expected?: number): Promise<Shown> => {
    const { resource, version } = await show(type, id)
    if (expected !== undefined && expected !== version) return fail('invalidVers', 'the resource has changed')
    // Another change between this reading and the writing is refused, so that nothing is lost.
    return replace(type, id, patched(type, resource, body), version)
  }
  const remove = async (type: Type, id: string, expected?: number): Promise<void> => {
    await run(operations[type].remove, { organisationId, id: known(id), expected })
  }
  return { show, create, replace, patch, remove, located: (type: Type, resource: Resource) => withAddress(base, type, { resource, version: 0 }).resource }
}
export type Service = ReturnType<typeof serviceOf>
