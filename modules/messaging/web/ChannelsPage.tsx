import { Badge } from '#design/Badge.tsx'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { Link } from '#design/Link.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { TextField } from '#design/TextField.tsx'
import { accepts } from '#kernel/page/accepts.ts'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { listChannelGroups } from '../operations/list-channel-groups.ts'
import { openChannel } from '../operations/open-channel.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(listChannelGroups)
export const action = accepts({ openChannel }, { openChannel: ({ conversationId }) => urls.conversation(conversationId) })

const words = fr.channels

/** Channels of one's groups, and opening another where one works with the group. */
export default function ChannelsPage() {
  const { channels, groups, can } = useAnswer<typeof loader>()
  return (
    <Page title={words.title} lead={words.lead} width="text" breadcrumb={[{ label: fr.list.title, href: urls.list() }]}>
      <Section title={words.mine}>
        {channels.length === 0 && <EmptyState title={words.none} />}
        <ul className="sl-people">
          {channels.map(({ id, title, group, isAnnouncements }) => (
            <li key={id} className="sl-person">
              <span className="sl-person__name">
                <Link href={urls.conversation(id)}>{title}</Link><span className="fr-hint-text">{words.of(group)}</span>
              </span>
              {isAnnouncements && <Badge>{words.isAnnouncements}</Badge>}
            </li>
          ))}
        </ul>
      </Section>
      {groups.length > 0 && can.openChannel && (
        <Section title={words.open}>
          <CommandForm form={can.openChannel} submit={words.submit} labels={{ title: words.name, groupId: words.group }}>
            {(field) => (
              <>
                <SelectField {...field('groupId')} label={words.group}
                  choices={Object.fromEntries(groups.map(({ id, name, organisation }) => [id, fr.create.from(organisation, name)]))} />
                <TextField {...field('title')} label={words.name} />
                <CheckboxField {...field('isAnnouncements')} required={false} label={words.announcements} hint={words.announcementsHint} />
              </>
            )}
          </CommandForm>
        </Section>
      )}
    </Page>
  )
}
