import { expect, test } from 'vitest'
import type { Refused } from '#kernel/page/form.ts'
import { CommandForm } from '#design/CommandForm.tsx'
import { renderIn } from '#design/gallery/render.tsx'
import { form, refused } from '#design/gallery/samples.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField, TextField } from '#design/TextField.tsx'

const page = (answer?: Refused, fixed: Record<string, string> = { resourceId: 'r1' }) => renderIn(
  <CommandForm form={form} submit="Publier" fixed={fixed} values={{ title: 'Au départ', description: 'Gardé' }}
    labels={{ title: 'Titre' }}
    refusals={{ 'bases.title-taken': 'Ce titre est déjà pris.' }}>
    {(field) => (
      <>
        <TextField {...field('title')} label="Titre" />
        <TextArea {...field('description')} label="Description" />
        <EmailField {...field('email')} label="Adresse" />
        <SelectField {...field('theme')} label="Thème" choices={{ digital: 'Numérique', rights: 'Droits', health: 'Santé' }} />
      </>
    )}
  </CommandForm>, answer)

test('is a plain form that carries its command, its key and what is fixed', () => {
  const html = page()
  expect(html).toMatch(/<form[^>]*method="post"/)
  expect(html).toContain('<input type="hidden" name="_command" value="publishResource"/>')
  expect(html).toContain('<input type="hidden" name="_key" value="0192-key"/>')
  expect(html).toContain('<input type="hidden" name="resourceId" value="r1"/>')
  expect(html).toContain('value="Au départ"')
  expect(html).not.toContain('role="alert"')
})

test('only offers the choices that the server allows', () => {
  expect(page()).toContain('Numérique')
  expect(page()).not.toContain('Santé')
})

test('a refusal shows again what was typed, even emptied, and wires each error to its field', () => {
  const html = page({ ...refused, typed: { ...refused.typed, description: [''] } })
  expect(html).toContain('value="Un atelier pour apprivoiser')
  expect(html).not.toContain('Gardé')
  expect(html).toContain('100 caractères au plus\u00a0; vous en avez écrit 111.')
  const [, id] = /<a href="#([^"]+)">Titre\u00a0: 100 caractères/.exec(html)!
  expect(html).toMatch(new RegExp(`<input[^>]* id="${id}"[^>]*aria-invalid="true"[^>]*aria-describedby="${id}-hint ${id}-error"`))
  expect(html).toContain(`<p class="fr-error-text" id="${id}-error">`)
})

test('says in the page’s words why the command refused', () => {
  expect(page({ ...refused, issues: [], code: 'bases.title-taken', status: 409 })).toContain('Ce titre est déjà pris.')
  expect(page({ ...refused, issues: [], code: 'bases.other', status: 409 })).toContain('La page a changé depuis')
  expect(page({ ...refused, issues: [], code: 'bases.other', status: 500 })).toContain('de notre côté')
})

test('leaves alone the same form of the neighbour', () => {
  const answer = { ...refused, typed: { ...refused.typed, resourceId: ['r1'] } }
  expect(page(answer, { resourceId: 'r1' })).toContain('role="alert"')
  expect(page(answer, { resourceId: 'r2' })).not.toContain('role="alert"')
})
