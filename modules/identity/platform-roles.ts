/** Roles that hold on the whole platform; those in an organisation are the module organisations'. */
export const platformRoles = ['administrator', 'moderator', 'support'] as const
export type PlatformRole = typeof platformRoles[number]
