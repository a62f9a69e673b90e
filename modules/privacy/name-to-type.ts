import { personCard } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'

/** What a person types to confirm that they go: their name, or, before they have said it, `supprimer`. */
export const nameToType = async (context: Context, personId: string): Promise<string> =>
  (await personCard(context, personId))?.name ?? 'supprimer'

const plain = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ').trim().toLowerCase()

/** Typed on a phone: neither accents nor capitals are asked for. */
export const sameName = (typed: string, expected: string): boolean => plain(typed) === plain(expected)
