import type { Answered } from '#kernel/page/answers.ts'
import type { listSwitches } from '../../operations/back-office/list-switches.ts'
import { fr } from './fr.ts'

export type Shown = Answered<typeof listSwitches>['on'][number]

/** To whom, in words: « Élève · Lycée Simone-Veil ». */
export const whom = ({ organisation, role, person, isForPerson }: Shown['perimeter']): string =>
  isForPerson ? person ?? fr.formerPerson : [role, organisation].filter(Boolean).join(' · ') || fr.everyone
