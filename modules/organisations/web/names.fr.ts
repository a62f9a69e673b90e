import type { GroupKind, OrganisationKind, Role } from '../roles.ts'

/** What people read for each role. */
export const roleNames: Record<Role, string> = {
  student: 'Élève, étudiante ou étudiant', teacher: 'Enseignante ou enseignant', 'programme-manager': 'Responsable de formation',
  'pedagogical-administrator': 'Administration pédagogique', 'structure-manager': 'Responsable de structure',
    'social-worker': 'Travail social',
  instructor: 'Instruction des dossiers', 'reception-agent': 'Accueil', referent: 'Référente ou référent de parcours',
    mediator: 'Médiation numérique',
  member: 'Membre',
}

export const kindNames: Record<OrganisationKind, string> = {
  establishment: 'Établissement d’enseignement', 'social-structure': 'Structure sociale',
    'mediation-structure': 'Structure de médiation numérique',
  administration: 'Administration',
}

export const groupKindNames: Record<GroupKind, string> = { class: 'Classe', cohort: 'Promotion', programme: 'Formation', team: 'Équipe' }
