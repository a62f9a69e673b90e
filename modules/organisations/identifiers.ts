import { z } from 'zod'

/** La Poste, whose thousands of SIRET outgrew the key: the sum of their digits is a multiple of five (INSEE). */
const LA_POSTE = '356000000'

const digits = (text: string) => Array.from(text, Number)
const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0)

/** The key of Luhn: every second digit from the right counts double, and the sum is a multiple of ten (ISO/IEC 7812-1, annex B). */
const hasLuhnKey = (text: string) => sum(digits(text).toReversed().map((digit, index) => {
  const counted = index % 2 ? digit * 2 : digit
  return counted > 9 ? counted - 9 : counted
})) % 10 === 0

/** 14 digits: the nine of the SIREN, whose key must hold too, then five of the place (INSEE). */
export const isSiret = (text: string): boolean => {
  if (!/^\d{14}$/.test(text)) return false
  if (text.startsWith(LA_POSTE) && sum(digits(text)) % 5 === 0) return true
  return hasLuhnKey(text) && hasLuhnKey(text.slice(0, 9))
}

/** Without the letters that one takes for digits: I, O, Q. */
const UAI_LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** 7 digits and a letter that is their remainder by 23 (Ministry of Education, répertoire Ramsese). */
export const isUai = (text: string): boolean =>
  /^\d{7}[A-Z]$/.test(text) && UAI_LETTERS[Number(text.slice(0, 7)) % UAI_LETTERS.length] === text.at(-1)

const spaceless = (text: string) => text.replaceAll(/[\s.-]/g, '').toUpperCase()

export const siret = z.string().max(30).transform(spaceless).refine((text) => text === '' || isSiret(text))
export const uai = z.string().max(20).transform(spaceless).refine((text) => text === '' || isUai(text))
