import type { SheetPart } from '#modules/identity/api.ts'
import type { Context } from './policy.ts'
import type { Role } from './roles.ts'
import { fr } from './web/back-office/fr.ts'
import { urls } from './web/back-office/routes.ts'
import { roleNames } from './web/names.fr.ts'

/** Where a person belongs, on their sheet of the back office: what has not been ended, closed organisations too. */
export const sheetPart: SheetPart = {
  title: fr.list.title,
  read: async (context, personId) => {
    const rows = await (context as Context).db.selectFrom('organisations.membership as membership')
      .innerJoin('organisations.organisation as organisation', 'organisation.id', 'membership.organisation_id')
      .leftJoin('organisations.group as one', 'one.id', 'membership.group_id')
      .where('membership.person_id', '=', personId).where('membership.ended_at', 'is', null)
      .select(['organisation.id', 'organisation.name', 'membership.role', 'one.name as group_name', 'membership.valid_from',
        'membership.valid_to'])
      .orderBy('organisation.name').orderBy('membership.id').limit(100).execute()
    return rows.map((row) => ({
      label: row.name, href: urls.sheet(row.id), detail: fr.sheetRole(roleNames[row.role as Role], row.group_name, row.valid_from,
        row.valid_to),
    }))
  },
}
