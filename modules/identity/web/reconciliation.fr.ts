import type { Fault } from '../reconciliation/announced.ts'

/** Sentences of addresses that an administration announced: for who announces them, and for who is concerned. */
export const fr = {
  menu: 'Changements d’adresse',
  title: 'Annoncer des changements d’adresse',
  lead: 'Une liste dit quelle adresse suivra laquelle. Elle ne change aucun compte : chaque personne se voit proposer sa nouvelle adresse, et la confirme elle-même.',
  counts: (announced: number, settled: number) => `Adresses annoncées : ${announced}. Confirmées par les personnes : ${settled}.`,
  list: 'La liste',
  listHint: 'Une ligne par personne, deux colonnes : l’adresse d’aujourd’hui, puis la nouvelle. Séparées par un point-virgule, une virgule ou une tabulation.',
  mode: 'Que faire ?',
  modes: { rehearsal: 'Vérifier seulement', import: 'Importer' } as Record<string, string>,
  submit: 'Continuer',
  report: { rehearsal: 'Ce qui se passerait', import: 'Ce qui est fait' } as Record<string, string>,
  lines: { added: 'Adresses ajoutées', known: 'Déjà annoncées', wrong: 'Lignes écartées' },
  faulty: 'Lignes écartées',
  columns: { line: 'Ligne', why: 'Pourquoi' },
  faults: {
    columns: 'Il n’y a pas deux colonnes.', address: 'Une des adresses n’est pas complète.', same: 'Les deux adresses sont la même.',
    twice: 'La nouvelle adresse est déjà sur une autre ligne.',
  } satisfies Record<Fault, string>,
  more: (count: number) => `… et ${count} de plus.`,
  /** To the person concerned. */
  mine: {
    title: 'Une nouvelle adresse vous est annoncée',
    what: (before: string, after: string) => `Votre administration annonce que ${after} suivra ${before}. Si c’est bien la vôtre, confirmez-la : elle ouvrira ce compte aussi.`,
    submit: 'Recevoir un lien à cette adresse',
    see: 'Voir la nouvelle adresse',
  },
  refusals: { 'identity.list-unreadable': 'La liste ne se lit pas : un guillemet ouvert n’est pas fermé.' } as Record<string, string>,
  done: { proveAnnouncedAddress: 'Regardez vos courriels : un lien vous attend à cette adresse.' } as Record<string, string>,
}
