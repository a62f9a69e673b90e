import PostalMime from 'postal-mime'

/** What a report of delivery says of one recipient. */
export interface Reported {
  /** Message-ID of the mail that it is about, with its angle brackets. */
  messageId: string
  /** `failed`: it will not arrive. `delayed`: the server still tries. */
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  /** Enhanced status (RFC 3463): `5.1.1`. */
  status: string
}

const ACTIONS = new Set<string>(['failed', 'delayed', 'delivered', 'relayed', 'expanded'])

/** `Name: value` lines of a group, unfolded (RFC 5322 §2.2.3). */
const fieldsOf = (group: string): Map<string, string> => new Map(
  group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/).flatMap((line) => {
    const at = line.indexOf(':')
    return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : []
  }),
)

const textOf = (content: string | ArrayBuffer | Uint8Array): string =>
  typeof content === 'string' ? content : Buffer.from(content as Uint8Array).toString('utf8')

/**
 * Reads a delivery status notification: the groups of `message/delivery-status` after the first, one a recipient (RFC 3464 §2), and the
 * Message-ID of the mail that comes back with it, whole or by its head alone (RFC 6522 §3).
 * @param bytes a mail, as it was received. @returns nothing for a mail that is no such report, or that does not say what it is about.
 */
export const readReport = async (bytes: Uint8Array | string): Promise<Reported[]> => {
  const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true }).catch(() => undefined)
  const status = mail?.attachments.find((part) => part.mimeType === 'message/delivery-status')
  const original = mail?.attachments.find((part) => part.mimeType === 'message/rfc822' || part.mimeType === 'text/rfc822-headers')
  if (!status || !original) return []
  const head = textOf(original.content).split(/\r?\n\r?\n/)[0] ?? ''
  const messageId = /<[^<>\s]+>/.exec(fieldsOf(head).get('message-id') ?? '')?.[0]
  if (!messageId) return []
  const [, ...recipients] = textOf(status.content).trim().split(/\r?\n(?:[ \t]*\r?\n)+/).map(fieldsOf)
  return recipients.flatMap((fields) => {
    const action = fields.get('action')?.toLowerCase() ?? ''
    const code = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
    return ACTIONS.has(action) && code ? [{ messageId, action: action as Reported['action'], status: code }] : []
  })
}
