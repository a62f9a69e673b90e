import { z } from 'zod'
import { contentTypes } from '../enumerations.ts'
import {
  address, alternative, audience, caption, contentTitle, department, licence, limits, supportType, theme, title,
} from '../limits.ts'

/** An empty cell is no value; `t` and `f` are those of PostgreSQL. */
const empty = (value: unknown) => value === '' || value === undefined ? null : value
const BOOLEANS = new Map<unknown, boolean>([['t', true], ['true', true], ['1', true], ['f', false], ['false', false], ['0', false], [null,
  false]])
const boolean = z.preprocess((value) => BOOLEANS.get(empty(value)) ?? value, z.boolean())
/** `2024-03-01 10:00:00.123` is UTC, as the national service keeps it. */
const instant = z.preprocess((value) => {
  const text = empty(value)
  if (typeof text !== 'string') return text
  const at = new Date(/[Zz]|[+-]\d{2}:?\d{2}$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(at.getTime()) ? text : at.toISOString()
}, z.iso.datetime().nullable())
const count = z.preprocess((value) => Number(empty(value) ?? 0), z.int().min(0).max(2_000_000_000))
const text = (most: number) => z.preprocess((value) => empty(value) ?? '', z.string().trim().max(most))
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.nullable())
/** What may be left out when it is wrong: the rest of the row is worth more. The report says so. */
const lenient = <T extends z.ZodType>(schema: T) => z.preprocess(empty, schema.nullable().catch(null))
/** `{a,b}` of PostgreSQL, `a|b`, or a list of JSON. */
const list = <T extends z.ZodType>(schema: T, most: number) => z.preprocess((value) => {
  const given = empty(value) ?? []
  return typeof given === 'string' ? given.replace(/^\{|\}$/g, '').split(/[,|]/).map((one) => one.trim()).filter(Boolean) : given
}, z.array(schema).max(most))
const id = z.uuid()
const legacy = { id, legacy_id: optional(z.coerce.number().int()) }
const pages = { website: lenient(address), facebook: lenient(address), linkedin: lenient(address), twitter: lenient(address) }

/** A description may be HTML there, longer than its words: its length is looked at once it is Markdown. */
const written = (most: number) => text(most * 4)

/** The tables of the national service, in the order in which they are read; columns that are not here are not read. */
export const shapes = {
  users: z.object({
    ...legacy, first_name: text(100), last_name: text(100), name: text(200), email: lenient(z.email().max(254)), email_verified: instant,
      title: text(120),
    location: text(120), description: text(2000), department: lenient(department.unwrap().unwrap()), is_public: boolean, created: instant,
      deleted: instant,
  }),
  uploads: z.object({ key: z.string().min(1).max(300).regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/), name: text(300) }),
  images: z.object({ id, upload_key: z.string().min(1), alt_text: text(limits.alternative) }),
  bases: z.object({
    ...legacy, title, slug: optional(z.string().max(200)), excerpt: text(limits.excerpt), description: written(limits.baseDescription),
    department: lenient(department.unwrap().unwrap()), email: lenient(z.email().max(254)), email_is_public: boolean, ...pages,
      is_public: boolean,
    created_by_id: optional(id), created: instant, updated: instant, deleted: instant, image_id: optional(id), cover_image_id: optional(id),
  }),
  base_members: z.object({ base_id: id, member_id: id, is_admin: boolean, accepted: instant, added: instant }),
  resources: z.object({
    ...legacy, title, slug: optional(z.string().max(200)), description: written(limits.description), is_public: boolean,
      created_by_id: optional(id),
    base_id: optional(id), created: instant, updated: instant, published: instant, last_published: instant, deleted: instant,
    themes: list(theme, limits.themes), support_types: list(supportType, limits.supportTypes),
      target_audiences: list(audience, limits.audiences),
    image_id: optional(id), licence: z.preprocess((value) => empty(value) ?? 'no_licence', licence),
    publicFeedback: z.preprocess((value) => empty(value) ?? true, boolean), views_count: count, saves_count: count,
  }),
  resource_contributors: z.object({ resource_id: id, contributor_id: id, added: instant }),
  contents: z.object({
    id, resource_id: id, order: z.preprocess(Number, z.number()), type: z.enum(contentTypes), title: optional(contentTitle),
      caption: optional(caption),
    text: optional(z.string().max(limits.text * 4)), url: optional(address), image_id: optional(id), image_alt_text: optional(alternative),
    file_key: optional(z.string()), linked_resource_id: optional(id), legacy_linked_resource_id: optional(z.coerce.number().int()),
  }),
}
export type TableName = keyof typeof shapes
export const tableNames = Object.keys(shapes) as TableName[]
export type Row<T extends TableName> = z.output<(typeof shapes)[T]>
