import { plain } from './fields.ts'

/** Roles that a list may give, and how lists name them (SupAnn, OneRoster, Avenirs, French spreadsheets). */
const names = {
  student: ['student', 'etudiant', 'etudiante', 'eleve', 'apprenant', 'apprenante', 'stagiaire', 'learner'],
  teacher: ['teacher', 'enseignant', 'enseignante', 'professeur', 'professeure', 'faculty', 'formateur', 'formatrice'],
  'programme-manager': ['programmemanager', 'responsabledeformation', 'responsableformation', 'responsable'],
  'pedagogical-administrator': ['pedagogicaladministrator', 'administrateurpedagogique', 'administratricepedagogique', 'scolarite'],
  'structure-manager': ['structuremanager', 'responsabledestructure', 'directeur', 'directrice', 'principal'],
  'social-worker': ['socialworker', 'travailleursocial', 'travailleusesociale', 'assistantsocial', 'assistantesociale'],
  instructor: ['instructor', 'instructeur', 'instructrice'],
  'reception-agent': ['receptionagent', 'agentdaccueil', 'accueil'],
  referent: ['referent', 'referente'],
  mediator: ['mediator', 'mediateur', 'mediatrice', 'conseillernumerique'],
  member: ['member', 'membre', 'staff', 'employee', 'personnel', 'agent', 'affiliate', 'researcher'],
} as const
export type Role = keyof typeof names
export const roles = Object.keys(names) as [Role, ...Role[]]

/** The role that a cell names; of several values (`employee|faculty`) the most precise, that is any but member. */
export const roleOf = (text: string): Role | undefined => {
  const found = text.split(/[|,]/).map((one) => {
    const name = plain(one)
    return (Object.entries(names).find(([, known]) => (known as readonly string[]).includes(name))?.[0] as Role | undefined)
  })
  return found.find((role) => role && role !== 'member') ?? found.find(Boolean)
}
