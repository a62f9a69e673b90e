import type { LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Day } from '#design/Time.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { deleteSearch } from '../operations/delete-search.ts'
import { listMySearches } from '../operations/list-my-searches.ts'
import { setSearchAlert } from '../operations/set-search-alert.ts'
import { urls } from './routes.ts'
import { fr } from './saved-search.fr.ts'
import { SearchSummary } from './SearchSummary.tsx'

const listed = answers(listMySearches)
/** Each search has its own forms: one sent twice is another one's. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { searches } = await listed(args)
  return { searches: searches.map((one) => ({ ...one, alert: formOf('setSearchAlert', setSearchAlert), remove: formOf('deleteSearch', deleteSearch) })) }
}
export const action = accepts({ setSearchAlert, deleteSearch })

export default function MySearchesPage() {
  const { searches } = useAnswer<typeof loader>()
  return (
    <Page title={fr.title} lead={fr.lead}>
      {searches.length === 0 && <EmptyState title={fr.empty} action={<ButtonLink href={urls.resources()}>{fr.go}</ButtonLink>}><p>{fr.emptyHint}</p></EmptyState>}
      <ul className="fr-raw-list">
        {searches.map(({ id, kind, name, text, filters, alerts, createdAt, alert, remove }) => (
          <li key={id} id={id} className="fr-mb-4w">
            <h2 className="fr-h5 fr-mb-1v"><Link href={urls.searched(kind, { text, ...filters })}>{name}</Link></h2>
            <SearchSummary kind={kind} text={text} filters={filters} />
            <p className="fr-hint-text">{fr.since} <Day at={createdAt} />{' · '}{alerts ? fr.alertsOn : fr.alertsOff}</p>
            <div className="sl-buttons">
              <CommandForm form={alert} fixed={{ searchId: id, ...!alerts && { alerts: 'true' } }} submit={alerts ? fr.stop : fr.start} priority="secondary" size="sm" inline />
              <CommandForm form={remove} fixed={{ searchId: id }} submit={<>{fr.remove}<span className="fr-sr-only"> « {name} »</span></>} priority="tertiary" size="sm" inline />
            </div>
          </li>
        ))}
      </ul>
    </Page>
  )
}
