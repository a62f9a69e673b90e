import { createElement, Fragment } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Keep } from '#design/Kept.tsx'

const MOST = 1000
const fragments = new Map<string, string>()

/** What this process keeps of the frame of pages, by key; the oldest goes first. */
export const keep: Keep = (key, content) => {
  const kept = fragments.get(key)
  if (kept !== undefined) return kept
  const html = renderToStaticMarkup(createElement(Fragment, null, content()))
  const oldest = fragments.size >= MOST ? fragments.keys().next().value : undefined
  if (oldest !== undefined) fragments.delete(oldest)
  fragments.set(key, html)
  return html
}
