import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useRevalidator } from 'react-router'
import { fr } from './reorder.fr.ts'
import { moved, placeByHeight, placeByKey } from './reorder.ts'

/** Near the top or the bottom of the screen, what is held makes the page go on. In pixels. */
const [EDGE, STEP] = [60, 12]

const put = (address: string, position: number): Promise<boolean> => fetch(address, {
  method: 'PUT', headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': crypto.randomUUID() },
  body: JSON.stringify({ position }),
}).then(({ ok }) => ok, () => false)

const middlesOf = (parts: readonly Element[]) => parts.map((part) => {
  const { top, height } = part.getBoundingClientRect()
  return top + height / 2
})

/**
 * Things in their order, moved by a handle: dragged, or by the arrows of the keyboard. What is shown moves at once, the command
 * follows; each move is said. Where it fails, the page shows the order that is kept.
 * @param addressOf where the position of one of them is written; @param from how many stand before the first, on pages that come earlier
 * @param words the sentences, with places counted from 1
 */
export const useReorder = <T extends { id: string }, List extends HTMLElement = HTMLDivElement>(
  contents: readonly T[], addressOf: (id: string) => string,
  { from = 0, total = contents.length, words = fr }: { from?: number, total?: number, words?: Pick<typeof fr, 'moved' | 'failed'> } = {},
) => {
  const { revalidate } = useRevalidator()
  // An order of ours holds until the draft itself comes again.
  const [arranged, setArranged] = useState<{ of: readonly T[], ids: string[] }>()
  const [said, say] = useState('')
  const [held, setHeld] = useState<{ id: string, to: number }>()
  const list = useRef<List>(null)
  const queue = useRef(Promise.resolve())
  const waiting = useRef(0)
  const focused = useRef<string>(undefined)
  useEffect(() => {
    // A node that moves in the document loses the focus: the keyboard goes on from the same handle.
    if (focused.current) document.getElementById(handleId(focused.current))?.focus()
    focused.current = undefined
  })
  const ids = arranged?.of === contents ? arranged.ids : contents.map(({ id }) => id)
  const byId = new Map(contents.map((content) => [content.id, content]))

  const move = (id: string, to: number) => {
    focused.current = id
    setArranged({ of: contents, ids: moved(ids, ids.indexOf(id), to) })
    say(words.moved(from + to + 1, total))
    waiting.current++
    queue.current = queue.current.then(async () => {
      if (!await put(addressOf(id), from + to)) say(words.failed)
      // Several moves in haste are one for the page.
      if (--waiting.current === 0) await revalidate()
    })
  }
  const place = (id: string, height: number) => placeByHeight(middlesOf([...list.current?.children ?? []]), ids.indexOf(id), height)
  const release = (id: string, to: number | undefined) => {
    setHeld(undefined)
    if (to !== undefined && to !== ids.indexOf(id)) move(id, to)
  }
  return {
    list, said, held,
    ordered: ids.flatMap((id) => byId.get(id) ?? []),
    /** Of the handle of one content. */
    handle: (id: string) => ({
      id: handleId(id),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key === 'Escape') return setHeld(undefined)
        const to = placeByKey(event.key, ids.indexOf(id), ids.length)
        if (to === undefined) return
        event.preventDefault()
        move(id, to)
      },
      onPointerDown: (event: PointerEvent) => {
        if (event.button !== 0) return
        event.currentTarget.setPointerCapture(event.pointerId)
        setHeld({ id, to: ids.indexOf(id) })
      },
      onPointerMove: ({ clientY }: PointerEvent) => {
        if (held?.id !== id) return
        if (clientY < EDGE) scrollBy(0, -STEP)
        if (clientY > innerHeight - EDGE) scrollBy(0, STEP)
        setHeld({ id, to: place(id, clientY) })
      },
      onPointerUp: () => release(id, held?.to),
      onPointerCancel: () => setHeld(undefined),
    }),
    /** Where what is held would stand, for the content at this place of the list. */
    mark: (index: number): 'held' | 'before' | 'after' | undefined => {
      if (!held) return undefined
      const from = ids.indexOf(held.id)
      if (index === from) return 'held'
      if (held.to === from || index !== held.to) return undefined
      return held.to < from ? 'before' : 'after'
    },
  }
}
export type Reorder = ReturnType<typeof useReorder>

const handleId = (id: string) => `deplacer-${id}`
