import type { Actor } from './actor.ts'
import type { Fact } from '../fact/fact.ts'
import type { Job } from '../fact/job.ts'
import type { Reaction } from '../fact/reaction.ts'
import type { Context, Operation } from './operation.ts'
import type { Ports } from './ports.ts'
import type { RawRoute } from './raw.ts'

/**
 * What becomes of a person's rows. `person` names the columns that point at them.
 * - `export`: goes into the download of one's data; `keep` says no, for what is another's or the platform's.
 * - `erase`: the row goes (`delete`), stays without its author (`anonymise`: the columns become null), or stays as it is (`keep`).
 * - `merge`: when two accounts become one the columns are repointed, the row of the absorbed account is dropped, or it stays (`keep`).
 * A table that holds nothing of a person says `none`; a test fails for a table that says nothing (design §5b).
 */
export type Privacy = 'none' | {
  person: readonly string[]
  export: 'rows' | 'keep'
  erase: 'delete' | 'anonymise' | 'keep'
  merge: 'repoint' | 'drop' | 'keep'
  /** Columns emptied too by `anonymise`, with what they hold afterwards. */
  clear?: Readonly<Record<string, string | null>>
}

/** A line, in words, of what a person's departure does: what goes, what stays without their name, what they should settle before. */
export interface Consequence { readonly becomes: 'goes' | 'stays' | 'asks'; readonly says: string; readonly href?: string }

export interface MenuItem {
  /** Key of the verb of experience.md under which it stands: `partager`… */
  group: string
  label: string
  href: string
  /** Shown only to people who have signed in. */
  signedIn?: boolean
  /** Shown only to those of whom this holds, asked of the grants that the actor carries: an entry costs no query. */
  for?: (actor: Actor) => boolean
}

/** One page: its path, its file from the module's folder, its stable id. */
export interface PageRoute { path: string; file: string; id: string }

export interface Module {
  readonly name: string
  /** Folder of the module from the project's root: where its tables and pages are. */
  readonly folder: string
  readonly needs: readonly Module[]
  readonly operations: Readonly<Record<string, Operation>>
  readonly raw: readonly RawRoute[]
  /** What administrators do, in `operations/back-office/`: mounted by the back office alone, never by the portal. */
  readonly backOffice: { readonly operations: Readonly<Record<string, Operation>>, readonly raw?: readonly RawRoute[], readonly menu?: readonly MenuItem[] }
  readonly facts: readonly Fact[]
  readonly reactions: readonly Reaction[]
  readonly jobs: readonly Job[]
  readonly privacy: Readonly<Record<string, Privacy>>
  readonly menu: readonly MenuItem[]
  /** What becomes of what a person leaves, beside their rows: told beforehand, then settled in the transaction that erases them, before it does. */
  readonly departure?: {
    readonly foresee: (context: Context, personId: string) => Promise<readonly Consequence[]>
    readonly settle: (context: Context, personId: string) => Promise<void>
  }
  /** View `(person_id, scope, id, role)` whose rows become grants of the actor; published by the module, in its schema. */
  readonly grants?: string
  /** What the module gives to the kernel: the trace, the switches. */
  readonly ports: Partial<Ports>
  /** Sentences for the refusals of the module's operations, by code. */
  readonly refusals: Readonly<Record<string, string>>
  /** Sentences that say what a command has done, by its name, shown after a form succeeded. */
  readonly done: Readonly<Record<string, string>>
}

type Optional = 'needs' | 'operations' | 'raw' | 'backOffice' | 'facts' | 'reactions' | 'jobs' | 'privacy' | 'menu' | 'refusals' | 'done' | 'ports'

/** Declares a module and names its operations after it. */
export const module = (parts: Omit<Module, Optional> & Partial<Pick<Module, Optional>>): Module => {
  for (const [name, operation] of Object.entries({ ...parts.operations, ...parts.backOffice?.operations })) operation.name = `${parts.name}.${name}`
  return {
    needs: [], operations: {}, raw: [], backOffice: { operations: {} }, facts: [], reactions: [], jobs: [], privacy: {}, menu: [], refusals: {}, done: {}, ports: {},
    ...parts,
  }
}

/** The modules given and all that they need, each once, those needed first. */
export const inOrder = (modules: readonly Module[]): Module[] => {
  const ordered = new Set<Module>()
  const visit = (one: Module) => {
    if (ordered.has(one)) return
    one.needs.forEach(visit)
    ordered.add(one)
  }
  modules.forEach(visit)
  return [...ordered]
}

/** What the modules let people do, and what they let administrators do. */
export const operationsOf = (modules: readonly Module[]): Operation[] => modules.flatMap((one) => Object.values(one.operations))
export const backOfficeOperationsOf = (modules: readonly Module[]): Operation[] => modules.flatMap((one) => Object.values(one.backOffice.operations))

/** Ports of the modules mounted; without a module for the trace, entries go nowhere, which only tests of a lone module do. */
export const portsOf = (modules: readonly Module[], more: Partial<Ports> = {}): Ports =>
  Object.assign({ audit: () => ({ text: 'select', values: [] }) }, ...modules.map((one) => one.ports), more)

/** Sentences of all modules: refusals by their code, what a command has done by its whole name. */
export const sentencesOf = (modules: readonly Module[]): Record<string, string> => Object.assign({}, ...modules.map((one) => ({
  ...one.refusals, ...Object.fromEntries(Object.entries(one.done).map(([name, sentence]) => [`${one.name}.${name}`, sentence])),
})))
