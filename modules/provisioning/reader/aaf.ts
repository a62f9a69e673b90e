import type { Row } from './row.ts'
import { cellOf, childOf, childrenOf, elementsOf, type Element } from './xml.ts'

const HEADING = [
  'id', 'sn', 'givenName', 'mail', 'ENTEleveINE', 'categoriePersonne', 'ENTEleveClasses', 'ENTEleveGroupes', 'ENTAuxEnsClasses', 'ENTAuxEnsGroupes', 'statut',
]
const REQUESTS = new Set(['addRequest', 'modifyRequest', 'deleteRequest'])
/** Functions of those who teach: `2867$ENS$Enseignement$L0202$LETTRES` (nomenclature of the functions, SDET annexe 4). */
const TEACHES = new Set(['ENS', 'DOC'])

const valuesOf = (one: Element) => childrenOf(one, 'value').map(({ text }) => text).filter(Boolean)
/** Attributes of a request, whether it adds or modifies. */
const attributesOf = (request: Element): Map<string, string[]> => {
  const listed = [...childrenOf(childOf(request, 'attributes'), 'attr'), ...childrenOf(childOf(request, 'modifications'), 'modification')]
  return new Map(listed.map((one) => [one.attributes['name'] ?? '', valuesOf(one)]))
}

/** `1234$4E3` → `4E3`, of the establishment named, where one is: a pupil may be in two. */
const codesOf = (values: readonly string[] = [], establishment?: string) => cellOf(values.flatMap((value) => {
  const [structure, code] = value.split('$')
  return establishment === undefined || structure === establishment ? code ?? '' : []
}))

const rowOf = (request: Element): Row | undefined => {
  const operational = childrenOf(childOf(request, 'operationalAttributes'), 'attr')
  const category = operational.find(({ attributes }) => attributes['name'] === 'categoriePersonne')
  const isPupil = category && valuesOf(category)[0] === 'Eleve'
  // Parents (PersRelEleve) have no role in an organisation; establishments, programmes and subjects are nobody.
  if (!isPupil && (!category || valuesOf(category)[0] !== 'PersEducNat')) return undefined
  const attributes = attributesOf(request)
  const one = (name: string) => attributes.get(name)?.[0] ?? ''
  const teaches = attributes.get('ENTPersonFonctions')?.some((value) => TEACHES.has(value.split('$')[1] ?? ''))
  const establishment = (one('ENTEleveStructRattachId') || one('ENTPersonStructRattach')) || undefined
  return { line: request.line, cells: [
    childOf(childOf(request, 'identifier'), 'id')?.text ?? '', one('sn'), one('givenName'), one('mail'), one('ENTEleveINE'),
    isPupil ? 'élève' : teaches ? 'enseignant' : 'personnel',
    codesOf(attributes.get('ENTEleveClasses'), establishment), codesOf(attributes.get('ENTEleveGroupes'), establishment),
    codesOf(attributes.get('ENTAuxEnsClasses')), codesOf(attributes.get('ENTAuxEnsGroupes')),
    request.name === 'deleteRequest' ? 'parti' : '',
  ] }
}

/**
 * Pupils and staff of a file of the Annuaire académique fédérateur (`ficAlimMENESR`), a row each, in the order of the file. Of a person's values only
 * those of the heading are taken.
 */
export async function* aafRows(pieces: AsyncIterable<string>): AsyncGenerator<Row> {
  yield { line: 1, cells: HEADING }
  for await (const request of elementsOf(pieces, REQUESTS)) {
    const row = rowOf(request)
    if (row) yield row
  }
}
