import { module } from '#kernel/operation/module.ts'
import { audit } from '#modules/audit/module.ts'
import { identity } from '#modules/identity/module.ts'
import { organisations } from '#modules/organisations/module.ts'
import { secrets } from '#modules/secrets/module.ts'
import { pruneAccess } from './jobs.ts'
import { createApiClient } from './operations/back-office/create-api-client.ts'
import { listApiClients } from './operations/back-office/list-api-clients.ts'
import { listRights } from './operations/back-office/list-rights.ts'
import { revokeApiClient } from './operations/back-office/revoke-api-client.ts'
import { rotateClientSecret } from './operations/back-office/rotate-client-secret.ts'
import { rotateSigningKeys } from './operations/back-office/rotate-signing-keys.ts'
import { showOperationHolders } from './operations/back-office/show-operation-holders.ts'
import { showPersonRights } from './operations/back-office/show-person-rights.ts'
import { listRightsPlaces } from './operations/list-rights-places.ts'
import { showHolders } from './operations/show-holders.ts'
import { showRightsOf } from './operations/show-rights-of.ts'
import { showRights } from './operations/show-rights.ts'
import { placesOf } from './policy.ts'
import { rawRoutes } from './raw.ts'
import { fr as staff } from './web/back-office/fr.ts'
import { fr } from './web/fr.ts'
import { urls } from './web/routes.ts'

/** Programs and their tokens; who may do what. */
export const access = module({
  name: 'access',
  folder: 'modules/access',
  needs: [audit, identity, organisations, secrets],
  operations: { listRightsPlaces, showRights, showRightsOf, showHolders },
  menu: [{ group: 'gerer', label: fr.menu, href: urls.places(), for: (actor) => placesOf(actor).length > 0 }],
  backOffice: {
    operations: {
      listApiClients, createApiClient, rotateClientSecret, revokeApiClient, rotateSigningKeys, listRights, showPersonRights,
        showOperationHolders,
    },
    menu: staff.menu,
  },
  raw: rawRoutes,
  jobs: [pruneAccess],
  refusals: fr.refusals,
  done: fr.done,
  privacy: {
    // Who made it is forgotten with them; the program is the organisation's.
    'access.client': { person: ['created_by'], export: 'keep', erase: 'anonymise', merge: 'repoint' },
    'access.client_secret': 'none',
    'access.signing_key': 'none',
    'access.token': 'none',
  },
})
