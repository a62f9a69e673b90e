import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '#kernel/operation/actor.ts'
import { Refusal } from '#kernel/operation/operation.ts'

/**
 * A stream is read by our own pages, with the session's cookie and nothing else. Browsers say which page asks (Fetch Metadata); those that
 * do not, send no cookie from another site (`SameSite`), and what they would get could not be read (`Cross-Origin-Resource-Policy`).
 */
export const ownPage = ({ headers }: FastifyRequest, { session }: Actor): void => {
  if ((headers['sec-fetch-site'] ?? 'same-origin') !== 'same-origin') throw new Refusal('other-origin', {}, 403)
  if (!session || headers.authorization) throw new Refusal('sign-in-required', {}, 401)
}

/**
 * Where a page was, for the ways that carry it in the address: the last entry that it has, of whose stream, how many milliseconds old it
 * is.
 */
export const position = z.object({
  after: z.coerce.number().int().min(0).optional(), of: z.uuid().optional(), age: z.coerce.number().min(0).optional(),
})
