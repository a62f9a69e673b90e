import { join } from 'node:path'
import { v7 } from '../id.ts'
import { afterAll, inject } from 'vitest'
import type { z } from 'zod'
import { connect, kyselyOn } from '../db/connection.ts'
import { kernelSchema } from '../db/migrate.ts'
import type { Fact } from '../fact/fact.ts'
import { workOnce } from '../fact/worker.ts'
import { visitor, type Actor } from '../operation/actor.ts'
import { createEngine, type Answer, type Call } from '../operation/engine.ts'
import { grantsOf } from '../operation/grants.ts'
import { backOfficeOperationsOf, inOrder, portsOf, type Module } from '../operation/module.ts'
import type { Operation, Output } from '../operation/operation.ts'
import { addressOf, freshDatabase } from './database.ts'

const root = join(import.meta.dirname, '../..')

/** Someone who acts in a test: a person, or a ready actor. Nobody is a visitor. */
export type Someone = { id: string } | Actor

const make = async (modules: readonly Module[]) => {
  const cluster = inject('cluster')
  const schemas = [kernelSchema, ...modules.map(({ name, folder }) => ({ name, folder: join(root, folder, 'tables') }))]
  const database = await freshDatabase(cluster, schemas)
  const address = (role: string) => addressOf(cluster, database.name, role)
  const owner = connect(address('sillage_owner'), 2)
  const portal = connect(address('sillage_portal'), 20)
  const worker = connect(address('sillage_worker'), 5)
  const backOffice = connect(address('sillage_back_office'), 5)
  const engine = createEngine(portal, portsOf(modules))
  // What administrators do runs as in the back office: with the rights of its own role of the database.
  const staffEngine = createEngine(backOffice, portsOf(modules))
  const staffOperations = new Set(backOfficeOperationsOf(modules))
  const engineOf = (operation: Operation) => staffOperations.has(operation) ? staffEngine : engine

  const actorOf = async (someone?: Someone): Promise<Actor> => {
    if (!someone) return visitor
    if ('grants' in someone) return someone
    return { id: someone.id, grants: await grantsOf(owner, modules, someone.id), timeZone: 'Europe/Paris' }
  }
  const as = (someone?: Someone) => {
    const answer = async <Op extends Operation>(operation: Op, input: z.input<Op['input']>, call: Partial<Call> = {}): Promise<Answer<Op>> =>
      engineOf(operation).run(operation, input, { actor: await actorOf(someone), origin: { request: v7() }, ...call })
    const run = async <Op extends Operation>(operation: Op, input: z.input<Op['input']>, call?: Partial<Call>): Promise<Output<Op>> =>
      (await answer(operation, input, call)).output
    return { run, answer }
  }
  const facts = async <Data extends z.ZodObject>(fact: Fact<Data>): Promise<z.output<Data>[]> =>
    (await owner.query({ text: 'select data from kernel.fact where name = $1 order by id', values: [fact.name] })).rows.map(({ data }) => data)
  const failures: unknown[] = []
  /** Lets the worker deliver what was recorded and run the jobs that follow; throws the first failure. */
  const work = async () => {
    await workOnce(worker, modules, (error) => failures.push(error))
    if (failures.length) throw failures[0]
  }
  const close = async () => {
    await Promise.all([owner.end(), portal.end(), worker.end(), backOffice.end()])
    await database.drop()
  }
  /** `db` is the owner's: it sees and writes everything, for fixtures and for checks. */
  return { as, actorOf, facts, work, engine, staffEngine, modules, address, close, pools: { owner, portal, worker, backOffice }, db: kyselyOn<any>(owner) }
}

export type World = Awaited<ReturnType<typeof make>>

/** The world of a module in tests: a database of its own for the file, with only what the module needs (the mount test relies on it). */
export const worldOf = (...modules: Module[]): (() => Promise<World>) => {
  let made: Promise<World> | undefined
  afterAll(async () => { await (await made)?.close() })
  return () => made ??= make(inOrder(modules))
}
