import type { PageRoute } from '#kernel/operation/module.ts'

const page = (path: string, name: string): PageRoute => ({ path, file: `modules/organisations/web/${name}Page.tsx`,
  id: `organisations/${name}` })

export const pages: PageRoute[] = [
  page('/mes-organisations', 'MyOrganisations'),
  page('/mes-organisations/trouver', 'FindOrganisation'),
  page('/mes-organisations/:organisationId', 'Organisation'),
  page('/mes-organisations/:organisationId/personnes', 'People'),
  page('/mes-organisations/:organisationId/personnes/:personId', 'Member'),
  page('/mes-organisations/:organisationId/groupes', 'Groups'),
  page('/mes-organisations/:organisationId/invitations', 'Invitations'),
  page('/mes-organisations/:organisationId/demandes', 'JoinRequests'),
  page('/mes-organisations/:organisationId/reglages', 'OrganisationSettings'),
  page('/invitation', 'Invitation'),
]

const query = (values: Record<string, string | undefined>): string => {
  const params = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => value ? [[name, value]] : []))
  return params.size ? `?${params}` : ''
}

const of = (organisationId: string) => `/mes-organisations/${organisationId}`

/** What the list of people keeps in its address: the input of `listPeople`. */
export interface PeopleFilters { words?: string, role?: string, groupId?: string, after?: string, before?: string }

export const urls = {
  /** @param joined an organisation that one has just entered. @param leave one that one asks to leave. */
  mine: (asked: { joined?: string, leave?: string } = {}) => `/mes-organisations${query({ entree: asked.joined, quitter: asked.leave })}`,
  find: (filters: { words?: string, kind?: string, ask?: string } = {}) =>
    `/mes-organisations/trouver${query({ words: filters.words, kind: filters.kind, demander: filters.ask })}`,
  organisation: of,
  people: (organisationId: string, filters: PeopleFilters = {}) => `${of(organisationId)}/personnes${query({ ...filters })}`,
  /** @param asked a membership that one asks to end, or whose dates one changes. */
  member: (organisationId: string, personId: string, asked: { end?: string, dates?: string } = {}) =>
    `${of(organisationId)}/personnes/${personId}${query({ retirer: asked.end, dates: asked.dates })}`,
  groups: (organisationId: string, asked: { edit?: string, close?: string } = {}) =>
    `${of(organisationId)}/groupes${query({ modifier: asked.edit, fermer: asked.close })}`,
  invitations: (organisationId: string, asked: { revoke?: string, after?: string } = {}) =>
    `${of(organisationId)}/invitations${query({ annuler: asked.revoke, after: asked.after })}`,
  requests: (organisationId: string, asked: { refuse?: string, after?: string } = {}) =>
    `${of(organisationId)}/demandes${query({ refuser: asked.refuse, after: asked.after })}`,
  settings: (organisationId: string) => `${of(organisationId)}/reglages`,
  /** What the mail links to; the page's input is `token`, as the operation's. */
  invitation: (token: string) => `/invitation${query({ token })}`,
}
