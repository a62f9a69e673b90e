import type { ServerBuild } from 'react-router'

type Routes = ServerBuild['routes']

/** What an address begins with; nothing where that is not fixed. */
const firstWord = (path: string) => /^\/?([a-z-]+)(?:\/|$)/.exec(path)?.[1]

/** The build with those pages alone whose addresses may begin so, for the server and for what it hands over to the browser. */
const only = (build: ServerBuild, word: string, words: ReadonlyMap<string, string | undefined>): ServerBuild => {
  const among = <Of extends object>(all: Of) => Object.fromEntries(Object.entries(all).filter(([id]) => (words.get(id) ?? word) === word)) as Of
  return { ...build, routes: among(build.routes), assets: { ...build.assets, routes: among(build.assets.routes) } }
}

const pathOf = (routes: Routes, id: string | undefined): string => {
  const route = id === undefined ? undefined : routes[id]
  return route ? `${pathOf(routes, route.parentId)}/${route.path ?? ''}`.replace(/\/+/g, '/') : ''
}

/**
 * What answers an address, made of the pages that begin as it does, since React Router compares an address with each page, and reads all of
 * them again to render one: a tenth of a small page, and more of a hydrated one.
 * @param make called once for each first word that is met, and for the whole build: it answers an address that begins otherwise.
 */
export const byFirstWord = <Made>(build: ServerBuild, make: (part: ServerBuild) => Made) => {
  const words = new Map(Object.keys(build.routes).map((id) => [id, firstWord(pathOf(build.routes, id))]))
  const known = new Set(words.values())
  const made = new Map<string | undefined, Made>()
  return (url: string): Made => {
    const begun = firstWord(new URL(url).pathname)
    const word = known.has(begun) ? begun : undefined
    const found = made.get(word) ?? make(word === undefined ? build : only(build, word, words))
    made.set(word, found)
    return found
  }
}
