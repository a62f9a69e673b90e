import type { PersonKey } from './people.ts'

/** What people said of published resources: a rating from 1 to 4, often a comment, sometimes an answer below it. */
export interface Opinion {
  resource: string
  person: PersonKey
  rating: 1 | 2 | 3 | 4
  daysAgo: number
  comment?: string
  answers?: { person: PersonKey, daysAgo: number, comment: string }[]
}

export const opinions: Opinion[] = [
  {
    resource: 'souris', person: 'marcel', rating: 4, daysAgo: 320,
    comment: 'C’est ainsi que j’ai appris. Les quatre coins de l’écran, je les fais encore quand je suis énervé.',
    answers: [{ person: 'nadia', daysAgo: 319,
      comment: 'Vous en avez fait une méthode de relaxation, Marcel. Je l’ajoute à la fiche.' }],
  },
  {
    resource: 'souris', person: 'maeva', rating: 4, daysAgo: 250,
    comment: 'Utilisé avec deux personnes après un accident de la main : on a remplacé le double-clic par Entrée. Parfait.',
  },
  {
    resource: 'hameconnage', person: 'aissatou', rating: 4, daysAgo: 210,
    comment: 'Joué en salle d’attente avec six personnes qui ne se connaissaient pas. Une dame a osé raconter son histoire.',
  },
  {
    resource: 'hameconnage', person: 'jean-baptiste', rating: 3, daysAgo: 130,
    comment: 'Très bien. Il manquerait une carte sur les fausses locations, nous en voyons toutes les semaines.',
    answers: [
      { person: 'joaquim', daysAgo: 129, comment: 'Bonne idée. Auriez-vous un exemple, sans aucun nom ?' },
      { person: 'jean-baptiste', daysAgo: 128, comment: 'Je vous l’envoie demain, une fois réécrit.' },
    ],
  },
  {
    resource: 'grille-diagnostic', person: 'stephane', rating: 4, daysAgo: 280,
    comment: 'La question 10 a changé notre façon de commencer les permanences.',
  },
  {
    resource: 'grille-diagnostic', person: 'karim', rating: 3, daysAgo: 90,
    comment: 'Adaptée pour les étudiants qui arrivent en cours d’année. J’ai remplacé la question 7 par l’inscription en ligne.',
  },
  {
    resource: 'titre-de-sejour', person: 'murielle', rating: 4, daysAgo: 120,
    comment: 'Je le donne aux familles qui arrivent. Le mot « récépissé » est le plus difficile, merci pour l’explication.',
  },
  {
    resource: 'declarer-revenus', person: 'marcel', rating: 3, daysAgo: 150,
    comment: 'Clair. Mais pourquoi le bouton change-t-il de place tous les ans ?',
  },
  {
    resource: 'classe-inversee', person: 'joaquim', rating: 4, daysAgo: 240,
    comment: 'Le ticket d’entrée fonctionne aussi en atelier. Les habitués réclament le leur quand je l’oublie.',
    answers: [{ person: 'mamadou', daysAgo: 238, comment: 'Les miens ont essayé de m’en faire remplir un. Je l’ai fait.' }],
  },
  {
    resource: 'cookies', person: 'aissatou', rating: 3, daysAgo: 200,
    comment: 'La question « qui paie la météo ? » relance tout. Deux sites de la liste ont changé, à mettre à jour.',
  },
  {
    resource: 'ia-debranchee', person: 'elodie', rating: 4, daysAgo: 70,
    comment: 'Animée au CCAS sans être informaticienne, avec mes collègues de l’accueil. On en parle encore à la cantine.',
  },
  {
    resource: 'facile-a-lire', person: 'murielle', rating: 4, daysAgo: 190,
    comment: 'J’étais sceptique. J’ai réécrit trois courriers de l’état civil : moins d’appels dès le premier mois.',
  },
  {
    resource: 'jeux-video-pegi', person: 'odile', rating: 4, daysAgo: 40,
    comment: 'Mon fils a lu par-dessus mon épaule et il a dit « enfin ». Nous avons fait le code d’achat ensemble.',
  },
  {
    resource: 'choisir-reconditionne', person: 'odile', rating: 2, daysAgo: 100,
    comment: 'Utile, mais je ne sais pas comment vérifier la batterie moi-même dans le magasin.',
    answers: [{ person: 'dimitri', daysAgo: 98,
      comment: 'Vous avez raison, c’est le point faible. J’ajoute un pas-à-pas avec des photos.' }],
  },
  {
    resource: 'fiche-etabli', person: 'nadia', rating: 4, daysAgo: 300,
    comment: 'La pince sur le capot, c’est bête et ça sauve des heures.',
  },
  {
    resource: 'budget-mensuel', person: 'stephane', rating: 4, daysAgo: 160,
    comment: 'Ne discutez jamais le gris : je l’ai écrit au-dessus de mon bureau.',
  },
  {
    resource: 'grand-oral', person: 'yanis', rating: 4, daysAgo: 20,
    comment: 'Les huit secondes de silence étaient vraiment très longues. Ça marche.',
  },
]
