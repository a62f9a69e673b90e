import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether the page has its script: false on the server, and so in the first rendering of a browser. */
export const useScripted = (): boolean => useSyncExternalStore(never, () => true, () => false)
