/** What is about to be shown to all, and how long its author has been there. */
export interface Shown {
  /** What the author wrote, besides the title: descriptions, texts; Markdown is read as its words. */
  readonly texts: readonly string[]
  /** Addresses given apart from the texts: a website, contents that are links. */
  readonly links: readonly string[]
  readonly accountAgeMinutes: number
  /** Fewer words than this around a link say nothing but the link: twelve unless told, for what has a place of its own for links. */
  readonly fewestWords?: number
}

const NEW_ACCOUNT_MINUTES = 60
const FEWEST_WORDS = 12

const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>()[\]]+|\b[\w.+-]+@[\w-]+\.[\w.-]+/giu
const WORD = /\p{L}{2,}/gu

/**
 * Whether it looks like unwanted advertising, to be read by somebody before it is shown: an account of less than one hour that publishes
 * hardly more than links (the rule of Les Bases). Never says so of an older account: what it shows is judged once it is reported.
 */
export const looksLikeSpam = ({ texts, links, accountAgeMinutes, fewestWords = FEWEST_WORDS }: Shown): boolean => {
  if (accountAgeMinutes >= NEW_ACCOUNT_MINUTES) return false
  const written = texts.join(' ')
  const given = links.length + (written.match(ADDRESS)?.length ?? 0)
  return given > 0 && (written.replace(ADDRESS, ' ').match(WORD)?.length ?? 0) < fewestWords
}
