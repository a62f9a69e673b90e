import type { z } from 'zod'
import type { Context } from '#kernel/operation/operation.ts'

/** At which pace a kind reaches people by mail. */
export const paces = ['at-once', 'daily', 'weekly', 'never'] as const
export type Pace = typeof paces[number]

/** What the sentences of a notification are made of, beside its parameters. */
export interface Telling {
  /** Name today of whoever caused it; « Une personne » once they are erased, or when nobody in particular did. */
  readonly by: string
}

/**
 * A kind of thing that people are told, declared by the domain in which it happens. Rows keep its code and the parameters; sentences and
 * addresses are made here each time that one is shown (design §5b), so its `params` may gain fields, never lose or rename one.
 */
export interface Kind<Params extends z.ZodObject = z.ZodObject> {
  /** Stable, `module.what-happened`: preferences and rows are kept under it. */
  readonly code: string
  /**
   * A critical one reaches everyone it concerns at once, on screen, by mail and on
   * their devices, whatever they chose, muted, at night, or while notifications are switched off.
   */
  readonly importance: 'normal' | 'critical'
  /**
   * What holds for those who chose nothing. `push`: on the devices that they asked to be told on; left out, when its mail leaves at once.
   */
  readonly channels: { readonly mail: Pace; readonly push?: boolean }
  /** What a row keeps: identifiers, titles, dates. Never the name of a person, who is named by `by`. */
  readonly params: Params
  /** For the page of preferences: the heading under which it stands, and what it tells, as « Une réponse à votre commentaire ». */
  readonly family: string
  readonly label: string
  /**
   * The sentences of one: `title` alone is the line of the list and the subject of its mail; `more` are paragraphs of a mail of its own.
   */
  readonly text: (params: z.output<Params>, telling: Telling) =>
    { readonly title: string; readonly body?: string; readonly more?: readonly string[] }
  /** Words of the button of such a mail; « Voir » when left out. */
  readonly action?: string
  /** Title of several about the same thing, unread: « 12 nouveaux commentaires sur … ». Without it each stands apart. */
  readonly grouped?: (count: number, params: z.output<Params>) => string
  /** An address at which its reader answers by mail, if there is one: of a mail that carries this one alone. */
  readonly replyTo?: (context: Context, personId: string, params: z.output<Params>) => Promise<string | undefined>
  /** Where it leads, as a path of the portal. */
  readonly href: (params: z.output<Params>) => string
}

/** A kind of thing that people may mute (a thread, a base), declared by the domain that has it: named where they see what they muted. */
export interface Subject {
  /** As in search and in facts: `bases.base`. */
  readonly kind: string
  /** What people call it: « base ». */
  readonly label: string
  /** The thing through the actor's eyes: none when they do not see it any more. */
  readonly find: (context: Context, id: string) => Promise<{ title: string; href: string } | undefined>
}

const kinds = new Map<string, Kind<any>>()
const subjects = new Map<string, Subject>()

/** Declares a kind. Called once, in a file that the domain's `module.ts` imports. */
export const declareKind = <Params extends z.ZodObject>(kind: Kind<Params>): Kind<Params> => {
  if (kinds.has(kind.code)) throw new Error(`Two kinds of notification are named ${kind.code}`)
  kinds.set(kind.code, kind)
  return kind
}
export const kindOf = (code: string): Kind | undefined => kinds.get(code)
/** Whether it comes on the devices of those who chose nothing. */
export const pushedByDefault = ({ channels }: Kind): boolean => channels.push ?? channels.mail === 'at-once'
export const declaredKinds = (): readonly Kind[] => [...kinds.values()]

/** Declares what may be muted. Called once, as `declareKind`. */
export const declareSubject = (subject: Subject): void => { subjects.set(subject.kind, subject) }
export const subjectOf = (kind: string): Subject | undefined => subjects.get(kind)
