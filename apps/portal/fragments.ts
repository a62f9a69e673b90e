import { createElement, Fragment, type ReactNode } from 'react'
import { renderToStaticMarkup, renderToString } from 'react-dom/server'
import type { Keep } from '#design/Kept.tsx'

const MOST = 500
/** What was met since so many others were, and what was met before them: what is in neither is made again. */
let [recent, earlier] = [new Map<string, string>(), new Map<string, string>()]

/** What this process keeps of pages, by key. What is met often stays, so that rare addresses do not drive out the foot of every page. */
const keeping = (render: (content: ReactNode) => string): Keep => (key, content) => {
  const known = recent.get(key)
  if (known !== undefined) return known
  const html = earlier.get(key) ?? render(createElement(Fragment, null, content()))
  if (recent.size >= MOST) [recent, earlier] = [new Map(), recent]
  recent.set(key, html)
  return html
}

export const keep = keeping(renderToStaticMarkup)

const keepMarked = keeping(renderToString)
/** The same with the marks between texts by which React knows its own page again in the browser. */
export const keepHydrated: Keep = (key, content) => keepMarked(`hydrated ${key}`, content)
