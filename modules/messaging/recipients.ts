import { reachable, type Context } from './policy.ts'

/** To whom one may write first, with where they are known from. One line a person: of several roles, the first by their names. */
export const recipients = (context: Context) => reachable(context)
  .innerJoin('identity.card as named', 'named.id', 'theirs.person_id')
  .innerJoin('organisations.card as organisation', 'organisation.id', 'theirs.organisation_id')
  .where('named.name', 'is not', null).distinctOn(['named.name', 'theirs.person_id'])
  .select(['theirs.person_id as id', 'named.name as name', 'organisation.name as organisation', 'theirs.group_name as group'])
  .orderBy('named.name').orderBy('theirs.person_id').orderBy('theirs.role').$narrowType<{ name: string }>()
