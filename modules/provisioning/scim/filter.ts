import { sql, type RawBuilder, type SqlBool } from 'kysely'
import { parse, type Compare, type Filter, type Suffix } from 'scim2-parse-filter'
import { fail } from './error.ts'
import { urn } from './urn.ts'

type Sql = RawBuilder<SqlBool>
/** Where an attribute is: an SQL expression of text, a boolean, an instant; or a list of objects. `exact` counts capitals (RFC 7643 §7). */
type Attribute =
  | { kind: 'text'; at: RawBuilder<string>; exact?: boolean }
  | { kind: 'boolean' | 'instant'; at: RawBuilder<unknown> }
  | { kind: 'list'; of: RawBuilder<unknown> }

const json = (path: string) => sql<string>`one.resource #>> ${`{${path}}`}::text[]`
const text = (path: string, exact = false): Attribute => ({ kind: 'text', at: json(path), exact })

const shared: Record<string, Attribute> = {
  id: { kind: 'text', at: sql<string>`one.id::text`, exact: true }, externalid: text('externalId', true),
  'meta.created': { kind: 'instant', at: sql`one.created_at` }, 'meta.lastmodified': { kind: 'instant', at: sql`one.changed_at` },
}
const user: Record<string, Attribute> = {
  ...shared,
  username: { kind: 'text', at: sql<string>`one.user_name` }, active: { kind: 'boolean', at: sql`one.is_active` }, displayname: text('displayName'),
  title: text('title'), usertype: text('userType'), preferredlanguage: text('preferredLanguage'),
  'name.familyname': text('name,familyName'), 'name.givenname': text('name,givenName'), 'name.formatted': text('name,formatted'),
  emails: { kind: 'list', of: sql`one.resource -> 'emails'` }, roles: { kind: 'list', of: sql`one.resource -> 'roles'` },
  groups: { kind: 'list', of: sql`(select jsonb_agg(jsonb_build_object('value', held.group_id)) from provisioning.scim_member as held where held.user_id = one.id)` },
  ...Object.fromEntries(['employeeNumber', 'department', 'organization', 'division']
    .map((name) => [`${urn.enterprise}:${name}`.toLowerCase(), text(`${urn.enterprise},${name}`)])),
}
const group: Record<string, Attribute> = {
  ...shared, displayname: { kind: 'text', at: sql<string>`one.display_name` },
  members: { kind: 'list', of: sql`(select jsonb_agg(jsonb_build_object('value', held.user_id)) from provisioning.scim_member as held where held.group_id = one.id)` },
}

const likely = (text: string) => text.replaceAll(/[\\%_]/g, (char) => `\\${char}`)
const compareText = (op: Compare['op'], at: RawBuilder<string>, value: string): Sql => {
  if (op === 'eq') return sql`${at} = ${value}`
  if (op === 'ne') return sql`${at} is distinct from ${value}`
  if (op === 'co') return sql`${at} like ${`%${likely(value)}%`}`
  if (op === 'sw') return sql`${at} like ${`${likely(value)}%`}`
  if (op === 'ew') return sql`${at} like ${`%${likely(value)}`}`
  return sql`${at} ${sql.raw({ gt: '>', ge: '>=', lt: '<', le: '<=' }[op])} ${value}`
}

const compare = (attribute: Exclude<Attribute, { kind: 'list' }>, { op, compValue: value, attrPath }: Compare): Sql => {
  if (value === null) return op === 'ne' ? sql`${attribute.at} is not null` : sql`${attribute.at} is null`
  if (attribute.kind === 'boolean') {
    if (typeof value !== 'boolean' || (op !== 'eq' && op !== 'ne')) return fail('invalidFilter', `${attrPath} is a boolean`)
    return op === 'eq' ? sql`${attribute.at} = ${value}` : sql`${attribute.at} is distinct from ${value}`
  }
  if (attribute.kind === 'instant') {
    if (typeof value !== 'string' || Number.isNaN(Date.parse(value)) || ['co', 'sw', 'ew'].includes(op)) return fail('invalidFilter', `${attrPath} is an instant`)
    const sign = { eq: '=', ne: '<>', gt: '>', ge: '>=', lt: '<', le: '<=' }[op as 'eq']
    return sql`${attribute.at} ${sql.raw(sign)} ${new Date(value).toISOString()}::timestamptz`
  }
  const { at, exact } = attribute as Extract<Attribute, { kind: 'text' }>
  return exact ? compareText(op, at, String(value)) : compareText(op, sql<string>`lower(${at})`, String(value).toLowerCase())
}

