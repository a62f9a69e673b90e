import { ChoicesField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Page } from '#design/Page.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { addPeople } from '../operations/add-people.ts'
import { findPeopleToAdd } from '../operations/find-people-to-add.ts'
import { renameGroup } from '../operations/rename-group.ts'
import { fr } from './conversing.fr.ts'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(findPeopleToAdd)
const there = ({ conversationId }: { conversationId: string }) => urls.conversation(conversationId)
export const action = accepts({ addPeople, renameGroup }, { addPeople: there, renameGroup: there })

const words = fr.group

/** Bringing people to a group that one is in, and calling it otherwise. */
export default function GroupPage() {
  const { id, title, name, q, people, isMore, can } = useAnswer<typeof loader>()
  const choices = Object.fromEntries(people.map(({ id: one, name: called, organisation, group }): [string, [string, string]] =>
    [one, [called, pages.create.from(organisation, group)]]))
  return (
    <Page title={words.title} width="text"
      breadcrumb={[{ label: pages.list.title, href: urls.list() }, { label: title, href: urls.conversation(id) }]}>
      <Section title={words.add}>
        <SearchField action={urls.group(id)} label={words.search} defaultValue={q} />
        {people.length === 0 && <EmptyState title={words.none}>{words.noneLead}</EmptyState>}
        {people.length > 0 && can.addPeople && (
          <CommandForm form={can.addPeople} submit={words.submit} labels={{ people: words.who }}>
            {(field) => (
              <>
                <ChoicesField {...field('people')} legend={words.who} hint={words.whoHint} choices={choices} columns />
                {isMore && <p className="fr-hint-text">{words.isMore}</p>}
              </>
            )}
          </CommandForm>
        )}
      </Section>
      {can.renameGroup && (
        <Section title={words.rename}>
          <CommandForm form={can.renameGroup} submit={words.save} priority="secondary" values={{ title: name }}
            labels={{ title: words.name }}>
            {(field) => <TextField {...field('title')} label={words.name} />}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}
