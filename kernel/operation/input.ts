import { z } from 'zod'
import type { FieldIssue, FieldRules } from '../page/form.ts'

/** The JSON Schema that a schema accepts; computed once for each schema. */
type JsonSchema = z.core.JSONSchema.BaseSchema
const schemas = new WeakMap<z.ZodType, JsonSchema>()
export const inputSchemaOf = (schema: z.ZodType): JsonSchema => {
  const known = schemas.get(schema) ?? z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  schemas.set(schema, known)
  return known
}

/** `anyOf [X, null]`, which `nullable()` gives, read as X. */
const plain = (property: JsonSchema) => property.anyOf?.find(({ type }) => type !== 'null') ?? property
const hasNull = (property: JsonSchema) => property.anyOf?.some(({ type }) => type === 'null') ?? false
const properties = new WeakMap<z.ZodObject, (readonly [name: string, property: JsonSchema, nullable: boolean])[]>()
const propertiesOf = (schema: z.ZodObject) => {
  const known = properties.get(schema) ?? Object.entries(inputSchemaOf(schema).properties ?? {})
    .map(([name, property]) => [name, plain(property as JsonSchema), hasNull(property as JsonSchema)] as const)
  properties.set(schema, known)
  return known
}

/** What a form or an address holds under each name: a text, or several. */
export type Texts = Readonly<Record<string, string | readonly string[] | undefined>>

const one = (property: JsonSchema, nullable: boolean, text: string | undefined, unchecked?: false) => {
  if (property.type === 'boolean') return text === undefined ? unchecked : text === 'on' || text === 'true'
  if (text === undefined) return undefined
  const { type, enum: choices, format, pattern } = property
  if (text === '' && (type !== 'string' || choices || format || nullable && pattern)) return nullable ? null : undefined
  if (property.type === 'number' || property.type === 'integer') return Number(text.replace(',', '.'))
  // A form sends line ends as CRLF, which would count twice against a limit that the page counts once.
  return property.type === 'string' || property.type === undefined ? text.replaceAll('\r\n', '\n') : JSON.parse(text) as unknown
}

/**
 * Reads the strings of a form or of an address as the schema's types: numbers, booleans, lists. An empty field that is
 * not free text is an absent one. The result still goes through the schema.
 * @param unchecked what an absent checkbox means: `false` in a form, nothing in an address.
 */
export const fromStrings = (schema: z.ZodObject, texts: Texts, unchecked?: false) => {
  const values: Record<string, unknown> = {}
  for (const [name, property, nullable] of propertiesOf(schema)) {
    const given = texts[name]
    if (property.type === 'array') {
      if (given === undefined && unchecked === undefined) continue
      values[name] = [given ?? []].flat().filter((text) => text !== '').map((text) => one(property.items as JsonSchema, false, text))
    } else {
      const value = one(property, nullable, typeof given === 'object' ? given.at(-1) : given, unchecked)
      if (value !== undefined) values[name] = value
    }
  }
  return values
}

const typeOf = (property: JsonSchema): FieldRules['type'] => {
  if (property.enum) return 'choice'
  if (property.type === 'array') return 'choices'
  if (property.type === 'boolean') return 'checkbox'
  if (property.type === 'integer' || property.type === 'number') return 'number'
  const formats: Record<string, FieldRules['type']> = { email: 'email', uri: 'url', date: 'date', uuid: 'hidden' }
  return formats[property.format ?? ''] ?? 'text'
}

/** HTML rules of each field of a command's form, so that the page needs no schema. */
export const fieldRules = (schema: z.ZodObject): Record<string, FieldRules> => {
  const required = new Set(inputSchemaOf(schema).required)
  return Object.fromEntries(propertiesOf(schema).map(([name, property]) => {
    const type = typeOf(property)
    const items = property.items as JsonSchema | undefined
    const rules: FieldRules = {
      name, type, required: required.has(name) && (property.type !== 'string' || (property.minLength ?? 0) > 0 || type !== 'text'),
      minLength: property.minLength, maxLength: property.maxLength,
      min: property.minimum, max: property.maximum === Number.MAX_SAFE_INTEGER ? undefined : property.maximum,
      pattern: type === 'text' ? property.pattern : undefined,
      options: (property.enum ?? items?.enum) as string[] | undefined,
      maxItems: property.maxItems,
    }
    return [name, rules]
  }))
}

type Issue = z.core.$ZodIssue

const codeOf = (issue: Issue): Pick<FieldIssue, 'code' | 'limit'> => {
  if (issue.code === 'invalid_type') return { code: issue.input === undefined || issue.input === null ? 'required' : 'invalid' }
  if (issue.code === 'too_small') {
    const limit = Number(issue.minimum)
    if (issue.origin === 'string') return limit === 1 ? { code: 'required' } : { code: 'too_short', limit }
    return issue.origin === 'array' ? { code: limit === 1 ? 'required' : 'too_few', limit } : { code: 'too_small', limit }
  }
  if (issue.code === 'too_big') {
    const codes: Record<string, FieldIssue['code']> = { string: 'too_long', array: 'too_many' }
    return { code: codes[issue.origin] ?? 'too_big', limit: Number(issue.maximum) }
  }
  if (issue.code === 'invalid_format') return { code: 'format' }
  return { code: issue.code === 'invalid_value' ? 'choice' : 'invalid' }
}

/** What a schema found wrong, one line a field: the first reason is enough to mend it. */
export const issuesOf = (error: z.ZodError): FieldIssue[] => {
  const issues = new Map<string, FieldIssue>()
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.')
    if (!issues.has(field)) issues.set(field, { field, ...codeOf(issue) })
  }
  return [...issues.values()]
}
