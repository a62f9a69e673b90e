import { pdf } from './pdf.ts'
import * as sheets from './sheets.ts'
import * as tables from './tables.ts'

/** A byte-order mark, so that spreadsheets read the accents. */
const csv = (rows: string[][]) => Buffer.from(`\ufeff${rows.map((row) => row.map((cell) =>
  /[;"\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell).join(';')).join('\r\n')}\r\n`)

const plain = (source: string) => Buffer.from(`${source.trim().split('\n').map((line) => line.trim()).join('\r\n')}\r\n`)

const made = {
  'fiche-souris.pdf': () => pdf(sheets.mouse, 1.2),
  'grille-diagnostic.pdf': () => pdf(sheets.diagnosis),
  'cartes-hameconnage.pdf': () => pdf(sheets.phishingCards),
  'memo-compte-pirate.pdf': () => pdf(sheets.hackedAccount),
  'fiche-etabli.pdf': () => pdf(sheets.workbench),
  'trame-entretien.pdf': () => pdf(sheets.interview),
  'annuaire-lieux.csv': () => csv(tables.places),
  'budget-mensuel.csv': () => csv(tables.budget),
  'grille-competences.csv': () => csv(tables.rubric),
  'scenario-ia-debranchee.txt': () => plain(sheets.unpluggedAi),
}

export type FileName = keyof typeof made

export const fileNames = Object.keys(made) as FileName[]

const mimes: Record<string, string> = { pdf: 'application/pdf', csv: 'text/csv', txt: 'text/plain' }

export interface WorldFile { name: FileName, mime: string, bytes: Buffer }

export const fileNamed = (name: FileName): WorldFile => ({ name, mime: mimes[name.split('.').at(-1)!]!, bytes: made[name]() })

export const files = (): WorldFile[] => fileNames.map(fileNamed)
