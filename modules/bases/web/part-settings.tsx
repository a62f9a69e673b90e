import type { ReactNode } from 'react'
import { ChoicesField, RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { Figure } from '#design/Figure.tsx'
import { Link } from '#design/Link.tsx'
import { Section } from '#design/Section.tsx'
import { TagList } from '#design/Tag.tsx'
import { TextField } from '#design/TextField.tsx'
import { imageUrl, srcSet } from '#modules/files/web/routes.ts'
import { licences } from '../enumerations.ts'
import { TheirVersion } from './ContentFields.tsx'
import type { Draft } from './draft-answer.ts'
import { pictureIn, ratios } from './crop-frame.ts'
import { FileInput } from './FileInput.tsx'
import { fr } from './fr.ts'
import { words } from './fr-authoring.ts'
import { fr as images } from './image.fr.ts'
import { urls } from './routes.ts'
import { isStale, useRefused, useSeenVersion } from './use-refused.ts'

const { settings } = words

/** One setting, with the place to which its address leads. */
export function Setting({ part, title, lead, children, follow }: {
  part: string, title: string, lead?: ReactNode, children: ReactNode, follow?: ReturnType<typeof useSeenVersion>['follow']
}) {
  return (
    <div id={part} tabIndex={-1} className="sl-section sl-setting" {...follow}><Section title={title} lead={lead}>{children}</Section></div>
  )
}

/** By what the resource is found: themes, types of support, audiences. */
export function IndexationSetting({ draft: { can, indexation, resourceId } }: { draft: Draft }) {
  const refused = useRefused('setResourceIndexation')
  const { version, follow } = useSeenVersion(indexation.version, refused)
  if (!can.setResourceIndexation) return null
  const chosen = [...indexation.themes.map((one) => fr.themes[one]), ...indexation.supportTypes.map((one) => fr.supportTypes[one]),
    ...indexation.audiences.map((one) => fr.audiences[one])]
  const { labels } = settings.indexation
  return (
    <Setting part="classement" title={settings.indexation.title} lead={settings.indexation.lead} follow={follow}>
      {chosen.length > 0 && <TagList tags={chosen.map((label) => ({ label }))} label={settings.indexation.chosen} small />}
      {isStale(refused) && <TheirVersion><p>{chosen.join(', ')}</p></TheirVersion>}
      <details className="sl-details" open={chosen.length === 0 || refused !== undefined || undefined}>
        <summary>{settings.indexation.choose}</summary>
        <CommandForm form={can.setResourceIndexation} submit={isStale(refused) ? words.stale.replace : words.save} priority="secondary"
          fixed={{ version }}
          values={indexation} labels={labels} refusals={words.stale.refusals} action={urls.draftSettings(resourceId, 'classement')}>
          {(field) => (
            <>
              <ChoicesField {...field('themes')} required legend={labels.themes} choices={fr.themes} columns />
              <ChoicesField {...field('supportTypes')} required legend={labels.supportTypes} choices={fr.supportTypes} columns />
              <ChoicesField {...field('audiences')} required legend={labels.audiences} choices={fr.audiences} columns />
            </>
          )}
        </CommandForm>
      </details>
    </Setting>
  )
}

/** The picture on the card of the resource and at the head of its page. */
export function ImageSetting({ draft: { can, image, resourceId } }: { draft: Draft }) {
  const refused = useRefused('setResourceImage')
  const { version, follow } = useSeenVersion(image.version, refused)
  if (!can.setResourceImage) return null
  const action = urls.draftSettings(resourceId, 'image')
  const { file } = image
  return (
    <Setting part="image" title={settings.image.title} lead={settings.image.lead} follow={follow}>
      {file && <div className="sl-setting__picture">
        <Figure src={imageUrl(file.id, 640)} srcSet={srcSet(file.id, file.width ?? 1280)} sizes="20rem" alt={image.alt}
        width={file.width ?? 640} height={file.height ?? 360} caption={image.alt || undefined} />
        {can.cropResourceImage && pictureIn(image.crop?.file ?? file, ratios.resource)
          && <p><Link href={urls.cropResourceImage(resourceId)}>{images.crop.link}</Link></p>}
      </div>}
      {isStale(refused) && <p className="fr-error-text">{fr.refusals['bases.part-stale']}</p>}
      <CommandForm form={can.setResourceImage} submit={words.save} priority="secondary" fixed={{ version }}
        values={{ fileId: image.fileId, alt: image.alt }}
        encType="multipart/form-data" action={action} labels={{ fileId: settings.image.title, alt: words.fields.alt }}
        refusals={words.stale.refusals}>
        {(field) => (
          <>
            <FileInput field={field('fileId')} label={file ? settings.image.replace : settings.image.choose} purpose="image" />
            <TextField {...field('alt')} label={words.fields.alt} hint={words.fields.altHint} />
          </>
        )}
      </CommandForm>
      {file && <CommandForm form={can.setResourceImage} submit={settings.image.remove} priority="quiet" size="sm"
        icon="fr-icon-delete-line" inline
        fixed={{ version, fileId: '' }} action={action} />}
    </Setting>
  )
}

/** Under which terms others may take the resource up. */
export function LicenceSetting({ draft: { can, licence, resourceId } }: { draft: Draft }) {
  const refused = useRefused('setResourceLicence')
  const { version, follow } = useSeenVersion(licence.version, refused)
  if (!can.setResourceLicence) return null
  const choices = Object.fromEntries(licences.map((key): [string, [string, string]] => [key, [fr.licences[key], fr.licenceTerms[key]]]))
  return (
    <Setting part="licence" title={settings.licence.title} lead={settings.licence.lead} follow={follow}>
      {isStale(refused) && <TheirVersion><p>{fr.licences[licence.key]}</p></TheirVersion>}
      <CommandForm form={can.setResourceLicence} submit={words.save} priority="secondary" fixed={{ version }}
        values={{ licence: licence.key }}
        action={urls.draftSettings(resourceId, 'licence')} labels={{ licence: settings.licence.title }} refusals={words.stale.refusals}>
        {(field) => <RadioField {...field('licence')} legend={settings.licence.legend} choices={choices} />}
      </CommandForm>
    </Setting>
  )
}
