import { groupKindNames, kindNames } from '../names.fr.ts'

const people = (count: number) => count < 2 ? `${count} personne` : `${count} personnes`

const day = (date: string) => date.split('-').toReversed().join('/')

/** Sentences about organisations, for the back office. */
export const fr = {
  menu: 'Organisations', kinds: kindNames, groupKinds: groupKindNames, cancel: 'Annuler', unnamed: 'Personne sans nom', people,
  list: {
    title: 'Organisations', create: 'Ouvrir une organisation', words: 'Nom, SIRET ou UAI', kind: 'Type', anyKind: 'Tous les types',
      state: 'État',
    anyState: 'Tous les états', states: { open: 'Ouvertes', closed: 'Fermées', unadministered: 'Sans responsable' }, search: 'Filtrer',
    count: (count: number) => count < 2 ? `${count} organisation` : `${count} organisations`,
    columns: { name: 'Nom', kind: 'Type', numbers: 'Numéros', people: 'Personnes', state: 'État' },
    open: 'ouverte', closed: 'fermée', unadministered: 'sans responsable', empty: 'Aucune organisation ne correspond.',
    emptyMore: 'Changez les filtres, ou ouvrez une organisation.',
  },
  fields: {
    kind: 'Type', name: 'Nom', siret: 'SIRET', siretHint: '14 chiffres, dont la clé est vérifiée. Peut rester vide.', uai: 'UAI',
    uaiHint: 'Pour un établissement d’enseignement : 7 chiffres et une lettre. Peut rester vide.', parent: 'Fait partie de',
    parentHint: 'SIRET ou UAI de l’organisation au-dessus. Peut rester vide.', timeZone: 'Fuseau horaire',
    timeZoneHint: 'Un rôle qui prend fin un jour prend fin à minuit, à cette heure.',
      administrator: 'Adresse de la première personne responsable',
    administratorHint: 'Elle recevra une invitation. Vous pourrez aussi l’envoyer plus tard.',
  },
  timeZones: {
    'Europe/Paris': 'Hexagone et Corse', 'America/Guadeloupe': 'Guadeloupe, Saint-Martin, Saint-Barthélemy',
      'America/Martinique': 'Martinique',
    'America/Cayenne': 'Guyane', 'America/Miquelon': 'Saint-Pierre-et-Miquelon', 'Indian/Reunion': 'La Réunion',
      'Indian/Mayotte': 'Mayotte',
    'Pacific/Noumea': 'Nouvelle-Calédonie', 'Pacific/Tahiti': 'Polynésie : îles de la Société', 'Pacific/Wallis': 'Wallis-et-Futuna',
  },
  create: { title: 'Ouvrir une organisation', submit: 'Ouvrir l’organisation' },
  edit: { title: (name: string) => `Modifier ${name}`, submit: 'Enregistrer' },
  sheet: {
    edit: 'Modifier', groups: (count: number) => count < 2 ? `${count} groupe ouvert` : `${count} groupes ouverts`,
      seeGroups: 'Voir les groupes',
    identity: 'Carte d’identité', none: 'non renseigné', children: 'Organisations au-dessous', opened: 'Ouverte', closed: 'Fermée',
      requests: 'Demandes',
    requestsOn: 'acceptées', requestsOff: 'fermées', peopleCount: 'Personnes',
    administrators: 'Responsables de structure', nobody: 'Personne ne gère cette organisation',
    nobodyMore: 'Aucune personne n’y a de rôle de responsable en cours avec un compte ouvert. Invitez-en une.',
    suspended: 'compte suspendu', until: 'jusqu’au', since: 'depuis le',
    invite: 'Nommer une personne responsable', inviteLead: 'Elle reçoit une invitation par courriel, et l’accepte avec cette adresse.',
    email: 'Adresse électronique', inviteSubmit: 'Envoyer l’invitation', invitations: 'Invitations sans réponse',
      inviteStates: { good: 'en attente', expired: 'expirée', used: 'acceptée', revoked: 'annulée' },
    revoke: 'Annuler l’invitation', revokeTitle: (email: string) => `Annuler l’invitation de ${email} ?`,
    revokeWhat: (email: string) => `Le lien envoyé à ${email} ne s’ouvrira plus.`,
    close: 'Fermer l’organisation', closeTitle: (name: string) => `Fermer ${name} ?`,
    closeWhat: (name: string, count: number) =>
      `Les rôles de ${people(count)} dans ${name} ne donneront plus aucun accès. Rien n’est effacé : vous pourrez la rouvrir.`,
    reopen: 'Rouvrir l’organisation', closedLead: 'Cette organisation est fermée : ses rôles ne donnent aucun accès.',
  },
  /** One role of a person, on their sheet. */
  sheetRole: (role: string, group: string | null, from: string, to: string | null) =>
    `${role}${group ? `, dans « ${group} »` : ''}, depuis le ${day(from)}${to ? ` et jusqu’au ${day(to)}` : ''}`,
  refusals: {
    'organisations.uai-not-taken': 'Seul un établissement d’enseignement a un UAI.',
    'organisations.no-parent': 'Aucune organisation n’a ce numéro.',
    'organisations.parent-within':
      'Une organisation ne peut pas faire partie d’elle-même, ni d’une organisation placée au-dessous d’elle.',
    'organisations.siret-taken': 'Une autre organisation a déjà ce SIRET.',
    'organisations.uai-taken': 'Une autre organisation a déjà cet UAI.',
    'organisations.organisation-closed': 'Cette organisation est fermée.',
    'organisations.organisation-open': 'Cette organisation est ouverte.',
    'organisations.no-group': 'Ce groupe n’existe pas, ou il est fermé.',
  } as Record<string, string>,
  done: {
    createOrganisation: 'L’organisation est ouverte.', updateOrganisation: 'L’organisation est modifiée.',
      closeOrganisation: 'L’organisation est fermée.',
    reopenOrganisation: 'L’organisation est rouverte.', inviteAdministrator: 'L’invitation part dans un instant.',
    revokeAdministratorInvitation: 'L’invitation est annulée.', createOrganisationGroup: 'Le groupe est créé.',
      editOrganisationGroup: 'Le groupe est modifié.',
    closeOrganisationGroup: 'Le groupe est fermé.', reopenOrganisationGroup: 'Le groupe est rouvert.',
  } as Record<string, string>,
}
