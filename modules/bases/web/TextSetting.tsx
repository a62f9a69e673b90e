import { CommandForm } from '#design/CommandForm.tsx'
import type { Draft } from './draft-answer.ts'
import { Setting } from './part-settings.tsx'
import { urls } from './routes.ts'
import { fr } from './text.fr.ts'
import { TextFields } from './TextFields.tsx'
import { useRefused } from './use-refused.ts'

/** All the words of the draft in one file, which leaves and comes back. */
export function TextSetting({ draft: { can, resourceId, sequence } }: { draft: Draft }) {
  const refused = useRefused('replaceByText')
  return (
    <Setting part="texte" title={fr.setting.title} lead={fr.setting.lead}>
      <p><a href={urls.draftText(resourceId)} download>{fr.setting.take}</a></p>
      {can.replaceByText && (
        <details className="sl-details" open={refused !== undefined || undefined}>
          <summary>{fr.setting.replace}</summary>
          <p>{fr.setting.warning}</p>
          <CommandForm form={can.replaceByText} submit={fr.setting.submit} priority="secondary" encType="multipart/form-data"
            fixed={{ latest: sequence }}
            action={urls.draftSettings(resourceId, 'texte')} labels={{ text: fr.file }}>
            {(field) => <TextFields field={field('text')} />}
          </CommandForm>
        </details>
      )}
    </Setting>
  )
}
