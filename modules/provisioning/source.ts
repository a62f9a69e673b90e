import { Readable } from 'node:stream'
import { scopesOf, type Actor } from '#kernel/operation/actor.ts'
import { Refusal, type Context as KernelContext } from '#kernel/operation/operation.ts'
import { belongsTo } from '#kernel/operation/rule.ts'
import { attach, bytesOf, detach, receive } from '#modules/files/api.ts'
import type { Context } from './policy.ts'
import { packed, peeked } from './reader/archive.ts'
import { encodingGuess } from './reader/encoding.ts'
import { Unreadable } from './reader/row.ts'
import type { Source } from './reader/read.ts'

/** What the start of a list says of how it is written. In bytes. */
const START = 1024
const LONGEST_NAME = 140

const keepsAll = belongsTo('organisation', 'organisation_id', 'structure-manager', 'pedagogical-administrator')
/** Whether the person imports somewhere in the organisation, before the form has said in which group. */
const imports = (actor: Actor, organisationId: string) => keepsAll.holds(actor, { organisation_id: organisationId })
  || (scopesOf(actor, 'organisation').includes(organisationId) && scopesOf(actor, 'group', 'programme-manager').length > 0)

/** A program sends files under its own identifier: it is nobody. */
export const asSender = <C extends KernelContext>(context: C): C =>
  context.actor.id || !context.actor.client ? context : { ...context, actor: { ...context.actor, id: context.actor.client } }

const EXTENSION = /\.(csv|txt)$/i
/** XML, which browsers would run, and UTF-16, which is no text for programs that look for zeros: kept in an archive. */
const wantsArchive = (start: Buffer) => {
  const guess = encodingGuess()
  guess.add(start)
  return /^\s*(\u00EF\u00BB\u00BF)?\s*</.test(start.toString('latin1')) || guess.end().encoding.startsWith('utf-16')
}

/** The same bytes under a name and in a form that files takes: text, or an archive of it; anything else goes as it is, and is refused there. */
const prepared = async (stream: Readable, sent: string): Promise<{ name: string; stream: Readable }> => {
  const name = sent.trim().slice(-LONGEST_NAME) || 'liste.csv'
  const { start, whole } = await peeked(stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, START)
  if (wantsArchive(start)) return { name: `${name}.zip`, stream: Readable.from(packed(whole, name)) }
  const isBinary = start.includes(0)
  return { name: isBinary || EXTENSION.test(name) ? name : `${name}.txt`, stream: Readable.from(whole, { objectMode: false }) }
}

/** What files takes and an import cannot read: said now rather than after the reading. */
const refusalOf = (mime: string): Refusal | undefined => {
  if (mime.includes('spreadsheet')) return new Refusal('provisioning.workbook', {}, 422)
  return mime.startsWith('text/') || mime === 'application/zip' ? undefined : new Refusal('provisioning.not-a-list', {}, 422)
}

/**
 * Receives a list by the way of all files: checked by its content, given to the virus scanner, seen by nobody but its sender, and
 * forgotten a day after the end of its import; the same day where no import takes it.
 * @param context outside a transaction. @throws Refusal `forbidden`, those of files, `provisioning.workbook`, `provisioning.not-a-list`.
 */
export const receiveSource = async (context: KernelContext, organisationId: string, { name, stream }: { name: string; stream: Readable }): Promise<{ fileId: string }> => {
  const { actor } = context
  if (!imports(actor, organisationId)) {
    stream.resume()
    const known = actor.id ?? actor.client
    throw new Refusal(known ? 'forbidden' : 'sign-in-required', {}, known ? 403 : 401)
  }
  const { fileId, mime } = await receive(asSender(context), { ...await prepared(stream, name), purpose: 'file' })
  const refusal = refusalOf(mime)
  if (refusal) throw refusal
  return { fileId }
}

/** The name that it was sent under, without what was added to it for files. */
export const sourceName = async ({ db }: Context, fileId: string): Promise<string | undefined> =>
  (await db.selectFrom('files.card').select('name').where('id', '=', fileId).executeTakeFirst())?.name.replace(/(\.\w+)\.(zip|txt)$/i, '$1')

const holderOf = (importId: string) => `provisioning.import:${importId}`

/**
 * Holds the file of an import, so that it is not collected, for nobody to see but who sent it. Again: nothing.
 * @returns `held` while it waits for the virus scanner; `gone` when it was refused there, is no longer, or was never theirs.
 */
export const holdSource = async (context: Context, importId: string, fileId: string): Promise<'ready' | 'held' | 'gone'> => {
  try {
    await attach(asSender(context), { fileId, holder: holderOf(importId), principals: [holderOf(importId)] })
    return 'ready'
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'files.held' ? 'held' : 'gone'
  }
}

/** The import needs its list no longer: the file goes within a day. */
export const releaseSource = (context: Context, importId: string): Promise<void> => detach(context, holderOf(importId))

/** The bytes of a list, from the start each time that it is called. @throws Unreadable `gone`. */
export const openSource = (fileId: string): Source => async function* () {
  const found = await bytesOf(fileId)
  if (!found) throw new Unreadable('gone', 1)
  yield* found.stream as AsyncIterable<Buffer>
}
