import { CommandForm } from '#design/CommandForm.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { fr } from './conversing.fr.ts'
import { urls } from './routes.ts'

const words = fr.folders

/** In which of one's folders a conversation is, and putting it in another one or in none. */
export function Filing({ id, folders, folderId, can }: {
  id: string, folders: readonly { id: string, name: string }[], folderId: string | null, can: Record<'fileConversation', FormRules | false>
}) {
  const form = can.fileConversation
  return (
    <Section title={words.place}>
      {folders.length > 0 && form && (
        <CommandForm form={form} fixed={{ conversationId: id }} submit={words.put} priority="tertiary" inline values={{ folderId }}>
          {(field) => <SelectField {...field('folderId')} required={undefined} label={words.file} empty={words.nowhere}
            choices={Object.fromEntries(folders.map((one) => [one.id, one.name]))} />}
        </CommandForm>
      )}
      <p><Link href={urls.folders()}>{words.manage}</Link></p>
    </Section>
  )
}
