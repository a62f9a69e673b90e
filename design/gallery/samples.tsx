import type { FormRules, Refused } from '#kernel/page/form.ts'
import type { Site } from '#design/site.ts'

const links = [
  { label: 'Plan du site', href: '/plan-du-site' }, { label: 'Mentions légales', href: '/mentions-legales' },
  { label: 'Données personnelles', href: '/donnees-personnelles' }, { label: 'Contact', href: '/contact' },
]

export const sites: Record<'neutral' | 'state', Site> = {
  neutral: {
    name: 'Sillage', tagline: 'Apprendre, prouver, agir, se faire aider', theme: 'neutral', footerLinks: links,
    operator: 'Un service du territoire de Valombre', accessibility: { href: '/accessibilite', level: 'non' },
  },
  state: {
    name: 'Sillage', tagline: 'Apprendre, prouver, agir, se faire aider', theme: 'state', footerLinks: links,
    operator: 'République\nFrançaise', accessibility: { href: '/accessibilite', level: 'partiellement' },
  },
}

export const navigation = [
  { label: 'Accueil', href: '/' },
  { label: 'Partager', href: '/ressources', current: true },
  { label: 'Mes démarches', items: [{ label: 'Ma vie en quêtes', href: '/quetes' }, { label: 'Mes documents',
    href: '/documents' }, { label: 'Mes rendez-vous', href: '/rendez-vous' }] },
  { label: 'Aide', href: '/aide' },
]

export const person = {
  name: 'Nadia Belkacem',
  links: [{ label: 'Mon profil', href: '/profil' }, { label: 'Mes réglages', href: '/reglages' }, { label: 'Se déconnecter',
    post: '/deconnexion' }],
}

export const quickLinks = [{ label: 'Messages', href: '/messages', icon: 'fr-icon-mail-line' as const, count: 3 }]

type Asked = 'title' | 'description' | 'email' | 'link' | 'theme' | 'audiences' | 'visibility' | 'agree' | 'when' | 'file'

export const form: FormRules<Asked> = {
  command: 'publishResource', key: '0192-key',
  fields: {
    title: { name: 'title', type: 'text', required: true, maxLength: 100 },
    description: { name: 'description', type: 'text', required: false, maxLength: 500 },
    email: { name: 'email', type: 'email', required: true },
    link: { name: 'link', type: 'url', required: false },
    theme: { name: 'theme', type: 'choice', required: true, options: ['digital', 'rights'] },
    audiences: { name: 'audiences', type: 'choices', required: true, maxItems: 2, options: ['young', 'old', 'families',
      'jobless'] },
    visibility: { name: 'visibility', type: 'choice', required: true, options: ['public', 'private'] },
    agree: { name: 'agree', type: 'checkbox', required: true },
    when: { name: 'when', type: 'date', required: false },
    file: { name: 'file', type: 'text', required: false },
  },
}

export const refused: Refused = {
  refused: true, command: 'publishResource', status: 422, code: 'input',
  issues: [
    { field: 'title', code: 'too_long', limit: 100 }, { field: 'email', code: 'format' }, { field: 'theme', code: 'required' },
    { field: 'audiences', code: 'too_many', limit: 2 }, { field: 'visibility', code: 'required' },
      { field: 'agree', code: 'required' },
  ],
  typed: {
    title: ['Un atelier pour apprivoiser sa première tablette, pas à pas et sans jargon, avec des fiches à imprimer chez soi'],
    description: ['Pour un groupe de six.'], email: ['nadia@'], audiences: ['young', 'old', 'families'],
      link: ['https://exemple.fr'],
  },
}

const drawing = (a: string, b: string) => `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="${a}"/>`
  + `<path fill="${b}" d="M0 260C120 200 220 320 340 250S560 200 640 260V360H0Z"/>`
  + `<circle cx="500" cy="110" r="52" fill="${b}"/></svg>`)}`

export const resources = [
  { id: 'a', title: 'Apprivoiser sa première tablette',
    text: 'Six séances prêtes à animer, avec les fiches à imprimer et les erreurs les plus courantes.',
    author: 'Réseau Les Passerelles', at: '2026-11-20T08:30:00Z', saves: 42, image: drawing('#cfe6e2', '#0a5558'),
    tag: 'Inclusion numérique', state: 'Publiée' },
  { id: 'b', title: 'Demander une aide au logement sans se perdre',
    text: 'Le parcours expliqué en images, du simulateur au premier versement.', author: 'Centre social de Valombre',
    at: '2026-11-21T10:12:00Z', saves: 17, image: drawing('#fbe8cb', '#b9481a'), tag: 'Accès aux droits', state: 'Brouillon' },
  { id: 'c', title: 'Repérer un message trompeur', text: 'Un jeu de cartes pour reconnaître les pièges courants.',
    author: 'Université de la Baie', at: '2025-03-03T10:00:00Z', saves: 3, image: drawing('#dcedea', '#26393d'), tag: 'Sécurité',
    state: 'Publiée' },
]
