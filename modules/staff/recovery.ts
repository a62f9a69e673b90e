import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { hashOf } from '#modules/identity/api.ts'
import { opened, sealedFor } from './ticket.ts'

export const HOW_MANY = 10
/** Crockford's letters: none looks like another (https://www.crockford.com/base32.html). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** In letters of five bits: eighty bits. */
const LENGTH = 16
/** So long may one take to note them. In milliseconds. */
const VALID = 30 * 60_000

const newCode = () => [...randomBytes(LENGTH)].map((byte) => LETTERS[byte % 32]).join('').replace(/(.{4})(?=.)/g, '$1-')

/** Letters alone, those that are mistaken for one another read as one. */
const plain = (code: string) => code.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

export const hashOfCode = (code: string): Buffer => hashOf(`recovery code ${plain(code)}`)

/** Codes to note, and the same ones sealed for this person: they travel by the form and are kept nowhere until they are in force. */
export const offeredCodes = (personId: string, now: string): { codes: string[]; sealed: string } => {
  const codes = Array.from({ length: HOW_MANY }, newCode)
  return { codes, sealed: sealedFor(`codes ${personId}`, codes, now, VALID) }
}

/** @returns the codes, or none when it is not what we gave to this person, or too late. */
export const takenCodes = (personId: string, sealed: string, now: string): string[] | undefined =>
  opened(`codes ${personId}`, sealed, z.array(z.string()), now)
