import { access } from '#modules/access/module.ts'
import { announcements } from '#modules/announcements/module.ts'
import { audit } from '#modules/audit/module.ts'
import { bases } from '#modules/bases/module.ts'
import { files } from '#modules/files/module.ts'
import { identity } from '#modules/identity/module.ts'
import { live } from '#modules/live/module.ts'
import { mail } from '#modules/mail/module.ts'
import { messaging } from '#modules/messaging/module.ts'
import { notifications } from '#modules/notifications/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { outside } from '#modules/outside/module.ts'
import { privacy } from '#modules/privacy/module.ts'
import { provisioning } from '#modules/provisioning/module.ts'
import { moderation } from '#modules/moderation/module.ts'
import { search } from '#modules/search/module.ts'
import { settings } from '#modules/settings/module.ts'
import { staff } from '#modules/staff/module.ts'
import { statistics } from '#modules/statistics/module.ts'
import { supervision } from '#modules/supervision/module.ts'
import { switches } from '#modules/switches/module.ts'
import { terms } from '#modules/terms/module.ts'
import { inOrder, type Module } from '#kernel/operation/module.ts'

/** All that exists today. The demonstration adds its own module (demo/module.ts), which nothing else mounts. */
const all = [audit, settings, switches, identity, live, mail, outside, notifications, moderation, staff, organisations, messaging, access, files, search, bases, provisioning, privacy, statistics, supervision, announcements, terms]

/**
 * What this process mounts: everything, or the modules that `SILLAGE_MODULES` names (separated by commas) with what they need.
 * @throws Error that names a module that does not exist.
 */
export const modulesOf = (names: string | undefined, more: readonly Module[] = []): Module[] => {
  const wanted = names?.split(',').map((name) => name.trim()).filter(Boolean)
  if (!wanted?.length) return inOrder([...all, ...more])
  return inOrder([...wanted.map((name) => {
    const found = all.find((module) => module.name === name)
    if (!found) throw new Error(`SILLAGE_MODULES names "${name}", which does not exist. The modules are: ${all.map((module) => module.name).join(', ')}.`)
    return found
  }), ...more])
}

export const modules: Module[] = modulesOf(undefined)
