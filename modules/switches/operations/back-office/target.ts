import type { Context } from '../../policy.ts'

/** A switch, locked: nobody else lifts it meanwhile. */
export const switchTarget = ({ db }: Context, switchId: string) =>
  db.selectFrom('switches.switch').selectAll().where('id', '=', switchId).forNoKeyUpdate().executeTakeFirst()
