import { useSearchParams } from 'react-router'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Page } from '#design/Page.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { searchedKinds } from '../enumerations.ts'
import { listMySearches } from '../operations/list-my-searches.ts'
import { saveSearch } from '../operations/save-search.ts'
import { filtersOf } from './filters.ts'
import { urls } from './routes.ts'
import { fr } from './saved-search.fr.ts'
import { SearchSummary } from './SearchSummary.tsx'

export const loader = answers(listMySearches)
export const action = accepts({ saveSearch }, { saveSearch: () => urls.mySearches() })

/** Keeps the search that the address holds. */
export default function NewSearchPage() {
  const { can } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  const { text = '', themes, supportTypes, audiences, baseId } = filtersOf(params)
  const kind = searchedKinds.find((one) => one === params.get('kind')) ?? 'resources'
  const department = params.get('department') ?? undefined
  const filters = { department, themes, supportTypes, audiences, baseId } as Parameters<typeof SearchSummary>[0]['filters']
  return (
    <Page title={fr.newTitle} lead={fr.newLead} width="text" breadcrumb={[{ label: fr.title, href: urls.mySearches() }]}>
      <h2 className="fr-h6">{fr.asked}</h2>
      <SearchSummary kind={kind} text={text} filters={filters} />
      {can.saveSearch && (
        <CommandForm form={can.saveSearch} submit={fr.submit} labels={{ name: fr.name }}
          fixed={{ kind, text, department, themes, supportTypes, audiences,
          baseId }} values={{ name: text.slice(0, 80) }}>
          {(field) => (
            <>
              <TextField {...field('name')} label={fr.name} hint={fr.nameHint} />
              <CheckboxField {...field('alerts')} label={fr.alerts[kind]} hint={fr.alertsHint} />
            </>
          )}
        </CommandForm>
      )}
    </Page>
  )
}
