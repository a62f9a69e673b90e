import { compose, type Site } from '#modules/mail/api.ts'
import type { Told } from './told.ts'
import { fr } from './web/mail.fr.ts'
import { urls } from './web/routes.ts'

interface Given { lines: readonly Told[]; canReply?: boolean; isDigest: boolean; token: string | undefined; site: Site }

/** The mail of one notification, or of several. Where one may stop it, its head says how in one click (RFC 8058). */
export const letterOf = ({ lines, canReply, isDigest, token, site }: Given) => {
  const [first] = lines
  const alone = lines.length === 1 && first
  const title = alone ? first.title : isDigest ? fr.digest(lines.length) : fr.several(lines.length)
  const unsubscribe = token && site.origin + urls.unsubscription(token)
  const all = site.origin + urls.list()
  return {
    subject: title,
    unsubscribe,
    ...compose({
      title, site, canReply,
      paragraphs: alone ? [...first.body ? [first.body] : [], ...first.more ?? [], ...canReply ? [fr.reply] : []] : [],
      lines: alone ? [] : lines.map((line) => (
        { title: line.title, body: line.body ?? undefined, href: line.href ? site.origin + line.href : undefined })),
      action: alone && first.href ? { label: first.action ?? fr.open, href: site.origin + first.href } : { label: fr.openAll, href: all },
      ways: [{ label: fr.choose, href: site.origin + urls.preferences() }, ...unsubscribe ? [{ label: fr.stop(isDigest), href: unsubscribe }] : []],
    }),
  }
}
