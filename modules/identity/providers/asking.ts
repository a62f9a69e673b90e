const places: ((path: string) => boolean)[] = []

/**
 * Says where people may be expected who have an account already, an invitation for instance: who comes there by a provider that does not know
 * their account is asked before one more is made. Called once, by the module whose pages these are.
 */
export const askBeforeJoining = (leadsThere: (path: string) => boolean): void => { places.push(leadsThere) }

export const isAskedFirst = (path: string): boolean => places.some((leadsThere) => leadsThere(path))
