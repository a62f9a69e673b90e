import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import type { Engine } from '#kernel/operation/engine.ts'
import { Refusal, type Context } from '#kernel/operation/operation.ts'
import { store } from '#modules/files/api.ts'
import { peopleByAddress } from '#modules/identity/api.ts'
import { actorOf } from '../as-person.ts'
import { MOST_FILES } from '../attaching.ts'
import { body } from '../limits.ts'
import { fr } from '../web/replies.fr.ts'
import { addressed } from './address.ts'
import { readReply, type Envelope, type Reply, type Sent } from './read.ts'
import { refuseReply, writeReply } from './write-reply.ts'

/** `ignored`: a program wrote it, or nobody of ours is its reader. `refused`: its author is told why by mail, once. */
export type Received = 'written' | 'held' | 'twice' | 'refused' | 'ignored'

/** Files of a mail, kept as if they had been sent from a page; those that are refused, or too many, are left out and counted. */
const keepFiles = async (context: Context, files: readonly Sent[], uploadedBy: string) => {
  const fileIds: string[] = []
  for (const { name, bytes } of files.slice(0, MOST_FILES)) {
    try {
      fileIds.push(await store(context, { name, bytes, uploadedBy }))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return { fileIds, leftOut: files.length - fileIds.length }
}

/** The address alone opens; a sender whom the person never proved to be is noted. */
const isFromElsewhere = async (context: Context, { from }: Reply, personId: string) =>
  from === undefined || !(await peopleByAddress(context, [from])).some((one) => one.personId === personId)

/** Why what they wrote cannot be a message, by its code. */
const wrong = ({ files, ...reply }: Reply): string | undefined => {
  if (reply.body === '') return files.length > 0 ? undefined : 'messaging.reply-empty'
  return body.safeParse(reply.body).success ? undefined : 'messaging.reply-too-long'
}

/**
 * Receives a mail that somebody sent as a reply: authenticated by the secret of its address, it becomes a message of theirs in its
 * conversation, once. What goes wrong is told to them at their own address, never to whoever the mail says that it comes from.
 * @param engine on the worker's pool. @param envelope what the server that received it says; else what the mail says.
 * @throws when the database or the storage fails: the server that sends keeps the mail and comes again.
 */
export const receiveReply = async (engine: Engine, bytes: Uint8Array, envelope: Envelope = {}): Promise<Received> => {
  const reply = await readReply(bytes, envelope)
  if (!reply) return 'ignored'
  const [token] = reply.tokens
  const now = new Date().toISOString()
  const to = token ? await addressed({ db: engine.context(nobody).db, now }, token) : undefined
  const actor = to && await actorOf(engine.context(nobody), to.personId)
  if (!to || !actor) return 'ignored'
  const call = { actor, origin: { request: v7() } }
  const context = engine.context(call)
  const about = { mailId: reply.id, conversationId: to.conversationId, isFromElsewhere: await isFromElsewhere(context, reply, actor.id) }
  const refuse = async (code: string): Promise<Received> => {
    const { output: { isFirst } } = await engine.run(refuseReply, { ...about, code }, call)
    return isFirst ? 'refused' : 'twice'
  }
  const code = to.isOver ? 'messaging.reply-over' : wrong(reply)
  if (code) return refuse(code)
  const kept = await keepFiles(context, reply.files, actor.id)
  try {
    return (await engine.run(writeReply, { ...about, ...kept, body: reply.body || fr.onlyFiles }, call)).output.outcome
  } catch (error) {
    if (error instanceof Refusal) return refuse(error.code === 'not-found' ? 'messaging.left' : error.code)
    throw error
  }
}

const visitor: Actor = { id: undefined, grants: [], timeZone: 'Europe/Paris' }
const nobody = { actor: visitor, origin: { request: 'reply' } }
