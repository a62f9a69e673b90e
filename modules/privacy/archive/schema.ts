import { columnNames, nameOfTable } from '../web/names.fr.ts'
import type { Table } from './tables.ts'

export const FORMAT = 'sillage-personal-data'
export const VERSION = 1

/** What PostgreSQL's type is in JSON. */
const jsonType = (type: string): object => {
  if (type.endsWith('[]')) return { type: 'array', items: jsonType(type.slice(0, -2)) }
  if (type === 'uuid') return { type: 'string', format: 'uuid' }
  if (type === 'timestamp with time zone') return { type: 'string', format: 'date-time' }
  if (type === 'date') return { type: 'string', format: 'date' }
  if (type === 'boolean') return { type: 'boolean' }
  if (['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'].includes(type)) return { type: 'number' }
  return type === 'jsonb' || type === 'json' ? {} : { type: 'string' }
}

const columnSchema = (name: string, type: string, nullable: boolean) => {
  const one = jsonType(type)
  return { ...nullable && 'type' in one ? { ...one, type: [one.type, 'null'] } : one, ...columnNames[name] && { title: columnNames[name] } }
}

/** What `donnees.json` holds, as JSON Schema (draft 2020-12), with the name in French of each table and column. */
export const schemaOf = (tables: readonly Table[]): object => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Personal data held by Sillage', type: 'object', required: ['format', 'version', 'madeAt', 'personId', 'tables'],
  properties: {
    format: { const: FORMAT }, version: { const: VERSION }, madeAt: { type: 'string', format: 'date-time' },
    personId: { type: 'string', format: 'uuid', description: 'The identifier under which the other rows name the person.' },
    tables: {
      type: 'object', required: tables.map(({ name }) => name),
      properties: Object.fromEntries(tables.map(({ name, columns }) => [name, {
        title: nameOfTable(name), type: 'array',
        items: {
          type: 'object', required: columns.map((column) => column.name),
          properties: Object.fromEntries(columns.map((column) => [column.name, columnSchema(column.name, column.type, column.nullable)])),
        },
      }])),
    },
  },
})
