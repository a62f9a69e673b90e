import { open, seal } from '#modules/secrets/api.ts'

/** Where an identity token waits for the sign-out at its provider; it is bound to its row, and does not open elsewhere. */
type Table = 'identity.session' | 'identity.authorization_request' | 'identity.proposal'

const place = (table: Table, row: string) => ({ table, column: 'id_token', row })

/** The token, encrypted for one row; none where there is none. */
export const sealIdToken = async (token: string | null | undefined, table: Table, row: string): Promise<string | null> =>
  token ? await seal(token, place(table, row)) : null

export const openIdToken = async (sealed: string | null, table: Table, row: string): Promise<string | undefined> =>
  sealed === null ? undefined : await open(sealed, place(table, row))
