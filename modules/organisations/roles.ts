/** What an organisation is; French terms in the README. */
export const organisationKinds = ['establishment', 'social-structure', 'mediation-structure', 'administration'] as const
export type OrganisationKind = typeof organisationKinds[number]

export const groupKinds = ['class', 'cohort', 'programme', 'team'] as const
export type GroupKind = typeof groupKinds[number]

/** What a person is in an organisation, or in a group of it. A person may be several things. */
export const roles = [
  'student', 'teacher', 'programme-manager', 'pedagogical-administrator', 'structure-manager',
  'social-worker', 'instructor', 'reception-agent', 'referent', 'mediator', 'member',
] as const
export type Role = typeof roles[number]

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/**
 * What each role holds at once, the first step down. A partial order: a social worker and a teacher hold neither the other's rights.
 * Nobody grants a role that is not below or equal to one of theirs (policy.ts).
 */
const below: Readonly<Record<Role, readonly Role[]>> = {
  'structure-manager': ['pedagogical-administrator', 'social-worker', 'instructor', 'referent', 'mediator'],
  'pedagogical-administrator': ['programme-manager'],
  'programme-manager': ['teacher', 'student'],
  'social-worker': ['reception-agent'],
  instructor: ['reception-agent'],
  teacher: ['member'], student: ['member'], 'reception-agent': ['member'], referent: ['member'], mediator: ['member'],
  member: [],
}

/** The role itself and all those under it, in the order of `roles`. */
export const heldBy = (role: Role): readonly Role[] => {
  const held = new Set<Role>([role])
  for (const one of held) for (const under of below[one]) held.add(under)
  return roles.filter((one) => held.has(one))
}

/** Whether who holds `mine` holds all that `other` gives. */
export const covers = (mine: Role, other: Role): boolean => heldBy(mine).includes(other)

/** Manage everything, so never a group alone. */
export const wholeOnly: readonly Role[] = ['pedagogical-administrator', 'structure-manager']
/** Manages a programme, so always in a group. */
export const groupOnly: readonly Role[] = ['programme-manager']

/** Whether the role can be held there: in the whole organisation, or in a group. */
export const fits = (role: Role, inGroup: boolean): boolean => !(inGroup ? wholeOnly : groupOnly).includes(role)
