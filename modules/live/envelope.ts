import { z } from 'zod'

/** Raised when a field changes its meaning or goes; a new field that readers may ignore raises nothing. */
export const FORMAT = 1

const version = z.object({ version: z.int().min(0) }).nullable()

/**
 * What travels, everywhere in the platform (docs/messages.md): identifiers and versions, never content. What it is about is fetched, with
 * the rights of who asks.
 */
export const message = z.object({
  format: z.literal(FORMAT),
  metadata: z.object({
    id: z.uuid().describe('The same each time that it is sent, and for all those to whom it goes'),
    priority: z.enum(['LOW', 'NORMAL', 'HIGH', 'CRITICAL']),
    type: z.enum(['REALTIME', 'SYSTEM', 'NOTIFICATION']),
    emitter: z.string().describe('The module that tells it'),
    source: z.string().describe('The installation, by its public address'),
    topic: z.string().describe('The module and what happened: notifications.notified'),
    operation: z.enum(['CREATE', 'UPDATE', 'DELETE']),
    timestamp: z.iso.datetime(),
    expiration: z.iso.datetime().optional().describe('After it, nobody needs to know'),
  }),
  payload: z.object({
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    before: version, after: version,
  }),
  routing: z.object({
    audience: z.object({
      type: z.enum(['USER', 'STRUCTURE', 'FORMATION']),
      targets: z.array(z.string()).optional().describe('Left out on the stream of a person, who need not know whom else it reaches'),
    }),
    retry: z.object({
      ack_required: z.boolean(), enabled: z.boolean(),
      attempts: z.int().min(0).describe('How many times it was sent to this page before'),
      limit: z.int().min(0), backoff: z.int().min(0).describe('Seconds before it is sent again'),
    }),
  }),
})
export type Message = z.output<typeof message>

/** The contract of the envelope, as JSON Schema 2020-12. */
export const messageSchema = (address: string) => ({ ...z.toJSONSchema(message), $id: address, title: 'Sillage message' })

/** What is asked to be acknowledged is sent again after this, so many times, then the connection is closed and begins anew. */
export const RETRY = { limit: 3, backoff: 30 }

/** A message as the table keeps it. */
export interface Told {
  id: string; at: string; topic: string; operation: Message['metadata']['operation']; type: Message['metadata']['type']
  priority: Message['metadata']['priority']; subject_kind: string | null; subject_id: string | null; version: number | null; asks: boolean
  expires_at: string | null
}

const instant = (text: string) => new Date(text).toISOString()

/** The versions of the subject around what happened; `version` is the one after it, or the last one of what is deleted. */
const versionsOf = ({ version, operation }: Told): Pick<Message['payload'], 'before' | 'after'> => {
  if (version === null) return { before: null, after: null }
  if (operation === 'DELETE') return { before: { version }, after: null }
  return { before: operation === 'CREATE' ? null : { version: version - 1 }, after: { version } }
}

/** @param source the installation's public address. @param attempts how many times it was sent to this page before. */
export const envelopeOf = (told: Told, source: string, attempts = 0): Message => ({
  format: FORMAT,
  metadata: {
    id: told.id, priority: told.priority, type: told.type, emitter: told.topic.split('.')[0]!, source, topic: told.topic,
    operation: told.operation, timestamp: instant(told.at), ...told.expires_at && { expiration: instant(told.expires_at) },
  },
  payload: { subject: told.subject_kind && told.subject_id ? { kind: told.subject_kind, id: told.subject_id } : null, ...versionsOf(told) },
  routing: { audience: { type: 'USER' }, retry: { ack_required: told.asks, enabled: told.asks, attempts, ...RETRY } },
})
