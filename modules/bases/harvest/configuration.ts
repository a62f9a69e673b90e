/** What programs that read the commons are told of the service: its public address, its name, who answers for it. */
interface Harvest { origin: string; name: string; contact: string }

let harvest: Harvest | undefined

/** Called once by the app: feeds and records hold whole addresses, which no request may choose. */
export const configureHarvest = (given: Harvest): void => { harvest = given }

export const configured = (): Harvest => {
  if (!harvest) throw new Error('configureHarvest was not called: the public address is not known')
  return harvest
}
