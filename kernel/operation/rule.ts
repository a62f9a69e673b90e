import { sql, type Expression, type SqlBool } from 'kysely'
import { scopesOf, type Actor } from './actor.ts'

/**
 * A right, once: evaluated on a row, compiled to SQL for lists, printed for the matrix of rights.
 * `Row` is what the rule needs to find on the row; an operation whose target lacks it does not compile.
 */
export interface Rule<Row = unknown> {
  readonly holds: (actor: Actor, row: Row) => boolean
  /** The same question in SQL, about the table under this alias. */
  readonly where: (actor: Actor, alias: string) => Expression<SqlBool>
  /** What it says, for the matrix and the documentation of the API. */
  readonly says: string
  /** Who it may hold for, any of these ways; without it nobody can tell but on a row. */
  readonly ways?: readonly Way[]
}

/** One way to a right: being somebody, holding every role named, and then what only a row can tell. */
export interface Way {
  readonly signedIn?: boolean
  /** Without `role`: any role within the scope. */
  readonly roles?: readonly { readonly scope: string; readonly role?: string }[]
  readonly if?: readonly string[]
}

type Column<K extends string> = { readonly [P in K]: string | null }

const rule = <Row>(says: string, ways: readonly Way[], holds: Rule<Row>['holds'], where: Rule<Row>['where']): Rule<Row> => ({ says, ways, holds, where })
export const waysOf = ({ ways, says }: Pick<Rule, 'ways' | 'says'>): readonly Way[] => ways ?? [{ if: [says] }]
const both = (one: Way, other: Way): Way => ({
  signedIn: one.signedIn || other.signedIn, roles: [...one.roles ?? [], ...other.roles ?? []], if: [...one.if ?? [], ...other.if ?? []],
})
const [TRUE, FALSE] = [sql<SqlBool>`true`, sql<SqlBool>`false`]
const truth = (value: boolean): Expression<SqlBool> => value ? TRUE : FALSE
/** What is known of the actor beforehand stays out of the SQL: one `false` decides an `and` and says nothing to an `or`. */
const joined = (parts: Expression<SqlBool>[], word: 'and' | 'or'): Expression<SqlBool> => {
  const [decides, idle] = word === 'and' ? [FALSE, TRUE] : [TRUE, FALSE]
  const open = parts.filter((one) => one !== idle)
  return parts.includes(decides) ? decides : open.length === 0 ? idle : sql<SqlBool>`(${sql.join(open, sql.raw(` ${word} `))})`
}

export const anyone: Rule = rule('anyone', [{}], () => true, () => truth(true))

export const signedIn: Rule = rule('signed in', [{ signedIn: true }], (actor) => actor.id !== undefined, (actor) => truth(actor.id !== undefined))

/** Signed in as oneself: what opens or closes an account is not done in somebody's place, even with their consent. */
export const inPerson: Rule = rule('signed in as oneself', [{ signedIn: true, if: ['nobody acts in their place'] }], (actor) => isOneself(actor), (actor) => truth(isOneself(actor)))
const isOneself = ({ id, by }: Actor) => id !== undefined && by === undefined

/** Holds a role of the platform, such as `moderator`. */
export const holds = (role: string): Rule => {
  const does = (actor: Actor) => scopesOf(actor, 'platform', role).length > 0
  return rule(`holds ${role}`, [{ roles: [{ scope: 'platform', role }] }], does, (actor) => truth(does(actor)))
}

/** The column of the row names the person. */
export const owns = <K extends string>(column: K): Rule<Column<K>> => rule(
  `owns by ${column}`, [{ signedIn: true, if: [`owns by ${column}`] }],
  (actor, row) => actor.id !== undefined && row[column] === actor.id,
  (actor, alias) => actor.id === undefined ? truth(false) : sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${actor.id}::uuid`,
)

/** The column names a scope (a base, an organisation) in which the person holds a role: any, or one of those given. */
export const belongsTo = <K extends string>(scope: string, column: K, ...roles: string[]): Rule<Column<K>> => {
  const ids = (actor: Actor) => roles.length ? roles.flatMap((role) => scopesOf(actor, scope, role)) : scopesOf(actor, scope)
  return rule(
    `${roles.length ? roles.join(' or ') : 'member'} of the ${scope} by ${column}`,
    (roles.length ? roles : [undefined]).map((role) => ({ roles: [{ scope, role }] })),
    (actor, row) => row[column] !== null && ids(actor).includes(row[column]),
    (actor, alias) => ids(actor).length === 0 ? FALSE : sql<SqlBool>`coalesce(${sql.ref(`${alias}.${column}`)} = any(${ids(actor)}::uuid[]), false)`,
  )
}

/**
 * A row of another table of the same module relates the person to this row: `related('bases.contributor', 'resource_id', 'person_id')`.
 * Evaluated on a row it reads the flag that the module's `…SeenBy` selects under the name of `as`.
 */
export const related = <K extends string>(table: string, reference: string, person: string, as: K): Rule<{ readonly [P in K]: SqlBool }> => rule(
  `related by ${table}`, [{ signedIn: true, if: [`related by ${table}`] }],
  (_, row) => Boolean(row[as]),
  (actor, alias) => actor.id === undefined ? truth(false) : sql<SqlBool>`exists (select 1 from ${sql.table(table)} as relation
    where ${sql.ref(`relation.${reference}`)} = ${sql.ref(`${alias}.id`)} and ${sql.ref(`relation.${person}`)} = ${actor.id}::uuid)`,
)

/** The column of the row has this value: `when('is_public', true)`. */
export const where = <K extends string>(column: K, value: string | boolean): Rule<{ readonly [P in K]: string | boolean | null }> => rule(
  `${column} is ${value}`, [{ if: [`${column} is ${value}`] }],
  (_, row) => row[column] === value,
  (_, alias) => sql<SqlBool>`${sql.ref(`${alias}.${column}`)} = ${value}`,
)

/** Rows that satisfy every rule given, as one type: what `anyOf` and `allOf` need of a row. */
type Every<R> = (R extends Rule<infer Row> ? (row: Row) => void : never) extends (row: infer All) => void ? All : never

export const anyOf = <R extends Rule<never>[]>(...rules: R): Rule<Every<R[number]>> => rule(
  rules.map((one) => one.says).join(' or '), rules.flatMap((one) => waysOf(one as Rule)),
  (actor, row) => rules.some((one) => one.holds(actor, row as never)),
  (actor, alias) => joined(rules.map((one) => one.where(actor, alias)), 'or'),
)

export const allOf = <R extends Rule<never>[]>(...rules: R): Rule<Every<R[number]>> => rule(
  rules.map((one) => one.says).join(' and '),
  rules.reduce<readonly Way[]>((ways, one) => ways.flatMap((way) => waysOf(one as Rule).map((other) => both(way, other))), [{}]),
  (actor, row) => rules.every((one) => one.holds(actor, row as never)),
  (actor, alias) => joined(rules.map((one) => one.where(actor, alias)), 'and'),
)

export const unless = <Row>(one: Rule<Row>): Rule<Row> => rule(
  `unless ${one.says}`, [{ if: [`unless ${one.says}`] }],
  (actor, row) => !one.holds(actor, row),
  // Of a null column the rule does not hold, so its contrary does.
  (actor, alias) => sql<SqlBool>`(${one.where(actor, alias)} is not true)`,
)
