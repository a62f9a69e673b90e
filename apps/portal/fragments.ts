import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Keep } from '#design/Kept.tsx'

const MOST = 1000
const fragments = new Map<string, string>()

/** What this process keeps of pages, by key; what nobody met for longest goes first, so that rare addresses do not drive out the foot of every page. */
export const keep: Keep = (key, content) => {
  const html = fragments.get(key) ?? renderToStaticMarkup(createElement(Fragment, null, content()))
  fragments.delete(key)
  fragments.set(key, html)
  const oldest = fragments.size > MOST ? fragments.keys().next().value : undefined
  if (oldest !== undefined) fragments.delete(oldest)
  return html
}
