import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Once on a page that React has taken over: what a signal concerns is read again by its loaders, instead of by the island. */
export function Revalidation() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const read = (event: Event) => {
      event.preventDefault()
      void revalidate()
    }
    document.addEventListener('sillage:stale', read)
    return () => document.removeEventListener('sillage:stale', read)
  }, [revalidate])
  return null
}
