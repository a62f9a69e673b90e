/** A page as React takes it over in the browser, with an action that refuses once: what `taken-over.test.ts` drives. */
import { hydrateRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router'
import type { Refused } from '#kernel/page/form.ts'
import { CommandForm } from '#design/CommandForm.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { TextField } from '#design/TextField.tsx'
import { form } from './samples.tsx'

const wait = (ms: number) => new Promise((resolve) => { setTimeout(resolve, ms) })

const action = async ({ request }: { request: Request }): Promise<Refused | null> => {
  const typed = (await request.formData()).getAll('title').map(String)
  await wait(300)
  return typed[0] === 'Non'
    ? { refused: true, command: 'publishResource', status: 422, code: 'input',
      issues: [{ field: 'title', code: 'too_short', limit: 5 }], typed: { title: typed } }
    : null
}

const upload = async (file: File, onProgress: (share: number) => void, signal: AbortSignal) => {
  for (const share of [0.25, 0.5, 0.75]) {
    onProgress(share)
    await wait(file.name.startsWith('lent') ? 2000 : 20)
    if (signal.aborted) throw new Error('stopped')
  }
  if (file.name.startsWith('faux')) throw new Error('Ce fichier ment sur son type.')
}

function Taken() {
  return (
    <>
      <CommandForm form={form} submit="Envoyer" labels={{ title: 'Titre' }}>
        {(field) => <TextField {...field('title')} label="Titre" />}</CommandForm>
      <FileDrop name="files" label="Fichiers" multiple upload={upload} maxBytes={100} />
    </>
  )
}

/** The same tree on both sides. */
export const takenOver = () => <RouterProvider
  router={createMemoryRouter([{ id: 'page', path: '*', action, element: <Taken /> }], { hydrationData: { loaderData: {} } })} />

if (typeof document !== 'undefined') hydrateRoot(document.getElementById('app')!, takenOver(),
  { onRecoverableError: (error) => { throw error } })
