import EmailReplyParser from 'email-reply-parser'

/** Characters of a mail that are looked at: the parser is slow on more, and nobody writes that much above what they quote. */
const MOST = 20_000

/** « Le sam. 21 nov. 2026 à 10:12, Sillage <…> a écrit : », on up to three lines, as Gmail, Apple Mail and Thunderbird write it. */
const ATTRIBUTION = /^(?:Le|On)\s.{0,300}\d.{0,300}\s(?:a\s+écrit|wrote)\s?:?$/u
/** Outlook: « De : … », then « Envoyé : … » or « Date : … » within four lines. */
const FROM = /^\*?(?:De|From)\s?:\*?\s?\S/u
const SENT = /^\*?(?:Envoyé|Envoyé le|Date|Sent)\s?:\*?\s/u
const FORWARDED = /^-{2,}\s?(?:Message (?:d['’]origine|original|initial|transféré)|Original Message)\s?-{2,}$/iu
/** What telephones add. */
const SENT_FROM = /^(?:Envoyé (?:de|depuis|à partir d)|Sent from |(?:Télécharger|Obtenir|Obtenez) Outlook pour |Get Outlook for )/u
const RULE = /^[_-]{10,}$/

const joined = (lines: readonly string[], at: number, count: number) => lines.slice(at, at + count).join(' ').replace(/\s+/gu, ' ').trim()

/** How many lines announce what is quoted from this one on; none: it announces nothing. */
const announced = (lines: readonly string[], at: number): number => {
  const line = lines[at]!.trim()
  for (const count of [1, 2, 3]) if (/^(?:Le|On)\s/.test(line) && ATTRIBUTION.test(joined(lines, at, count))) return count
  if (FORWARDED.test(line)) return 1
  if (FROM.test(line) && lines.slice(at + 1, at + 5).some((next) => SENT.test(next.trim()))) return 1
  return SENT_FROM.test(line) ? 1 : 0
}

/** Without what stands below the line that announces a quotation; an answer written below lines marked by `>` is kept. */
const withoutHistory = (text: string): string => {
  const lines = text.split('\n')
  const at = lines.findIndex((_, index) => announced(lines, index) > 0)
  if (at < 0) return text
  const below = lines.slice(at + announced(lines, at))
  const above = lines.slice(0, at)
  while (above.length > 0 && (above.at(-1)!.trim() === '' || RULE.test(above.at(-1)!.trim()))) above.pop()
  const isMarked = below.some((line) => line.startsWith('>'))
  return isMarked ? [...above, '', ...below].join('\n') : above.join('\n')
}

const withoutMarked = (text: string) => text.split('\n').filter((line) => !line.startsWith('>')).join('\n').trim()

/**
 * What somebody wrote in a reply: without the mail that they answer, their signature, nor what their telephone adds. French first, and
 * English. @param text the text of a mail. @returns empty when they wrote nothing.
 */
export const stripReply = (text: string): string => {
  const whole = withoutHistory(text.slice(0, MOST).replaceAll('\r\n', '\n'))
  // A polite formula alone is the whole answer, and no signature.
  return new EmailReplyParser().parseReply(whole).trim() || withoutMarked(whole)
}
