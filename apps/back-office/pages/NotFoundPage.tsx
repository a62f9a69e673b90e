import { data } from 'react-router'

/** Any address that no page has: the root's error page says so, with its status. */
export const loader = () => { throw data({ code: 'not-found' }, { status: 404 }) }
export const action = loader

export default function NotFoundPage() {
  return null
}
