import { renderToString } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from 'react-router'
import { expect, test } from 'vitest'
import { CommandForm } from '#design/CommandForm.tsx'
import { ProofContext } from '#design/proof.ts'
import { TextField } from '#design/TextField.tsx'
import type { FormRules, Refused } from '#kernel/page/form.ts'
import { ProofFields } from '#modules/staff/web/parts.tsx'
import { urls } from '#modules/staff/web/back-office/routes.ts'

const form: FormRules<'value'> = { command: 'changeSetting', key: 'key', fields: { value: { name: 'value', type: 'text', required: true } } }
const refused = (code: string): Refused => ({ refused: true, command: 'changeSetting', status: 403, code, issues: [], typed: { value: ['what was typed'] } })

function Page() {
  return (
    <ProofContext value={{ action: urls.prove(), fields: <ProofFields then="/reglages/x?a=1" />, submit: 'Confirmer' }}>
      <CommandForm form={form} submit="Enregistrer" fixed={{ _version: 3 }}>{(field) => <TextField {...field('value')} label="Valeur" />}</CommandForm>
    </ProofContext>
  )
}

const sent = async (code: string) => {
  const handler = createStaticHandler([{ path: '/reglages/x', Component: Page, action: () => refused(code) }])
  const answer = await handler.query(new Request('http://here/reglages/x', { method: 'POST', body: new URLSearchParams({ value: 'what was typed' }) }))
  if (answer instanceof Response) throw new Error('A page was expected')
  return renderToString(<StaticRouterProvider router={createStaticRouter(handler.dataRoutes, answer)} context={answer} hydrate={false} />)
}

test('a form that needs a recent proof asks it in its own place, keeps what was typed, and goes where it is checked', async () => {
  const html = await sent('proof-required')
  expect(html).toMatch(new RegExp(`<form[^>]+action="${urls.prove()}"`))
  for (const part of ['value="what was typed"', 'name="_code"', 'name="_then" value="/reglages/x?a=1"', 'name="_version" value="3"', 'name="_key" value="key"', '>Confirmer<']) {
    expect(html, part).toContain(part)
  }
})

test('another refusal asks nothing of the kind', async () => {
  const html = await sent('settings.other')
  expect(html).not.toContain('_code')
  expect(html).toMatch(/<form[^>]+action="\/reglages\/x"/)
  expect(html).toContain('>Enregistrer<')
})
