import { v7 } from '#kernel/id.ts'
import { worldOf } from '#kernel/testing/world.ts'
import { settings } from './module.ts'

export const world = worldOf(settings)

/** An administrator of the platform, as the session's reader gives them. */
export const anAdministrator = () => ({ id: v7(), grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris' })
