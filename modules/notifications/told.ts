import { kindOf } from './kinds.ts'
import { fr } from './web/fr.ts'

/** What a row keeps of one notification, whatever its kind. */
export interface Kept { kind: string; params: unknown; count: number }

/** One notification in words, as it is shown and mailed. */
export interface Told { title: string; body: string | null; href: string | null; more?: readonly string[]; action?: string }

/**
 * The sentences of a row, made by its kind. A kind that no module mounted here declares, or whose parameters changed since, is told as such:
 * the line stays, so that the counter and the list agree.
 * @param by name of whoever caused it, when they are known and still here.
 */
export const told = ({ kind: code, params, count }: Kept, by: string | null | undefined): Told => {
  const kind = kindOf(code)
  const parsed = kind?.params.safeParse(params)
  if (!kind || !parsed?.success) return { title: fr.unknown, body: null, href: null }
  const { title, body, more } = kind.text(parsed.data, { by: by ?? fr.somebody })
  const href = kind.href(parsed.data)
  return count > 1 && kind.grouped ? { title: kind.grouped(count, parsed.data), body: null, href } : { title, body: body ?? null, href,
    more, action: kind.action }
}
