import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { expect, test } from 'vitest'
import { people } from '#demo/world/people.ts'
import { pagesOf } from '#kernel/testing/pages.tsx'
import { worldOf } from '#kernel/testing/world.ts'
import { makePerson } from '#modules/identity/fixtures.ts'
import { startMailbox } from '../mailbox/server.ts'
import { configureDemonstration, demo } from '../module.ts'
import { pages, urls } from './routes.ts'

const world = worldOf(demo)
const root = join(import.meta.dirname, '../..')
const visit = pagesOf(world, pages, (file) => import(join(root, file)))
const nadia = people.find((one) => one.key === 'nadia')!

test('each person is a card with what to try and a button; the one that one is has none', async () => {
  expect((await visit(urls.people())).html).toContain('Personne pour le moment')
  const { db } = await world()
  const person = await makePerson(db, { email: nadia.email })
  const { html } = await visit(`${urls.people()}?suite=%2Fressources`)
  expect(html).toContain('Nadia Cherkati')
  expect(html).toContain('Entrer comme Nadia Cherkati')
  expect(html).toContain(`name="personId" value="${person.id}"`)
  expect(html).toContain('name="returnTo" value="/ressources"')
  expect((await visit(urls.people(), { as: person })).html).toContain('C’est vous en ce moment')
})

test('the mailbox lists mails, and a mail shows its text with its links', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'sillage-mailbox-'))
  configureDemonstration({ mailbox: directory, origin: 'http://localhost:3000' })
  expect((await visit(urls.mailbox())).html).toContain('Aucun courriel pour le moment')
  const mailbox = await startMailbox({ directory })
  await nodemailer.createTransport(mailbox.url).sendMail({
    from: 'a@sillage.example', to: 'ada@example.org', subject: 'Votre <lien>',
      text: 'Entrez :\nhttp://localhost:3000/connexion/lien?jeton=abc', html: '<p>x</p>',
  })
  await mailbox.stop()
  const list = (await visit(urls.mailbox())).html
  expect(list).toContain('Votre &lt;lien&gt;')
  const href = /href="(\/demonstration\/courrier\/[\w-]+)"/.exec(list)![1]!
  const { html } = await visit(href)
  expect(html).toContain('<a href="/connexion/lien?jeton=abc">http://localhost:3000/connexion/lien?jeton=abc</a>')
  expect(html).toContain(`href="${href}/mise-en-forme"`)
})
