import { dateIn } from '#kernel/date.ts'
import { Unreadable, type Row } from './row.ts'
import { cellOf, childOf, childrenOf, elementsOf, type Element } from './xml.ts'

const HEADING = ['ELEVE_ID', 'ID_NATIONAL', 'NOM', 'PRENOM', 'MEL', 'rôle', 'CODE_STRUCTURE', 'DATE_ENTREE', 'DATE_SORTIE', 'statut']
/** A file is of one school: beyond, its classes would fill the memory. */
const MOST_PUPILS = 50_000

/** Classes and groups of each pupil, by ELEVE_ID: they stand apart from the pupils, before or after them. */
const structuresOf = async (pieces: AsyncIterable<string>): Promise<Map<string, string>> => {
  const structures = new Map<string, string>()
  for await (const one of elementsOf(pieces, new Set(['STRUCTURES_ELEVE']))) {
    const codes = childrenOf(one, 'STRUCTURE').map((structure) => childOf(structure, 'CODE_STRUCTURE')?.text ?? '')
    structures.set(one.attributes['ELEVE_ID'] ?? '', cellOf(codes))
    if (structures.size > MOST_PUPILS) throw new Unreadable('too-large', one.line)
  }
  return structures
}

/** `31/08/2026` → `2026-08-31`, to be compared. */
const dayOf = (date: string) => date.split('/').toReversed().join('-')

const rowOf = (pupil: Element, structures: ReadonlyMap<string, string>, today: string): Row => {
  const one = (name: string) => childOf(pupil, name)?.text ?? ''
  const id = pupil.attributes['ELEVE_ID'] ?? ''
  // Who has left stays in the file for the year, with their last class.
  const hasLeft = one('DATE_SORTIE') !== '' && dayOf(one('DATE_SORTIE')) < today
  return { line: pupil.line, cells: [
    id, one('ID_NATIONAL'), one('NOM_USAGE') || one('NOM_DE_FAMILLE') || one('NOM'), one('PRENOM'), one('MEL'), 'élève', structures.get(id) ?? '',
    one('DATE_ENTREE'), hasLeft ? '' : one('DATE_SORTIE'), hasLeft ? 'parti' : '',
  ] }
}

/**
 * Pupils of an export of SIECLE (`BEE_ELEVES`), a row each. The file is read twice: for the classes, then for the pupils; only the classes are in memory.
 * @param open the text from its start, each time.
 */
export async function* siecleRows(open: () => AsyncIterable<string>, today = dateIn(new Date())): AsyncGenerator<Row> {
  yield { line: 1, cells: HEADING }
  const structures = await structuresOf(open())
  for await (const pupil of elementsOf(open(), new Set(['ELEVE']))) yield rowOf(pupil, structures, today)
}

/** UAI of the establishment of which the file is, where its start says it. */
export const establishmentIn = (start: string): string | undefined => /<UAJ>\s*(\d{7}[A-Z])\s*<\/UAJ>/i.exec(start)?.[1]?.toUpperCase()
