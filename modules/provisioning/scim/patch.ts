import { scimPatch, ScimError as PatchError, type ScimPatchOperation, type ScimResource } from 'scim-patch'
import { fail } from './error.ts'
import { groupSchema, userSchema } from './resource.ts'
import type { Resource, Type } from './service.ts'
import { urn } from './urn.ts'

interface Operation { op: string; path?: string; value?: unknown }

/** Names that would reach the prototype of an object. */
const POLLUTING = /(^|[.[\]"':\s])(__proto__|constructor|prototype)([.[\]"':\s]|$)/
const safe = (value: unknown): boolean => typeof value !== 'object' || value === null
  || Object.entries(value).every(([name, one]) => !['__proto__', 'constructor', 'prototype'].includes(name) && safe(one))

const READ_ONLY = new Set(['id', 'meta', 'groups'])
const lower = (names: string[]) => new Set(names.map((name) => name.toLowerCase()))
const kept = { Users: lower(Object.keys(userSchema.shape)), Groups: lower(Object.keys(groupSchema.shape)) }

/** The attribute that a path begins with, in small letters: `urn:…:User:emails[type eq "work"].value` → `emails`. */
const headOf = (path: string): string => {
  const name = path.toLowerCase()
  if (name.startsWith(urn.enterprise.toLowerCase())) return urn.enterprise.toLowerCase()
  return name.replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, '').split(/[.[]/)[0]!
}

/** What a PATCH says of an attribute that it may not change must be what is there (RFC 7644 §3.5.2). */
const refuseChange = (resource: Resource, head: string, value: unknown): void => {
  if (JSON.stringify(value) !== JSON.stringify(resource[head])) fail('mutability', `${head} is read-only`)
}

/** The attributes of an operation that are kept; nothing where none is: what a directory sends besides is not its mistake. */
const known = (type: Type, resource: Resource, operation: Operation): Operation[] => {
  const { path, value } = operation
  if (path !== undefined) {
    const head = headOf(path)
    if (READ_ONLY.has(head)) refuseChange(resource, head, path.toLowerCase() === head ? value : undefined)
    return kept[type].has(head) ? [operation] : []
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [operation]
  const entries = Object.entries(value).filter(([name, one]) => {
    const head = headOf(name)
    if (READ_ONLY.has(head)) refuseChange(resource, head, one)
    return kept[type].has(head)
  })
  return entries.length > 0 ? [{ ...operation, value: Object.fromEntries(entries) }] : []
}

/** Entra takes members away by their values, where the RFC has a filter in the path: what stays is said instead. */
const withoutValues = (resource: Resource, { op, path, value }: Operation): Operation | undefined => {
  if (op !== 'remove' || path === undefined || path.includes('[') || !Array.isArray(value)) return undefined
  const name = Object.keys(resource).find((key) => key.toLowerCase() === headOf(path))
  const list = name && resource[name]
  const gone = new Set(value.map((one: { value?: unknown }) => String(one.value).toLowerCase()))
  const stays = Array.isArray(list) ? list.filter((one: { value?: unknown }) => !gone.has(String(one.value).toLowerCase())) : []
  return stays.length > 0 ? { op: 'replace', path, value: stays } : { op: 'remove', path }
}

/**
 * A resource with the operations of a PATCH done, in their order (RFC 7644 §3.5.2), in the ways in which Entra and Okta write them too.
 * @throws Refusal for operations that cannot be applied, with the reason of the RFC.
 */
export const patched = (type: Type, resource: Resource, patch: unknown): Resource => {
  const list = (patch as { Operations?: unknown } | null)?.Operations
  if (!Array.isArray(list) || list.length === 0 || list.length > 1000) return fail('invalidSyntax', 'a PatchOp has Operations')
  if (!list.every((one: { path?: unknown }) => safe(one) && !(typeof one.path === 'string' && POLLUTING.test(one.path)))) return fail('invalidPath', 'this path names no attribute')
  let result = structuredClone(resource)
  try {
    for (const one of list as { op?: unknown; path?: unknown; value?: unknown }[]) {
      if (one.path !== undefined && typeof one.path !== 'string') return fail('invalidPath', 'a path is a text')
      // Microsoft Entra writes Add, Replace and Remove.
      const operation: Operation = { ...one, op: String(one.op).toLowerCase(), path: one.path }
      if (operation.op === 'remove' && operation.path === undefined) return fail('noTarget', 'remove has a path')
      for (const each of known(type, result, operation)) {
        const { path, ...rest } = withoutValues(result, each) ?? each
        const said = { ...rest, ...path !== undefined && { path } } as ScimPatchOperation
        result = scimPatch(result as unknown as ScimResource, [said], { mutateDocument: false, treatMissingAsAdd: false }) as unknown as Resource
      }
    }
    return result
  } catch (error) {
    if (!(error instanceof PatchError)) throw error
    const scimType = error.scimCode === 'noTarget' || error.scimCode === 'invalidPath' ? error.scimCode : 'invalidSyntax'
    return fail(scimType, error.message)
  }
}