/** Inside a list: `value`, `type`, `primary`, `display` of each of its objects. */
const element: Record<string, Attribute> = {
  ...Object.fromEntries(['value', 'type', 'display'].map((name) => [name, { kind: 'text', at: sql<string>`each.one ->> ${name}::text` } as const])),
  primary: { kind: 'boolean', at: sql`(each.one ->> 'primary')::boolean` },
}
const some = (of: RawBuilder<unknown>, inside: Sql): Sql =>
  sql`exists (select from jsonb_array_elements(case jsonb_typeof(${of}) when 'array' then ${of} end) as each (one) where ${inside})`

/** What has no such attribute has no value: nothing equals it (RFC 7644 §3.4.2.2). */
const absent = (filter: Compare | Suffix): Sql => filter.op === 'ne' ? sql`true` : sql`false`

const plainPath = (path: string, schema: string) => path.toLowerCase().startsWith(`${schema.toLowerCase()}:`) ? path.slice(schema.length + 1) : path

const attributeTest = (filter: Compare | Suffix, known: Record<string, Attribute>, schema: string): Sql => {
  const path = plainPath(filter.attrPath, schema).toLowerCase()
  const attribute = known[path]
  if (!attribute) {
    // `emails.value` speaks of any of them.
    const dot = path.lastIndexOf('.')
    const list = dot > 0 ? known[path.slice(0, dot)] : undefined
    if (list?.kind !== 'list') return absent(filter)
    return some(list.of, attributeTest({ ...filter, attrPath: path.slice(dot + 1) }, element, schema))
  }
  if (filter.op === 'pr') return attribute.kind === 'list' ? sql`jsonb_array_length(${attribute.of}) > 0` : sql`${attribute.at} is not null`
  if (attribute.kind === 'list') return some(attribute.of, attributeTest({ ...filter, attrPath: 'value' }, element, schema))
  return compare(attribute, filter)
}

/** Deeper than this is an attack on the parser of SQL. */
const DEEPEST = 20
const compiled = (filter: Filter, known: Record<string, Attribute>, schema: string, depth = 0): Sql => {
  if (depth > DEEPEST) return fail('invalidFilter', 'the filter is too deep')
  if (filter.op === 'and' || filter.op === 'or') {
    const parts = filter.filters.map((one) => compiled(one, known, schema, depth + 1))
    return sql`(${sql.join(parts, sql.raw(` ${filter.op} `))})`
  }
  if (filter.op === 'not') return sql`(${compiled(filter.filter, known, schema, depth + 1)} is not true)`
  if (filter.op === '[]') {
    const { attrPath, valFilter } = filter
    const list = known[plainPath(attrPath, schema).toLowerCase()]
    return list?.kind === 'list' ? some(list.of, compiled(valFilter, element, schema, depth + 1)) : sql`false`
  }
  return attributeTest(filter as Compare | Suffix, known, schema)
}

/**
 * A filter of RFC 7644 §3.4.2.2 as SQL about the table under the name of `one`; every value is a parameter.
 * @throws Refusal `invalidFilter`.
 */
export const filterSql = (text: string | undefined, type: 'user' | 'group'): Sql => {
  if (!text?.trim()) return sql`true`
  if (text.length > 2000) return fail('invalidFilter', 'the filter is too long')
  let filter: Filter
  try {
    filter = parse(text)
  } catch {
    return fail('invalidFilter', 'the filter cannot be read')
  }
  return compiled(filter, type === 'user' ? user : group, urn[type])
}
