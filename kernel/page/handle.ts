/**
 * What a page says of itself, by its `handle` export. `hydrate`: React takes it over in the browser. `isPublic`: any visitor gets the same
 * bytes. Without either the page is server-rendered, with the small behaviour of the kit.
 */
export interface PageHandle { hydrate?: boolean; isPublic?: boolean }

export const needs = (handles: readonly unknown[]) => ({
  hydrate: handles.some((handle) => (handle as PageHandle | undefined)?.hydrate),
  isPublic: handles.some((handle) => (handle as PageHandle | undefined)?.isPublic),
})
