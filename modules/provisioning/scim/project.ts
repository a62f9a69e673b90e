import { fail } from './error.ts'

type Resource = Record<string, unknown>
const ALWAYS = new Set(['schemas', 'id', 'meta'])

/** `urn:…:User:name.familyName` → its schema, `name`, `familyName`. */
const partsOf = (path: string): string[] => {
  const at = /^urn:/i.test(path) ? path.lastIndexOf(':') : -1
  const [head, tail] = at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)]
  const isCore = /:core:2\.0:\w+$/i.test(head)
  // The name of an extension alone: `2.0` is not a path.
  if (/^urn:.*extension:.*:2\.0$/i.test(head)) return [path.toLowerCase()]
  return [...head && !isCore ? [head.toLowerCase()] : [], ...tail.toLowerCase().split('.')]
}

const keyOf = (one: object, name: string) => Object.keys(one).find((key) => key.toLowerCase() === name)

const pick = (one: unknown, [name, ...rest]: string[]): unknown => {
  if (name === undefined || typeof one !== 'object' || one === null) return one
  if (Array.isArray(one)) return one.map((item) => pick(item, [name, ...rest]))
  const key = keyOf(one, name)
  return key ? { [key]: pick((one as Resource)[key], rest) } : {}
}

const merge = (one: unknown, other: unknown): unknown => {
  if (Array.isArray(one) && Array.isArray(other)) return one.map((item, at) => merge(item, other[at]))
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return other
  return Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((key) => [key, key in one && key in other
    ? merge((one as Resource)[key], (other as Resource)[key]) : (one as Resource)[key] ?? (other as Resource)[key]]))
}

const without = (one: unknown, [name, ...rest]: string[]): unknown => {
  if (name === undefined || typeof one !== 'object' || one === null) return one
  if (Array.isArray(one)) return one.map((item) => without(item, [name, ...rest]))
  const key = keyOf(one, name)
  if (!key) return one
  const { [key]: gone, ...kept } = one as Resource
  return rest.length === 0 ? kept : { ...kept, [key]: without(gone, rest) }
}

export interface Wanted { attributes?: string | string[]; excludedAttributes?: string | string[] }

const listOf = (value: string | string[] | undefined) => [value ?? []].flat().flatMap((one) => one.split(',')).map((one) => one.trim()).filter(Boolean)

/** The attributes asked, or all but those excluded (RFC 7644 §3.9); `id` and `schemas` always. @throws Refusal when both are asked. */
export const project = (resource: Resource, { attributes, excludedAttributes }: Wanted): Resource => {
  const [wanted, unwanted] = [listOf(attributes), listOf(excludedAttributes)]
  if (wanted.length > 0 && unwanted.length > 0) return fail('invalidValue', 'attributes and excludedAttributes are mutually exclusive')
  if (wanted.length > 0) {
    const always = Object.fromEntries(Object.entries(resource).filter(([name]) => ALWAYS.has(name)))
    return wanted.reduce<Resource>((all, path) => merge(all, pick(resource, partsOf(path))) as Resource, always)
  }
  return unwanted.filter((path) => !ALWAYS.has(path.toLowerCase())).reduce<Resource>((all, path) => without(all, partsOf(path)) as Resource, resource)
}
