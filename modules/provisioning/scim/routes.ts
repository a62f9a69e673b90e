import { z } from 'zod'
import { Refusal } from '#kernel/operation/operation.ts'
import { raw, type Http } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { listDirectoryGroups } from '../operations/directory/list-directory-groups.ts'
import { listDirectoryUsers } from '../operations/directory/list-directory-users.ts'
import type { Context } from '../policy.ts'
import { runBulk } from './bulk.ts'
import { MOST_BYTES, MOST_RESULTS, resourceTypes, schemas, serviceProviderConfig } from './discovery.ts'
import { fail, scimError } from './error.ts'
import { project, type Wanted } from './project.ts'
import { urn } from './urn.ts'
import { organisationOf, serviceOf, type Resource, type Service, type Shown, type Type } from './service.ts'

const ROOT = '/scim/v2'
const text = z.union([z.string(), z.array(z.string())]).optional()
const input = z.object({
  type: z.string().optional(), id: z.string().optional(), filter: z.string().optional(), startIndex: z.string().optional(), count: z.string().optional(),
  attributes: text, excludedAttributes: text,
})
type Input = z.output<typeof input>

/** The body, `application/scim+json` or `application/json` (RFC 7644 §3.1): read here, since the server knows only the second. */
const bodyOf = async ({ request }: Http): Promise<Resource> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.raw as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) return fail('tooMany', `at most ${MOST_BYTES} bytes`)
    chunks.push(chunk)
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'))
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body as Resource : fail('invalidSyntax', 'the body is an object')
  } catch (error) {
    return error instanceof Refusal ? fail('invalidSyntax', String(error.details['detail'] ?? '')) : fail('invalidSyntax', 'the body is not JSON')
  }
}

const baseOf = ({ request }: Http) => `${request.protocol}://${request.host}${ROOT}`
const typeOf = (type: string | undefined): Type => {
  if (type !== 'Users' && type !== 'Groups') throw new Refusal('not-found', {}, 404)
  return type
}
/** `If-None-Match: W/"3", W/"4"`: the caller has one of these (RFC 9110 §13.1.2). */
const isHeld = (header: string | undefined, version: number) => (header ?? '').split(',').some((one) => ['*', `W/"${version}"`].includes(one.trim()))
/** `If-Match: W/"3"`; `*` is any version. */
const expectedOf = ({ request }: Http): number | undefined => {
  const header = request.headers['if-match']
  if (header === undefined || header === '*') return undefined
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1]
  return version === undefined ? fail('invalidVers', 'the resource has changed') : Number(version)
}

interface Answer { status: number; body?: object; headers?: Record<string, string> }
type Work = (http: Http, input: Input, service: Service, organisationId: string) => Promise<Answer>

/** Runs a request and writes its answer, good or bad, as SCIM does. */
const answer = (work: Work) => async (context: Context, input: Input, _: undefined, http: Http): Promise<unknown> => {
  const { reply, run } = http
  try {
    const organisationId = organisationOf(context.actor)
    const { status, body, headers = {} } = await work(http, input, serviceOf(run, organisationId, baseOf(http)), organisationId)
    void reply.code(status).headers({ 'cache-control': 'no-store', ...headers })
    return body === undefined ? await reply.send() : await reply.type('application/scim+json; charset=utf-8').send(JSON.stringify(body))
  } catch (error) {
    const body = scimError(error)
    if (body.status === '401') void reply.header('www-authenticate', 'Bearer')
    return reply.code(Number(body.status)).header('cache-control', 'no-store').type('application/scim+json; charset=utf-8').send(JSON.stringify(body))
  }
}

const shown = ({ resource, version }: Shown, wanted: Wanted, status = 200): Answer => {
  const location = String((resource['meta'] as Resource)['location'])
  return { status, body: project(resource, wanted), headers: { etag: `W/"${version}"`, ...status === 201 && { location } } }
}

/** Numbers of a page as they are meant: below the least is the least (RFC 7644 §3.4.2.4). */
const number = (value: unknown, otherwise: number) => {
  if (value === undefined || value === '') return otherwise
  const read = Number(value)
  return Number.isInteger(read) ? read : fail('invalidValue', 'startIndex and count are integers')
}

