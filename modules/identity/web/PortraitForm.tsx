import { CommandForm } from '#design/CommandForm.tsx'
import { FileField } from '#design/FileField.tsx'
import { Hidden } from '#design/Hidden.tsx'
import type { FormRules } from '#kernel/page/form.ts'
import { imageUrl } from '#modules/files/web/routes.ts'
import { fr } from './fr.ts'

const words = fr.account.portrait

/** One's picture: shown, replaced, taken away. */
export function PortraitForm({ form, fileId }: { form: FormRules, fileId: string | null }) {
  return (
    <>
      {fileId && <img className="sl-portrait sl-portrait--big" src={imageUrl(fileId, 320)} width={96} height={96} alt={words.alt} />}
      <CommandForm form={form} submit={fileId ? words.replace : words.add} priority="secondary" encType="multipart/form-data" labels={{ fileId: words.label }}>
        {(field) => <>
          <Hidden name="_purpose" value="image" />
          <FileField {...field('fileId')} required label={words.label} hint={words.hint} accept="image/*" formats={words.formats} />
        </>}
      </CommandForm>
      {fileId && <CommandForm form={form} inline size="sm" priority="tertiary" submit={words.remove} />}
    </>
  )
}
