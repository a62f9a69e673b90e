import type { FastifyReply } from 'fastify'

/** A cell of RFC 4180; a spreadsheet would run what begins like a formula (OWASP, CSV injection). */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A small table for a spreadsheet: UTF-8 with its mark, semicolons and CRLF, as French ones expect. */
export const csvOf = (columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`

/** @param name of the file, without accents nor spaces */
export const sendCsv = (reply: FastifyReply, name: string, csv: string) => reply.headers({
  'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'no-store',
}).send(csv)
