import { useLocation } from 'react-router'

/** Where a form goes on after a proof: here, without what an earlier proof said. */
export const useHere = () => {
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  query.delete('preuve')
  return query.size ? `${pathname}?${query.toString()}` : pathname
}
