import type { Context } from '#kernel/operation/operation.ts'
import { codeAt, enrolForDemonstration } from '#modules/staff/api.ts'
import { people } from './world/people.ts'

/** The one person who administers the platform of the demonstration. */
export const administrator = people.find(({ role }) => role === 'platform administrator')!

/**
 * What their telephone holds. Everybody may know it, as everybody may read their mail: the demonstration keeps its back office closed by the
 * addresses that may reach it, this machine's alone.
 */
const secret = Buffer.from('Val d’Aubrière 2026!').subarray(0, 20)

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 §6, in groups of four. */
export const shownSecret = [...secret].map((byte) => byte.toString(2).padStart(8, '0')).join('').match(/.{5}/g)!
  .map((bits) => LETTERS[Number.parseInt(bits, 2)]).join('').replace(/(.{4})(?=.)/g, '$1 ')

/** The code of an instant, in milliseconds. */
export const codeOfTheMoment = (at = Date.now()): string => codeAt(secret, at)

export const seedStaff = (context: Context, ids: ReadonlyMap<string, string>) =>
  enrolForDemonstration(context, ids.get(administrator.key)!, secret, 'Téléphone de Camille')

if (import.meta.main) console.log(codeOfTheMoment())
