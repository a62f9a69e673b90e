import { typeset } from '#modules/mail/api.ts'
import { kindOf } from '../kinds.ts'
import { told, type Kept } from '../told.ts'
import { fr } from '../web/push.fr.ts'
import { urls } from '../web/routes.ts'

/** What a device is given, encrypted for its browser alone (RFC 8291): the service worker shows it, design/push/worker.ts. */
export interface Payload {
  readonly title: string
  readonly body?: string
  /** Path of the portal. */
  readonly href: string
  /** The same again takes the place of the first, on the device as at its push service. */
  readonly tag: string
  /** Stays until it is touched. */
  readonly stays: boolean
}

/**
 * The sort of thing that happened and where to read it. A locked screen is read by whoever passes, so it names nobody and quotes
 * nothing: what a mail says in its subject is not said here.
 */
export const payloadOf = (row: Kept & { id: string; is_critical: boolean }): Payload => ({
  title: typeset(kindOf(row.kind)?.label ?? fr.one), ...row.count > 1 && { body: fr.several(row.count) },
  href: told(row, undefined).href ?? urls.list(), tag: row.id, stays: row.is_critical,
})

/** For several that were waiting: how many, and the list. */
export const severalOf = (id: string, count: number): Payload => ({ title: fr.several(count), href: urls.list(), tag: id, stays: false })
