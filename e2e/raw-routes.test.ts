import { expect, test } from 'vitest'
import { modules } from '#apps/portal/modules.ts'
import { demo } from '#demo/module.ts'

// Streams, uploads, redirects: what does not fit an operation. Each one is a decision; a new one changes this list before anybody's eyes.
test('the list of raw routes, with who may call them and what proves it', () => {
  const routes = [...modules, demo].flatMap(({ name, raw }) => raw.map(({ http, allow, proof, stream }) =>
    `${name}: ${http}, ${allow.says}${proof ? `, ${proof}` : ''}${stream ? ', stream' : ''}`))
  expect(routes.toSorted()).toMatchInlineSnapshot(`
    [
      "bases: POST /api/resources/:resourceId/views, anyone",
      "demo: GET /demonstration/courrier/:mailId/mise-en-forme, anyone",
      "demo: POST /demonstration/sign-in, anyone",
      "files: GET /files/:fileId/:name?, anyone",
      "files: GET /images/:fileId/:width, anyone",
      "files: PATCH /files/:fileId, owns by uploaded_by, stream",
      "files: PUT /files, signed in, stream",
      "identity: POST /sign-in/session, anyone",
      "identity: POST /sign-out, anyone",
    ]
  `)
})
