import { z } from 'zod'
import { inputSchemaOf } from '../operation/input.ts'
import type { Module } from '../operation/module.ts'
import type { Operation } from '../operation/operation.ts'
import { parts } from './mount.ts'

type Json = Record<string, unknown>

const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })

const answers = (operation: Operation): Json => {
  const schema = z.toJSONSchema(operation.output, { io: 'output', unrepresentable: 'any' })
  const { $schema: _, ...body } = schema
  const silent = body.type === 'null' || Object.keys(body).length === 0
  return {
    ...silent ? { 204: { description: 'Done' } } : { 200: { description: 'Done', content: { 'application/json': { schema: body } } } },
    401: problem('Nobody is signed in'), 403: problem(`Only who ${operation.allow.says}`),
    ...operation.on ? { 404: problem('No such thing that you may see') } : {},
    ...operation.kind === 'command' ? { 409: problem('The state says no') } : {},
    422: problem('The input is wrong: a line a field'), 429: problem('Too many requests'),
  }
}

const parametersAndBody = (operation: Operation): Json => {
  const [method, path] = parts(operation.http)
  const { properties = {}, required = [] } = inputSchemaOf(operation.input)
  const inPath = [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!)
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  const parameter = (place: string) => (name: string) =>
    ({ name, in: place, required: place === 'path' || required.includes(name), schema: properties[name] ?? { type: 'string' } })
  const inQuery = method === 'GET' || method === 'DELETE'
  const headers = operation.kind === 'command' ? [
    { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', format: 'uuid' } },
    ...operation.versioned ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string', pattern: '^"\\d+"$' } }] : [],
  ] : []
  return {
    parameters: [...inPath.map(parameter('path')), ...inQuery ? others.map(parameter('query')) : [], ...headers],
    ...!inQuery && others.length ? { requestBody: { required: true, content: { 'application/json': { schema: {
      type: 'object', properties: Object.fromEntries(others.map((name) => [name, properties[name]])),
      required: required.filter((name) => others.includes(name)),
    } } } } } : {},
  }
}

const one = (module: Module, operation: Operation): Json => ({
  operationId: operation.name, tags: [module.name], 'x-allow': operation.allow.says, 'x-kind': operation.kind,
  ...parametersAndBody(operation), responses: answers(operation),
})

/** The OpenAPI 3.1 document of what is mounted, from the operations' values: nothing is written twice. */
export const openApi = (modules: readonly Module[], { title, version, origin }: { title: string; version: string; origin: string }) => {
  const paths: Record<string, Json> = {}
  for (const module of modules) {
    for (const operation of Object.values(module.operations)) {
      const [method, path] = parts(operation.http)
      const url = `/api${path.replaceAll(/:(\w+)/g, '{$1}')}`
      paths[url] = { ...paths[url], [method.toLowerCase()]: one(module, operation) }
    }
  }
  return {
    openapi: '3.1.0', info: { title, version, license: { name: 'MIT', identifier: 'MIT' } }, servers: [{ url: origin }],
    tags: modules.filter((module) => Object.keys(module.operations).length).map(({ name }) => ({ name })), paths,
    components: { schemas: { Problem: {
      type: 'object', required: ['type', 'title', 'status', 'code', 'request'],
      properties: {
        type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, detail: { type: 'string' },
        code: { type: 'string', description: 'Stable; programs may rely on it' }, request: { type: 'string' },
        issues: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, limit: { type: 'number' } } } },
      },
    } } },
  }
}