const list = async (http: Http, type: Type, organisationId: string, service: Service, asked: Record<string, unknown>): Promise<Answer> => {
  const startIndex = Math.max(1, number(asked['startIndex'], 1))
  const count = Math.min(MOST_RESULTS, Math.max(0, number(asked['count'], 100)))
  const { filter } = asked
  if (filter !== undefined && (typeof filter !== 'string' || filter.length > 2000)) return fail('invalidFilter', 'the filter is a text of 2000 characters at most')
  const wanted: Wanted = { attributes: asked['attributes'] as string, excludedAttributes: asked['excludedAttributes'] as string }
  const page = { organisationId, filter, startIndex, count }
  const unwanted = [wanted.excludedAttributes ?? []].flat().join(',').split(',').map((one) => one.trim().toLowerCase())
  const { total, resources } = type === 'Users' ? await http.run(listDirectoryUsers, page)
    : await http.run(listDirectoryGroups, { ...page, withMembers: !unwanted.includes('members') })
  const Resources = resources.map((one) => project(service.located(type, one), wanted))
  return { status: 200, body: { schemas: [urn.list], totalResults: total, startIndex, itemsPerPage: Resources.length, Resources } }
}

/** What describes the service is not searched (RFC 7644 §4). */
const notSearched = (filter: string | undefined) => { if (filter !== undefined) throw new Refusal('forbidden', {}, 403) }

const fixed = (body: (base: string) => object[], name: (one: any) => string) => ({
  all: answer(async (http, { filter }) => {
    notSearched(filter)
    const Resources = body(baseOf(http))
    return { status: 200, body: { schemas: [urn.list], totalResults: Resources.length, startIndex: 1, itemsPerPage: Resources.length, Resources } }
  }),
  one: answer(async (http, { id }) => {
    const found = body(baseOf(http)).find((one) => name(one) === id)
    if (!found) throw new Refusal('not-found', {}, 404)
    return { status: 200, body: found }
  }),
})
const types = fixed(resourceTypes, ({ name }) => name)
const described = fixed(schemas, ({ id }) => id)

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Its proof is the token, in each request: no cookie of a browser is enough. The body is read here. */
const route = (method: Method, path: string, handle: ReturnType<typeof answer>) =>
  raw({ http: `${method} ${ROOT}${path}`, input, allow: anyone, proof: 'token', stream: method !== 'GET', handle })

/** SCIM 2.0 (RFC 7643, RFC 7644) for directories that push. */
export const scimRoutes = [
  route('GET', '/ServiceProviderConfig', answer(async (http, { filter }) => {
    notSearched(filter)
    return { status: 200, body: serviceProviderConfig(baseOf(http)) }
  })),
  route('GET', '/ResourceTypes', types.all),
  route('GET', '/ResourceTypes/:id', types.one),
  route('GET', '/Schemas', described.all),
  route('GET', '/Schemas/:id', described.one),
  route('POST', '/Bulk', answer(async (http, _, service) => ({ status: 200, body: await runBulk(service, await bodyOf(http)) }))),
  route('GET', '/:type', answer((http, input, service, organisationId) => list(http, typeOf(input.type), organisationId, service, input))),
  route('POST', '/:type/.search', answer(async (http, { type }, service, organisationId) => list(http, typeOf(type), organisationId, service, await bodyOf(http)))),
  route('POST', '/:type', answer(async (http, { type, ...wanted }, service) => shown(await service.create(typeOf(type), await bodyOf(http)), wanted, 201))),
  route('GET', '/:type/:id', answer(async (http, { type, id = '', ...wanted }, service) => {
    const one = await service.show(typeOf(type), id)
    return isHeld(http.request.headers['if-none-match'], one.version) ? { status: 304, headers: { etag: `W/"${one.version}"` } } : shown(one, wanted)
  })),
  route('PUT', '/:type/:id', answer(async (http, { type, id = '', ...wanted }, service) =>
    shown(await service.replace(typeOf(type), id, await bodyOf(http), expectedOf(http)), wanted))),
  route('PATCH', '/:type/:id', answer(async (http, { type, id = '', ...wanted }, service) =>
    shown(await service.patch(typeOf(type), id, await bodyOf(http), expectedOf(http)), wanted))),
  route('DELETE', '/:type/:id', answer(async (http, { type, id = '' }, service) => {
    await service.remove(typeOf(type), id, expectedOf(http))
    return { status: 204 }
  })),
]
