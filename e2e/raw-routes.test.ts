import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'

// Streams, uploads, redirects: what does not fit an operation. Each one is a decision; a new one changes this list before anybody's eyes.
test('the list of raw routes, with who may call them and what proves it', () => {
  const routes = [...modules, demo].flatMap(({ name, raw }) => raw.map(({ http, allow, proof, stream }) =>
    `${name}: ${http}, ${allow.says}${proof ? `, ${proof}` : ''}${stream ? ', stream' : ''}`))
  expect(routes.toSorted()).toMatchInlineSnapshot(`
    [
      "access: GET /.well-known/jwks.json, anyone",
      "access: GET /.well-known/oauth-authorization-server, anyone",
      "access: GET /oauth/revoked, anyone",
      "access: POST /oauth/revoke, anyone, token",
      "access: POST /oauth/token, anyone, token",
      "bases: GET /bases/:slug/fil.atom, anyone",
      "bases: GET /oai, anyone",
      "bases: GET /ressources/:slug/texte.md, anyone",
      "bases: GET /ressources/fil.atom, anyone",
      "bases: GET /sitemap.xml, anyone",
      "bases: GET /sitemap/pages.xml, anyone",
      "bases: GET /sitemap/ressources.xml, anyone",
      "bases: POST /api/resources/:resourceId/views, anyone",
      "bases: POST /oai, anyone, token",
      "demo: GET /demonstration/courrier/:mailId/mise-en-forme, anyone",
      "demo: POST /demonstration/sign-in, anyone",
      "files: GET /files/:fileId/:name?, anyone",
      "files: GET /images/:fileId/:width, anyone",
      "files: PATCH /files/:fileId, owns by uploaded_by, stream",
      "files: PUT /files, signed in, stream",
      "identity: GET /session/left, anyone",
      "identity: GET /sign-in/with/:provider, anyone",
      "identity: GET /sign-in/with/:provider/callback, anyone",
      "identity: GET /sign-in/with/:provider/leave, anyone",
      "identity: GET /sign-in/with/:provider/left, anyone",
      "identity: POST /acting/session, anyone",
      "identity: POST /acting/stop, anyone",
      "identity: POST /passkeys/new, signed in as oneself",
      "identity: POST /session/stay, anyone",
      "identity: POST /sign-in/apart, anyone",
      "identity: POST /sign-in/passkeys, anyone",
      "identity: POST /sign-in/passkeys/session, anyone",
      "identity: POST /sign-in/session, anyone",
      "identity: POST /sign-out, anyone",
      "privacy: GET /me/archives/:archiveId/mes-donnees.zip, signed in",
      "provisioning: DELETE /scim/v2/:type/:id, anyone, token, stream",
      "provisioning: GET /imports/:importId/report.csv, signed in",
      "provisioning: GET /scim/v2/:type, anyone, token",
      "provisioning: GET /scim/v2/:type/:id, anyone, token",
      "provisioning: GET /scim/v2/ResourceTypes, anyone, token",
      "provisioning: GET /scim/v2/ResourceTypes/:id, anyone, token",
      "provisioning: GET /scim/v2/Schemas, anyone, token",
      "provisioning: GET /scim/v2/Schemas/:id, anyone, token",
      "provisioning: GET /scim/v2/ServiceProviderConfig, anyone, token",
      "provisioning: PATCH /scim/v2/:type/:id, anyone, token, stream",
      "provisioning: POST /scim/v2/:type, anyone, token, stream",
      "provisioning: POST /scim/v2/:type/.search, anyone, token, stream",
      "provisioning: POST /scim/v2/Bulk, anyone, token, stream",
      "provisioning: PUT /scim/v2/:type/:id, anyone, token, stream",
    ]
  `)
})
