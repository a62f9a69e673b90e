import { useEffect, useState } from 'react'
import type { Writer } from '../writing/writers.ts'

/** In milliseconds: how often the page says that it is open; how soon it says where one writes. */
const [EVERY, SOON] = [15_000, 300]

const partOf = (place: Element | null) => place?.closest('.sl-part')?.id.replace('contenu-', '') ?? null

/**
 * Says to the others where this page is in the draft, while it is open and looked at. @returns who they are, as the page and then they
 * say it.
 */
export const useWriting = (address: string, shown: Writer[]): Writer[] => {
  const [heard, setHeard] = useState<Writer[]>()
  const [last, setLast] = useState(shown)
  // A page that has just been read again knows better than what was heard before.
  if (last !== shown) {
    setLast(shown)
    setHeard(undefined)
  }
  useEffect(() => {
    const tab = crypto.randomUUID()
    let timer: ReturnType<typeof setTimeout> | undefined
    let contentId: string | null = null
    const put = (said: object, keepalive = false) => fetch(address, {
      method: 'PUT', keepalive, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ tab,
        ...said }),
    })
    const say = async () => {
      clearTimeout(timer)
      timer = setTimeout(() => void say(), EVERY)
      if (document.visibilityState === 'hidden') return
      // Who is there is a help and no more: without an answer the page goes on as it is, and asks again.
      const answer = await put({ contentId }).catch(() => undefined)
      if (answer?.ok) setHeard((await answer.json() as { writers: Writer[] }).writers)
    }
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void say(), SOON)
    }
    const focus = () => {
      const part = partOf(document.activeElement)
      if (part === contentId) return
      contentId = part
      soon()
    }
    const leave = () => {
      clearTimeout(timer)
      void put({ closes: true }, true).catch(() => undefined)
    }
    const look = () => document.visibilityState === 'hidden' ? leave() : soon()
    void say()
    document.addEventListener('focusin', focus)
    document.addEventListener('visibilitychange', look)
    addEventListener('pagehide', leave)
    return () => {
      document.removeEventListener('focusin', focus)
      document.removeEventListener('visibilitychange', look)
      removeEventListener('pagehide', leave)
      leave()
    }
  }, [address])
  return heard ?? shown
}
