import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** The part to which an address leads takes the focus: a keyboard goes on from what has just been moved or written. */
export function useFocusOnTarget() {
  const location = useLocation()
  useEffect(() => { if (location.hash) document.getElementById(location.hash.slice(1))?.focus() }, [location])
}
