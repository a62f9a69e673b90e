import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { deleteResource } from '../operations/delete-resource.ts'
import { findPeople } from '../operations/find-people.ts'
import { inviteContributor } from '../operations/invite-contributor.ts'
import { listContributorInvitations } from '../operations/list-contributor-invitations.ts'
import { listMyBases } from '../operations/list-my-bases.ts'
import { moveResource } from '../operations/move-resource.ts'
import { publishResource } from '../operations/publish-resource.ts'
import { replaceByText } from '../exchange/markdown/replace-by-text.ts'
import { removeContributor } from '../operations/remove-contributor.ts'
import { revokeInvitation } from '../operations/revoke-invitation.ts'
import { setPublicFeedback } from '../operations/set-public-feedback.ts'
import { setResourceImage } from '../operations/set-resource-image.ts'
import { setResourceIndexation } from '../operations/set-resource-indexation.ts'
import { setResourceLicence } from '../operations/set-resource-licence.ts'
import { setResourceVisibility } from '../operations/set-resource-visibility.ts'
import { showDraft } from '../operations/show-draft.ts'
import { answersPerson } from './answers-to.ts'
import { DraftPage } from './DraftPage.tsx'
import { Contributors } from './Contributors.tsx'
import { Missing, PublishButton } from './Publishing.tsx'
import { receiveText } from './receive-text.ts'
import { urls } from './routes.ts'
import { TextSetting } from './TextSetting.tsx'
import { ImageSetting, IndexationSetting, LicenceSetting } from './part-settings.tsx'
import { useFocusOnTarget } from './use-focus-on-target.ts'
import { revalidatesWhenStale } from './use-refused.ts'
import { BaseSetting, DeleteSetting, OpinionsSetting, VisibilitySetting } from './place-settings.tsx'

export const handle = { hydrate: true }

/** The draft, the bases where it may go, and the people that the words of the address find, to write with them. */
export const loader = async (args: LoaderFunctionArgs) => {
  const words = new URL(args.request.url).searchParams.get('personne')?.trim() ?? ''
  const [draft, { bases }, found] = await Promise.all([
    answersPerson(showDraft)(args), answers(listMyBases)(args), words ? answers(findPeople, { input: () => ({ words }) })(args) : undefined,
  ])
  const entries = draft.can.inviteContributor ? await answers(listContributorInvitations)(args) : undefined
  return { ...draft, bases, searched: words, people: found?.people, entries }
}

const back = (part: string) => (_: unknown, { resourceId }: { resourceId?: string }) => urls.draftSettings(resourceId!, part)

const accept = accepts({
  setResourceImage, setResourceIndexation, setResourceLicence, setResourceVisibility, setPublicFeedback, moveResource, inviteContributor, revokeInvitation,
  removeContributor, deleteResource, publishResource, replaceByText,
}, {
  setResourceImage: back('image'), setResourceIndexation: back('classement'), setResourceLicence: back('licence'), setPublicFeedback: back('avis'),
  setResourceVisibility: back('visibilite'), moveResource: back('base'), inviteContributor: back('personnes'),
  removeContributor: back('personnes'),
  deleteResource: (_, { resourceId }) => urls.myResources({ deleted: resourceId }), publishResource: ({ slug }) => urls.resource(slug),
  replaceByText: ({ resourceId, leftOut }) => urls.importedDraft(resourceId, leftOut),
})
/** Pictures are kept as files; a Markdown file is read as the text that it is. */
export const action = (args: ActionFunctionArgs) => {
  receiveText(args)
  return accept(args)
}

export const shouldRevalidate = revalidatesWhenStale

export default function ResourceSettingsPage() {
  const draft = useAnswer<typeof loader>()
  useFocusOnTarget()
  return (
    <DraftPage draft={draft} face="settings" actions={<PublishButton draft={draft} />}>
      <Missing draft={draft} />
      <IndexationSetting draft={draft} />
      <ImageSetting draft={draft} />
      <LicenceSetting draft={draft} />
      <VisibilitySetting draft={draft} />
      <OpinionsSetting draft={draft} />
      <BaseSetting draft={draft} bases={draft.bases} />
      <Contributors draft={draft} people={draft.people} searched={draft.searched} entries={draft.entries} />
      <TextSetting draft={draft} />
      <DeleteSetting draft={draft} />
    </DraftPage>
  )
}
