const whole = new Intl.NumberFormat('fr-FR')

/** Sentences of the streams, for the back office. */
export const fr = {
  menu: 'Messages non reçus',
  title: 'Messages non reçus',
  lead: 'Messages des sept derniers jours dont la page doit accuser réception. Une personne qui ne s’est pas connectée les attend ; '
    + 'un échec est un message qui n’a pas été reçu alors que la personne était là, ou qui est périmé.',
  caption: 'Messages sans accusé de réception, les échecs d’abord',
  columns: {
    topic: 'Sujet', at: 'Envoyé', people: 'Personnes', waiting: 'Sans accusé', failed: 'Échecs', expires: 'Périmé', id: 'Identifiant',
  },
  number: (value: number) => whole.format(value),
  never: 'jamais',
  empty: 'Aucun message en attente', emptyHelp: 'Tout ce qui demandait un accusé de réception a été reçu.',
}
