import { useState, useSyncExternalStore } from 'react'
import { Alert } from '#design/Alert.tsx'
import { Button } from '#design/Button.tsx'
import type { ContentType } from '../enumerations.ts'
import { AddForm } from './AddContent.tsx'
import type { Draft } from './draft-answer.ts'
import { urls } from './routes.ts'
import { dropKept, keptIn, keptUnder } from './use-autosave.ts'
import { fr } from './writing.fr.ts'

interface Lost { address: string, words: Readonly<Record<string, string>> }

const never = () => () => undefined
const lostUnder = (address: string, there: ReadonlySet<string>): Lost[] => keptUnder(address).filter((one) => !there.has(one))
  .flatMap((one) => { const words = keptIn(one)?.words; return words ? [{ address: one, words }] : [] })

/** What this tab was writing in contents that somebody has removed meanwhile: it is offered to be added anew, until the person decides. */
export function LostWords({ draft: { contents, can, resourceId } }: { draft: Draft }) {
  const [dropped, setDropped] = useState<readonly string[]>([])
  // The words are in the browser alone.
  const scripted = useSyncExternalStore(never, () => true, () => false)
  const there = new Set([...contents.map(({ id }) => urls.contentOf(resourceId, id)), ...dropped])
  const lost = scripted ? lostUnder(urls.contentOf(resourceId, ''), there) : []
  const drop = (address: string) => {
    dropKept(address)
    setDropped((all) => [...all, address])
  }
  const form = can.addContent
  return form && lost.map(({ address, words }) => (
    <div key={address} onSubmit={() => { drop(address) }}>
      <Alert kind="warning" level={2} title={fr.lost.title}>{fr.lost.kept}</Alert>
      <AddForm type={words['type'] as ContentType} form={form} contents={contents} resourceId={resourceId} values={words} />
      <p><Button priority="tertiary" size="sm" onClick={() => { drop(address) }}>{fr.lost.drop}</Button></p>
    </div>
  ))
}
