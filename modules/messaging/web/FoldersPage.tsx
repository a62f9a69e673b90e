import { useSearchParams } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton } from '#design/ConfirmButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { TextField } from '#design/TextField.tsx'
import { VisuallyHidden } from '#design/VisuallyHidden.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { createFolder } from '../operations/create-folder.ts'
import { deleteFolder } from '../operations/delete-folder.ts'
import { listFolders } from '../operations/list-folders.ts'
import { renameFolder } from '../operations/rename-folder.ts'
import { fr } from './conversing.fr.ts'
import { fr as pages } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listFolders)
const here = () => urls.folders()
export const action = accepts({ createFolder, renameFolder, deleteFolder }, { createFolder: here, renameFolder: here, deleteFolder: here })

type Answer = Awaited<ReturnType<typeof loader>>
const words = fr.folders

/** The folders of one's conversations: making one, calling it otherwise, taking it away. */
export default function FoldersPage() {
  const answer = useAnswer<typeof loader>()
  const { folders, can } = answer
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: pages.list.title, href: urls.list() }]}>
      {folders.length === 0 && <EmptyState title={words.none} />}
      <ul className="sl-people">{folders.map((one) => <One key={one.id} one={one} can={can} />)}</ul>
      {can.createFolder && (
        <Section title={words.create}>
          <CommandForm form={can.createFolder} submit={words.submit} labels={{ name: words.name }}>
            {(field) => <TextField {...field('name')} label={words.name} />}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}

function One({ one: { id, name, count, unread }, can }: { one: Answer['folders'][number], can: Answer['can'] }) {
  const [search] = useSearchParams()
  const about = <VisuallyHidden> {words.about(name)}</VisuallyHidden>
  const isRenaming = search.get('renommer') === id
  return (
    <li className="sl-person">
      <span className="sl-person__name">
        <Link href={urls.listed({ folder: id })}>{name}</Link><span className="fr-hint-text">{words.holds(count, unread)}</span>
      </span>
      {isRenaming && can.renameFolder ? (
        <CommandForm form={can.renameFolder} inline size="sm" fixed={{ folderId: id }} values={{ name }} labels={{ name: words.newName }}
          submit={words.rename}>
          {(field) => <TextField {...field('name')} label={words.newName} />}
        </CommandForm>
      ) : <ButtonLink href={urls.folders({ renommer: id })} priority="tertiary" size="sm">{words.rename}{about}</ButtonLink>}
      {can.deleteFolder && (
        <ConfirmButton form={can.deleteFolder} href={urls.folders({ supprimer: id })} asked={search.get('supprimer') === id}
          back={urls.folders()}
          fixed={{ folderId: id }} label={words.remove} title={words.removeTitle(name)} priority="quiet" size="sm">
          <p>{words.removeWhat}</p>
        </ConfirmButton>
      )}
    </li>
  )
}
