import { useSearchParams, type LoaderFunctionArgs } from 'react-router'
import { ButtonLink } from '#design/Button.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers, formOf } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { roleNames } from '#modules/switches/api.ts'
import { listAnnouncements } from '../../operations/back-office/list-announcements.ts'
import { recallAnnouncement } from '../../operations/back-office/recall-announcement.ts'
import { AnnouncementTable } from '../AnnouncementTable.tsx'
import { fr as common } from '../fr.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = async (args: LoaderFunctionArgs) => ({
  ...await answers(listAnnouncements)(args), now: new Date().toISOString(), roles: roleNames(), recall: formOf('recallAnnouncement',
    recallAnnouncement),
})
export const action = accepts({ recallAnnouncement }, { recallAnnouncement: () => urls.list() })

/** What the platform tells and told. */
export default function AnnouncementsPage() {
  const { announcements, next, now, roles, recall } = useAnswer<typeof loader>()
  const [params] = useSearchParams()
  return (
    <Page title={fr.list.title} lead={fr.list.lead} actions={<ButtonLink href={urls.create()}>{fr.list.create}</ButtonLink>}>
      <AnnouncementTable rows={announcements} roles={roles} now={now} asked={params.get('recall')} form={recall}
        recallUrl={urls.recall} back={urls.list()} />
      {next && <Pagination next={urls.list(next)} label={common.list.older} />}
    </Page>
  )
}
