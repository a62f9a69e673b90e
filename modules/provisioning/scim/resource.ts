import { z } from 'zod'
import { fail } from './error.ts'
import { urn } from './urn.ts'

/** An attribute without a value is an absent one (RFC 7643 §2.5). */
const optional = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? undefined)
const text = (most = 200) => optional(z.string().max(most))
/** Some directories write `"False"`. */
const flag = z.preprocess((value) => typeof value === 'string' ? { true: true, false: false }[value.toLowerCase()] ?? value : value, z.boolean())
const several = optional(z.array(z.object({ value: z.string().max(254), type: text(40), primary: optional(flag), display: text() })).max(50))

/** What is kept of a user; passwords and all the rest are neither kept nor answered. */
export const userSchema = z.object({
  userName: z.string().trim().min(1).max(200), externalId: text(),
  name: optional(z.object({ formatted: text(), familyName: text(100), givenName: text(100) })),
  displayName: text(), title: text(), userType: text(40), preferredLanguage: text(40), active: optional(flag), emails: several, roles: several,
  [urn.enterprise]: optional(z.object({
    employeeNumber: text(), department: text(), organization: text(), division: text(),
    manager: optional(z.union([z.object({ value: text(), displayName: text() }), z.string().transform((value) => ({ value }))])),
  })),
})
export type UserResource = z.output<typeof userSchema>

export const groupSchema = z.object({
  displayName: z.string().trim().min(1).max(100), externalId: text(100),
  members: optional(z.array(z.object({ value: z.string().max(200), type: text(20), display: text() })).max(20_000)),
})
export type GroupResource = z.output<typeof groupSchema>

/** Attribute names are the same in any case (RFC 7643 §2.1): those that the schema knows are written as it does. */
const named = (schema: z.ZodObject, given: object) => {
  const names = new Map(Object.keys(schema.shape).map((name) => [name.toLowerCase(), name]))
  return Object.fromEntries(Object.entries(given).flatMap(([name, value]) => names.has(name.toLowerCase()) ? [[names.get(name.toLowerCase())!, value]] : []))
}

/** A resource as it is kept: known attributes, checked. @throws Refusal `invalidValue` that names what is wrong. */
export const readResource = <S extends z.ZodObject>(schema: S, given: unknown): z.output<S> => {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return fail('invalidSyntax', 'a resource is an object')
  const parsed = schema.safeParse(named(schema, given))
  if (!parsed.success) return fail('invalidValue', parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  return JSON.parse(JSON.stringify(parsed.data)) as z.output<S>
}
