import type { BaseKey } from './bases.ts'
import type { PersonKey } from './people.ts'

/** Invitations that wait for their answer, to somebody of the demonstration or to an address that nobody has here. */
export const invitations: { by: PersonKey, base?: BaseKey, resource?: string, to: { person: PersonKey } | { email: string }, message: string }[] = [
  { by: 'nadia', base: 'fabrique', to: { person: 'karim' }, message: 'On prépare la journée d’avril sur les démarches étudiantes. Tu nous manques.' },
  { by: 'elodie', base: 'ccas', to: { email: 'f.lestrade@courvaudel.example' }, message: 'Comme convenu au comité : votre commune peut écrire ici avec nous.' },
  { by: 'lilou', resource: 'jeux-video-pegi', to: { person: 'odile' }, message: 'Vous aviez plein d’idées pour la partie sur les achats.' },
]

/** Who asks to be in a base, in their words. */
export const joinRequests: { by: PersonKey, base: BaseKey, message: string }[] = [
  { by: 'svitlana', base: 'passeurs', message: 'Je traduis déjà vos fiches pour les familles ukrainiennes. J’aimerais le faire ici, avec vous, pour que ce soit relu.' },
]

/** Drafts that their author deleted a few days ago, and may still bring back. */
export const deleted: { by: PersonKey, title: string, description: string, daysAgo: number }[] = [
  { by: 'nadia', title: 'Planning des permanences de l’automne', description: 'Remplacé par le tableau partagé de la Fabrique.', daysAgo: 6 },
]

/** What people said of the service itself. */
export const siteFeedback: { by: PersonKey, rating: number, area?: 'search' | 'resources' | 'collections' | 'profile' | 'bases' | 'other', text: string, daysAgo: number }[] = [
  { by: 'marcel', rating: 9, text: 'Les lettres sont assez grosses. Merci pour mes yeux.', daysAgo: 64 },
  { by: 'gwenaelle', rating: 7, area: 'search', text: 'Je cherche souvent pour un public précis : le filtre est bien, mais il est loin sur mon téléphone.', daysAgo: 38 },
  { by: 'thi-lan', rating: 8, area: 'resources', text: 'Écrire à deux marche bien. J’aimerais des notes de bas de page.', daysAgo: 21 },
  { by: 'dimitri', rating: 6, area: 'collections', text: 'J’ai mis du temps à comprendre qu’une base pouvait avoir ses collections.', daysAgo: 12 },
  { by: 'odile', rating: 9, text: 'Tout est clair, même pour moi.', daysAgo: 3 },
]

/** Those who have been here for long are not welcomed again; Svitlana and Camille are in the middle of it. */
export const welcomed: PersonKey[] = [
  'nadia', 'joaquim', 'stephane', 'dimitri', 'elodie', 'aissatou', 'maeva', 'jean-baptiste', 'gwenaelle', 'mamadou', 'solene', 'beatrice', 'karim',
  'lilou', 'yanis', 'thi-lan', 'marcel', 'odile', 'murielle',
]
