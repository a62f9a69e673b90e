import { countShared } from '../counting.ts'
import { indexProfiles } from '../profile-index.ts'
import { importBases } from './bases.ts'
import { importPeople } from './people.ts'
import { readExport } from './read.ts'
import { importResources } from './resources.ts'
import { importing, type Given, type Report } from './work.ts'

export type { Report }

/**
 * Brings an export of the national service in: people, bases with their members, resources with what they hold. Each row is written once,
 * under the identifier that it had there: what was cut goes on, what is done again changes nothing. A dry run writes nothing and reports
 * the same.
 */
export const importLegacy = async (given: Given): Promise<Report> => {
  const work = importing(given, await readExport(given.folder))
  await importPeople(work)
  await importBases(work)
  await importResources(work)
  if (!given.dryRun) {
    await indexProfiles(work.context, [...work.people.values()])
    await countShared(work.context)
  }
  return work.report
}
