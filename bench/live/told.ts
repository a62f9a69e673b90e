import { v7 } from '#kernel/id.ts'
import { envelopeOf } from '#modules/live/envelope.ts'

/** What the others send to all: the very bytes that ours sends, for one message. */
export const line = (seq: number): string => `{"seq":${seq},"message":${JSON.stringify(envelopeOf({
  id: v7(), at: new Date().toISOString(), topic: 'bench.told', operation: 'UPDATE', type: 'REALTIME', priority: 'NORMAL',
  subject_kind: 'bench.thing', subject_id: v7(), version: 3, asks: false, expires_at: null,
}, 'http://localhost:3000'))}}`
