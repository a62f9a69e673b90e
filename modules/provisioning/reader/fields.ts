/** What a column may hold. `ignore` is for all the rest, passwords first: they are neither kept nor looked at. */
export const fields = [
  'eppn', 'externalId', 'studentId', 'employeeId', 'username', 'email', 'lastName', 'firstName', 'role', 'group', 'status', 'validFrom', 'validTo',
  'ignore',
] as const
export type Field = typeof fields[number]

/** Kinds under which identifiers are kept, the surest first: a row is known by the first one that it has. */
export const identifierKinds = { eppn: 'eppn', externalId: 'external-id', studentId: 'student-id', employeeId: 'employee-id', username: 'username' } as const
export type IdentifierField = keyof typeof identifierKinds
export type IdentifierKind = typeof identifierKinds[IdentifierField]

/** Letters and digits of a heading, without accents nor capitals: « Prénom » is `prenom`. */
export const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Headings seen in the formats that the README lists, in the order of `fields`. */
const headings: Record<Exclude<Field, 'ignore'>, readonly string[]> = {
  eppn: ['eppn', 'edupersonprincipalname', 'identifiantedupersonprincipalname'],
  externalId: ['externalid', 'identifiantexterne', 'identifiant', 'sourcedid', 'uid', 'supannrefid', 'id', 'eleveid', 'numerointerne'],
  studentId: ['studentid', 'numeroetudiant', 'numetudiant', 'codeetudiant', 'supannetuid', 'ine', 'supanncodeine', 'identifieretudiant', 'idnational', 'identifiantnational', 'enteleveine'],
  employeeId: ['employeeid', 'matricule', 'supannempid', 'numeroagent'],
  username: ['username', 'login', 'nomutilisateur', 'identifiantconnexion', 'nomdeconnexion'],
  email: ['email', 'mail', 'courriel', 'adresseelectronique', 'adressecourriel', 'adressemail', 'emailaddress', 'adresse', 'mel'],
  lastName: ['lastname', 'nom', 'nomdefamille', 'nomusuel', 'familyname', 'surname', 'sn'],
  firstName: ['firstname', 'prenom', 'givenname', 'prenomusuel'],
  role: ['role', 'roles', 'category', 'categorie', 'profil', 'fonction', 'edupersonprimaryaffiliation', 'edupersonaffiliation', 'categoriepersonne'],
  group: [
    'group', 'groups', 'groupe', 'groupes', 'classe', 'classes', 'groupidsisco', 'promotion', 'formation', 'etape', 'supannetuetape', 'cohort', 'cohorte',
    'division', 'codestructure', 'enteleveclasses', 'entelevegroupes', 'entauxensclasses', 'entauxensgroupes',
  ],
  status: ['status', 'statut', 'etat', 'enableduser'],
  validFrom: ['validfrom', 'datededebut', 'debut', 'startdate', 'datedentree', 'dateentree'],
  validTo: ['validto', 'datedefin', 'fin', 'enddate', 'datedesortie', 'datesortie', 'supannetudatefin'],
}

/** What a heading says of its column, whatever the format. */
export const fieldOf = (heading: string): Field => {
  const name = plain(heading)
  return (Object.entries(headings).find(([, names]) => names.includes(name))?.[0] as Field | undefined) ?? 'ignore'
}
