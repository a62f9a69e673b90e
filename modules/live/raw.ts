import { z } from 'zod'
import { raw } from '#kernel/operation/raw.ts'
import { anyone } from '#kernel/operation/rule.ts'
import { FORMAT, messageSchema } from './envelope.ts'
import { live } from './configured.ts'

/** The contract of what travels (docs/messages.md), for whoever writes or checks a message. */
export const describeMessage = raw({
  http: `GET /api/live/message-${FORMAT}.schema.json`,
  input: z.object({}),
  allow: anyone,
  handle: async (_, __, ___, { reply }) => reply.type('application/schema+json').header('cache-control', 'public, max-age=3600')
    .send(JSON.stringify(messageSchema(`${live().source}/api/live/message-${FORMAT}.schema.json`))),
})
