import { fr } from './fr.ts'

const words = fr.rights

/** Who needs no role for it, in a sentence; none where a role is needed. */
export const withoutRole = ({ anyone, anyPerson }: { anyone: string, anyPerson: string }): string | undefined => {
  if (anyone === 'yes') return words.anyone
  if (anyPerson === 'yes') return words.anyPerson
  return anyPerson === 'if' || anyone === 'if' ? words.someRows : undefined
}
