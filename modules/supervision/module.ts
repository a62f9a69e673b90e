import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { bases } from '#modules/bases/module.ts'
import { identity } from '#modules/identity/module.ts'
import { mail } from '#modules/mail/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { deliveryRetryAsked, jobRetryAsked } from './events.ts'
import { countPlatform, forgetFrequent } from './jobs.ts'
import { countProblems } from './operations/back-office/count-problems.ts'
import { listDeliveries } from './operations/back-office/list-deliveries.ts'
import { listJobs } from './operations/back-office/list-jobs.ts'
import { retryDelivery } from './operations/back-office/retry-delivery.ts'
import { retryJob } from './operations/back-office/retry-job.ts'
import { showFigures } from './operations/back-office/show-figures.ts'
import { showHealth } from './operations/back-office/show-health.ts'
import { showJob } from './operations/back-office/show-job.ts'
import { retryFailedDelivery, retryFailedJob } from './reactions.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'

/** What administrators watch: jobs and deliveries with their outcome, health, counts of the platform. */
export const supervision = module({
  name: 'supervision',
  folder: 'modules/supervision',
  needs: [audit, mail, identity, organisations, bases],
  backOffice: {
    operations: { listJobs, showJob, retryJob, listDeliveries, retryDelivery, showHealth, countProblems, showFigures },
    menu: [
      { group: 'taches', label: fr.menu.jobs, href: urls.jobs() },
      { group: 'taches', label: fr.menu.deliveries, href: urls.deliveries() },
      { group: 'sante', label: fr.menu.health, href: urls.health() },
      { group: 'sante', label: fr.menu.figures, href: urls.figures() },
    ],
  },
  facts: [jobRetryAsked, deliveryRetryAsked],
  reactions: [retryFailedJob, retryFailedDelivery],
  jobs: [countPlatform, forgetFrequent],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    'supervision.retry': { person: ['person_id'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'supervision.figure': 'none',
  },
})
