import { theme } from './limits.ts'
import type { Context } from './policy.ts'

/** Steps of the welcome: who one is, what interests one, whom to follow, what next; then it is over. */
export const WELCOME_STEPS = 4
export const WELCOMED = WELCOME_STEPS + 1

export interface Preference {
  /** Number of the department whose resources and bases come first when the person asks for it. */
  department: string | null
  themes: string[]
  welcomeStep: number
  /** Since when they agree to the letter of the month. */
  letterAgreedAt: string | null
}

const none: Preference = { department: null, themes: [], welcomeStep: 1, letterAgreedAt: null }

/** What a person wants of the commons; nothing yet for a visitor and for who never said. */
export const preferenceOf = async ({ db }: Context, personId: string | undefined): Promise<Preference> => {
  if (personId === undefined) return none
  const row = await db.selectFrom('bases.preference').selectAll().where('person_id', '=', personId).executeTakeFirst()
  return row ? {
    department: row.department, themes: row.themes.filter((one) => theme.safeParse(one).success), welcomeStep: row.welcome_step,
    letterAgreedAt: row.letter_agreed_at,
  } : none
}

interface Columns { department?: string | null; themes?: string[]; welcome_step?: number; letter_agreed_at?: string | null }

/** Writes what a person has just said of their preferences, and leaves the rest. */
export const prefer = async ({ db, now }: Context, personId: string, columns: Columns): Promise<void> => {
  await db.insertInto('bases.preference').values({ person_id: personId, ...columns, updated_at: now })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ ...columns, updated_at: now })).execute()
}

/** Notes that a step of the welcome is behind; one that was passed already stays so. */
export const passStep = async (context: Context, step: number): Promise<void> => {
  const { welcomeStep } = await preferenceOf(context, context.actor.id)
  await prefer(context, context.actor.id!, { welcome_step: Math.max(welcomeStep, step + 1) })
}
