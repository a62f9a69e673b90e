import { z } from 'zod'
import { MOST_OPERATIONS } from './discovery.ts'
import { fail, scimError, type ScimError } from './error.ts'
import { urn } from './urn.ts'
import type { Resource, Service, Type } from './service.ts'

const operationSchema = z.object({
  method: z.string().transform((method) => method.toUpperCase()).pipe(z.enum(['POST', 'PUT', 'PATCH', 'DELETE'])),
  path: z.string().regex(/^\/(Users|Groups)(\/[^/]+)?$/), bulkId: z.string().max(200).optional(), version: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
})
const requestSchema = z.object({ failOnErrors: z.int().min(1).optional(), Operations: z.array(operationSchema).max(MOST_OPERATIONS) })
type Operation = z.output<typeof operationSchema>
interface Done { method: string; bulkId?: string; location?: string; version?: string; status: string; response?: ScimError }

const BULK = /^bulkId:(.+)$/
/** Every `bulkId:x` of a value, wherever it stands. */
const wantedOf = (value: unknown): string[] => {
  if (typeof value === 'string') return BULK.exec(value)?.slice(1) ?? []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wantedOf) : []
}

const MISSING = Symbol('missing')
/** The same value with identifiers in the place of `bulkId:x`; what names nobody yet is left out, with the object that held it. */
const resolved = (value: unknown, ids: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') {
    const name = BULK.exec(value)?.[1]
    return name === undefined ? value : ids.get(name) ?? MISSING
  }
  if (Array.isArray(value)) return value.map((one) => resolved(one, ids)).filter((one) => one !== MISSING)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => [name, resolved(one, ids)] as const)
  if (entries.some(([name, one]) => name === 'value' && one === MISSING)) return MISSING
  return Object.fromEntries(entries.filter(([, one]) => one !== MISSING))
}

const versionOf = (text: string | undefined) => {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(text ?? '')?.[1]
  return version === undefined ? undefined : Number(version)
}

/**
 * Does the operations of a bulk request, in their order but for those that name one which comes later (RFC 7644 §3.7). Resources that name each
 * other are made first without what they cannot name yet, then completed (§3.7.1).
 * @returns what became of each, in the order of the request. @throws Refusal when it is not a bulk request, or too long.
 */
export const runBulk = async (service: Service, body: unknown): Promise<{ schemas: string[]; Operations: Done[] }> => {
  const given = (body as { Operations?: unknown[] } | null)?.Operations
  if (Array.isArray(given) && given.length > MOST_OPERATIONS) return fail('tooMany', `at most ${MOST_OPERATIONS} operations`)
  const parsed = requestSchema.safeParse(body)
  if (!parsed.success) return fail('invalidSyntax', parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const { Operations: all, failOnErrors = Infinity } = parsed.data
  const ids = new Map<string, string>()
  const done = new Map<Operation, Done>()
  const unfinished: { operation: Operation; type: Type; id: string }[] = []
  let errors = 0

  const fails = (operation: Operation, error: unknown) => {
    const response = scimError(error)
    errors++
    done.set(operation, { method: operation.method, bulkId: operation.bulkId, status: response.status, response })
  }
  const isReady = (operation: Operation) => [...wantedOf(operation.data), ...wantedOf(operation.path.split('/')[2])].every((name) => ids.has(name))

  const act = async (operation: Operation): Promise<void> => {
    const { method, path, bulkId, data = {}, version } = operation
    const [, type, named] = path.split('/') as [string, Type, string | undefined]
    const whole = isReady(operation)
    const clean = resolved(data, ids) as Resource
    const id = named === undefined ? undefined : resolved(named, ids)
    if (id === MISSING) return fail('invalidValue', 'the bulkId of the path names nothing')
    if (method === 'POST' ? id !== undefined || !bulkId : id === undefined) return fail('invalidSyntax', 'POST has a bulkId and no identifier, the others have one')
    const target = String(id)
    if (method === 'DELETE') {
      await service.remove(type, target, versionOf(version))
      done.set(operation, { method, bulkId, status: '204' })
      return
    }
    const { resource, version: now } = method === 'POST' ? await service.create(type, clean)
      : await service[method === 'PUT' ? 'replace' : 'patch'](type, target, clean, versionOf(version))
    if (bulkId && method === 'POST') ids.set(bulkId, String(resource['id']))
    if (!whole) unfinished.push({ operation, type, id: String(resource['id']) })
    done.set(operation, { method, bulkId, location: String((resource['meta'] as Resource)['location']), version: `W/"${now}"`, status: method === 'POST' ? '201' : '200' })
  }
  const attempt = async (operation: Operation, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      fails(operation, error)
    }
  }

  const waiting = [...all]
  while (waiting.length > 0 && errors < failOnErrors) {
    const ready = waiting.findIndex(isReady)
    // None can name all that it wants: they go in a circle, or name what is not there.
    const makes = waiting.findIndex(({ method }) => method === 'POST')
    const [next] = waiting.splice(ready >= 0 ? ready : Math.max(0, makes), 1)
    if (next) await attempt(next, () => act(next))
  }
  for (const { operation, type, id } of unfinished) {
    if (errors >= failOnErrors) break
    await attempt(operation, async () => {
      if (!isReady(operation)) fail('invalidValue', 'a bulkId names nothing')
      const { version } = await service.replace(type, id, resolved(operation.data, ids) as Resource)
      done.set(operation, { ...done.get(operation)!, version: `W/"${version}"` })
    })
  }
  return { schemas: [urn.bulkAnswer], Operations: all.flatMap((operation) => done.get(operation) ?? []) }
}
