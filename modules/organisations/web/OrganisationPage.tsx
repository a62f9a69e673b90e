import { Facts } from '#design/Facts.tsx'
import { Grid } from '#design/Grid.tsx'
import { Page } from '#design/Page.tsx'
import { Section } from '#design/Section.tsx'
import { Tile } from '#design/Tile.tsx'
import { answers } from '#kernel/page/answers.ts'
import { useAnswer } from '#kernel/page/use-answer.ts'
import { showOrganisation } from '../operations/show-organisation.ts'
import { fr } from './fr.ts'
import { urls } from './routes.ts'

export const loader = answers(showOrganisation)

const words = fr.organisation

/** What one looks after in an organisation. */
export default function OrganisationPage() {
  const { organisationId: id, name, kind, siret, uai, parentName, people, groups, invitations, requests, can } = useAnswer<typeof loader>()
  return (
    <Page title={name} lead={words.lead} breadcrumb={[{ label: fr.mine.title, href: urls.mine() }]}>
      <Grid>
        <Tile level={2} title={words.people} href={urls.people(id)} icon="fr-icon-group-line" description={words.peopleCount(people)} />
        <Tile level={2} title={words.groups} href={urls.groups(id)} icon="fr-icon-team-line" description={words.groupsCount(groups)} />
        <Tile level={2} title={words.invitations} href={urls.invitations(id)} icon="fr-icon-mail-line"
          description={words.invitationsCount(invitations)} />
        {requests !== null && <Tile level={2} title={words.requests} href={urls.requests(id)} icon="fr-icon-user-add-line"
          description={words.requestsCount(requests)} />}
        {can.editOrganisation && <Tile level={2} title={words.settings} href={urls.settings(id)} icon="fr-icon-settings-5-line"
          description={words.settingsWhat} />}
      </Grid>
      <Section title={words.identity} lead={words.identityLead}>
        <Facts facts={[
          { label: words.facts.kind, value: fr.kinds[kind] }, { label: words.facts.siret, value: siret ?? words.facts.none },
          kind === 'establishment' && { label: words.facts.uai, value: uai ?? words.facts.none },
          parentName !== null && { label: words.facts.parent, value: parentName },
        ]} />
      </Section>
    </Page>
  )
}
