import { fr } from './fr.ts'

/** Words of the link that a domain's page offers, to the address of `urls.report`. */
export const reporting = { link: fr.link }
