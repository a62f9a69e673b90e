import type { Kysely } from 'kysely'
import { v7 } from '#kernel/id.ts'
import type { Actor } from '#kernel/operation/actor.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { supervision } from './module.ts'

export const world = worldOf(supervision)

/** An administrator of the platform, as the session's reader gives them. */
export const anAdministrator = (): Actor & { id: string } =>
  ({ id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' })

interface Given { name: string; data: object; state: 'running' | 'done' | 'failed'; at: string; error: string }

/** A try of a job, as the worker leaves it. @returns its key. */
export const aJob = async (db: Kysely<any>, given: Partial<Given> = {}): Promise<string> => {
  const { name = 'parcels.send', data = {}, state = 'failed', at, error = 'TypeError' } = given
  const [id, when] = [v7(), at ?? new Date().toISOString()]
  await db.insertInto('kernel.job_execution').values({
    id, name, started_at: when, data: JSON.stringify(data), duration_ms: state === 'running' ? null : 1250,
    completed_at: state === 'done' ? when : null, errored_at: state === 'failed' ? when : null,
    result: state === 'done' ? '{"sent": 3}' : null, error: state === 'failed' ? error : null,
  }).execute()
  return id
}

/** A fact that a reaction has failed to take so many times. @returns the key of the fact. */
export const aDelivery = async (db: Kysely<any>, { reaction = 'parcels.weigh', attempts = 2 } = {}) => {
  const id = v7()
  await db.insertInto('kernel.fact').values({
    id, name: 'parcels.sent', version: 1, subject: id, data: '{}', recorded_at: new Date().toISOString(),
    keep_until: new Date(Date.now() + 86_400_000).toISOString(),
  }).execute()
  await db.insertInto('kernel.delivery').values({
    reaction, fact_id: id, subject: id, sequence: 1, attempts, due_at: new Date(Date.now() + 3_600_000).toISOString(),
    error: attempts ? 'Error' : null,
  }).execute()
  return id
}
