import { createHash, randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'sillage-visit'
/** How long a visit lasts, in seconds: what is read or opened again in it counts once. */
export const VISIT = 7200
/** It does not come with pages, which are then the same for all visitors. */
const PATH = '/api/resources'

/** The visit of this browser; a new one leaves with the answer. It says nothing of whose browser it is. */
export const visitOf = (request: FastifyRequest, reply: FastifyReply): string => {
  const known = /(?:^|; )sillage-visit=([\w-]{22})(?:;|$)/.exec(request.headers.cookie ?? '')?.[1]
  if (known) return known
  const visit = randomBytes(16).toString('base64url')
  const secure = request.protocol === 'https' ? '; Secure' : ''
  void reply.header('set-cookie', `${COOKIE}=${visit}; Path=${PATH}; Max-Age=${VISIT}; HttpOnly; SameSite=Lax${secure}`)
  return visit
}

/** What is kept of it: of one visit and one thing read, so that two readings of a visit cannot be told to be of the same browser. */
export const hashOf = (visit: string, id: string): Buffer => createHash('sha256').update(`${visit} ${id}`).digest()
