let origin: string | undefined

/** Where the portal is, without a final slash: said once by the back office at its start, and by tests. */
export const configurePortalAddress = (given: string): void => { origin = given }

export const portalAddress = (): string => {
  if (!origin) throw new Error('configurePortalAddress() has not been called: the back office does not know where the portal is')
  return origin
}
