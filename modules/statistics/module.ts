import { module } from '#kernel/operation/module.ts'
import { bases } from '#modules/bases/module.ts'
import { identity } from '#modules/identity/module.ts'
import { search } from '#modules/search/module.ts'
import { countDaysAgain } from './jobs.ts'
import { showStatistics } from './operations/show-statistics.ts'
import { rawRoutes } from './raw.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

/** Numbers of the whole platform, for everybody. */
export const statistics = module({
  name: 'statistics',
  folder: 'modules/statistics',
  needs: [identity, search, bases],
  operations: { showStatistics },
  raw: rawRoutes,
  jobs: [countDaysAgain],
  menu: [{ group: 'partager', label: fr.menu, href: urls.statistics() }],
  privacy: { 'statistics.daily': 'none', 'statistics.total': 'none' },
})
