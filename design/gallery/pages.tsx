import type { ReactNode } from 'react'
import { Alert } from '#design/Alert.tsx'
import { Badge } from '#design/Badge.tsx'
import { Button, ButtonGroup, ButtonLink } from '#design/Button.tsx'
import { Card, CardList } from '#design/Card.tsx'
import { CheckboxField } from '#design/CheckboxField.tsx'
import { ChoicesField, RadioField } from '#design/ChoicesField.tsx'
import { CommandForm } from '#design/CommandForm.tsx'
import { ConfirmButton, ConfirmForm } from '#design/ConfirmButton.tsx'
import { CopyButton } from '#design/CopyButton.tsx'
import { EmptyState } from '#design/EmptyState.tsx'
import { ErrorPage } from '#design/ErrorPage.tsx'
import { ActiveFilters, Facets } from '#design/Facets.tsx'
import { Figure } from '#design/Figure.tsx'
import { Facts } from '#design/Facts.tsx'
import { FileDrop } from '#design/FileDrop.tsx'
import { FileField } from '#design/FileField.tsx'
import { FileLink } from '#design/FileLink.tsx'
import { Flash, Toast } from '#design/Flash.tsx'
import { Grid } from '#design/Grid.tsx'
import { Hero } from '#design/Hero.tsx'
import { Loading } from '#design/Loading.tsx'
import { OrderMenu } from '#design/OrderMenu.tsx'
import { Page } from '#design/Page.tsx'
import { Pagination } from '#design/Pagination.tsx'
import { Plot } from '#design/Plot.tsx'
import { Prose } from '#design/Prose.tsx'
import { ProviderButton, ProviderList } from '#design/ProviderButton.tsx'
import { SearchField } from '#design/SearchField.tsx'
import { Section } from '#design/Section.tsx'
import { SelectField } from '#design/SelectField.tsx'
import { Table } from '#design/Table.tsx'
import { Tabs } from '#design/Tabs.tsx'
import { TableOfContents } from '#design/TableOfContents.tsx'
import { TagList } from '#design/Tag.tsx'
import { TextArea } from '#design/TextArea.tsx'
import { EmailField, TextField, UrlField } from '#design/TextField.tsx'
import { Tile } from '#design/Tile.tsx'
import { Day, Time } from '#design/Time.tsx'
import { WebLink } from '#design/WebLink.tsx'
import { form, resources } from './samples.tsx'

const now = '2026-11-21T10:49:00Z'

const facets = [
  { name: 'theme', legend: 'Thème', chosen: ['numerique'], choices: [{ value: 'numerique', label: 'Inclusion numérique',
    count: 214 }, { value: 'droits', label: 'Accès aux droits', count: 96 }, { value: 'sante', label: 'Santé', count: 12 }] },
  { name: 'public', legend: 'Public', chosen: [], choices: [{ value: 'jeunes', label: 'Jeunes', count: 31 },
    { value: 'seniors', label: 'Personnes âgées', count: 78 }] },
]

const written = [
  '<p>Six séances prêtes à animer, <strong>avec les fiches</strong> à imprimer. Voir aussi <a href="/guide">le guide des ateliers</a>.</p>',
  '<h2>Avant de commencer</h2>',
  '<ul><li>Chargez les tablettes la veille.</li><li>Préparez un réseau pour invités.</li></ul>',
  '<blockquote><p>On avance au rythme du dernier.</p>',
  '</blockquote>',
].join('')

const labels = { title: 'Titre', email: 'Adresse électronique', theme: 'Thème', audiences: 'Publics', visibility: 'Visibilité',
  agree: 'Charte' }

/** The form of the gallery: every field, refused or not according to what the action answered. */
const formPage = (
  <Page title="Écrire une ressource" width="text"
    breadcrumb={[{ label: 'Accueil', href: '/' }, { label: 'Mes ressources', href: '/mes-ressources' }]}
    lead="Ce que vous écrivez ici reste un brouillon tant que vous ne le publiez pas.">
    <CommandForm form={form} submit="Publier la ressource" labels={labels} fixed={{ resourceId: 'r1', version: 3 }}
      values={{ title: 'Mon brouillon', visibility: 'private', audiences: ['old'] }} beside={<ButtonLink href="/mes-ressources"
        priority="tertiary">Annuler</ButtonLink>}>
      {(field) => (
        <>
          <TextField {...field('title')} label="Titre" />
          <TextArea {...field('description')} label="Description" hint="Deux phrases qui disent à qui elle sert." />
          <EmailField {...field('email')} label="Adresse électronique" />
          <UrlField {...field('link')} label="Lien" />
          <SelectField {...field('theme')} label="Thème" choices={{ digital: 'Inclusion numérique', rights: 'Accès aux droits' }}
            />
          <ChoicesField {...field('audiences')} legend="Publics" columns choices={{ young: 'Jeunes', old: 'Personnes âgées',
            families: 'Familles', jobless: 'Personnes en recherche d’emploi' }} />
          <RadioField {...field('visibility')} legend="Qui peut la voir ?"
            choices={{ public: ['Tout le monde', 'Elle apparaît dans les recherches.'], private: ['Les membres de la base',
            'Elle reste entre vous.'] }} />
          <TextField {...field('when')} label="Date de l’atelier" />
          <FileField {...field('file')} label="Pièce jointe" formats="PDF, images" maxBytes={10_000_000} />
          <FileDrop name="files" label="Fichiers" multiple upload={async () => undefined} formats="PDF, images"
            maxBytes={10_000_000} />
          <CheckboxField {...field('agree')} label="J’accepte la charte de la communauté" />
        </>
      )}
    </CommandForm>
  </Page>
)

/** Every component at least once. */
export const pages: Record<string, ReactNode> = {
  list: (
    <Page title="Ressources" breadcrumb={[{ label: 'Accueil', href: '/' }]}
      lead="322 ressources écrites et relues par celles et ceux qui accompagnent."
      actions={<ButtonLink href="/ressources/nouvelle" icon="fr-icon-add-line">Écrire une ressource</ButtonLink>}>
      <Grid kind="side-left">
        <div><SearchField action="/ressources" label="Chercher dans les ressources" />
          <Facets facets={facets} action="/ressources" keep={{ q: 'tablette' }} /></div>
        <div>
          <OrderMenu orders={[{ label: 'les plus récentes', href: '/ressources?sort=recent', current: true },
            { label: 'les plus lues', href: '/ressources?sort=views', current: false }]} />
          <ActiveFilters facets={facets} action="/ressources" keep={{ q: 'tablette' }} />
          <CardList label="Ressources">
            {resources.map(({ id, title, text, author, at, saves, image, tag }) => (
              <Card key={id} level={2} title={title} href={`/ressources/${id}`} description={text}
                picture={{ src: image, alt: '', width: 640, height: 360 }}
                start={<TagList small tags={[{ label: tag }]} />} detail={author} end={<>
                  <Time at={at} now={now} /> · {saves} enregistrements</>} />
            ))}
          </CardList>
          <Pagination page={4} pages={11} href={(n) => `/ressources?page=${n}`} />
        </div>
      </Grid>
    </Page>
  ),
  home: (
    <Hero title="Ce que les autres ont déjà écrit vous attend ici" documentTitle="Accueil" lead="Des fiches, des ateliers, des modèles.">
      <SearchField big action="/ressources" label="Chercher dans les ressources" />
    </Hero>
  ),
  form: formPage,
  refused: formPage,
  content: (
    <Page title="Apprivoiser sa première tablette"
      breadcrumb={[{ label: 'Accueil', href: '/' }, { label: 'Ressources', href: '/ressources' }]}
      above={<Badge kind="new">Nouveau</Badge>} actions={<ButtonGroup><ConfirmButton href="/supprimer" form={form}
        label="Supprimer" title="Supprimer cette ressource ?">
        <p>« Apprivoiser sa première tablette » disparaîtra des recherches.</p></ConfirmButton><Button priority="secondary"
        icon="fr-icon-bookmark-line">Enregistrer</Button></ButtonGroup>}>
      <Tabs label="Parties de la ressource" tabs={[{ label: 'Contenu', href: '/r', current: true },
        { label: 'Commentaires', href: '/r/c', count: 12 }, { label: 'Versions', href: '/r/v' }]} />
      <Grid kind="side-right">
        <div>
          <TableOfContents entries={[{ id: 'suivre', label: 'Suivre les inscriptions' }, { id: 'avant', label: 'Avant de commencer' }]} />
          <Prose html={written} />
          <Figure src={resources[0]!.image} alt="Une vague devant un soleil" width={640} height={360}
            caption="Dessin de la séance 1" />
          <WebLink href="https://www.exemple.fr/guide" title="Le guide des ateliers" />
          <FileLink href="/files/1" name="Fiches des six séances.pdf" type="pdf" bytes={1_234_567} />
          <Section title="Suivre les inscriptions" lead="Mises à jour chaque matin.">
            <Table rows={resources} caption="Ressources récentes" rowKey={(r) => r.id} empty="Aucune ressource."
              columns={{ Titre: (r) => <a href={`/r/${r.id}`}>{r.title}</a>, Auteur: (r) => r.author, État: (r) =>
                <Badge kind={r.state === 'Publiée' ? 'success' : 'info'}>{r.state}</Badge>, Modifiée: (r) =>
                <Time at={r.at} now={now} /> }} />
          </Section>
        </div>
        <aside aria-label="À propos">
          <Plot name="Ressources publiées" points={[{ day: '2026-09-01', value: 812 }, { day: '2026-10-01', value: 980 }, { day: '2026-11-01', value: 1234 }]} />
          <TagList label="Thèmes" tags={[{ label: 'Inclusion numérique', href: '/t/1' }, { label: 'Seniors', href: '/t/2' }]} />
          <Facts facts={[{ label: 'Écrite par', value: 'Nadia Cherkati' }, { label: 'Publiée le', value: <Day at={now} /> }]} />
          <CopyButton text="https://exemple.fr/r/1" label="Copier le lien" />
        </aside>
      </Grid>
      <Pagination previous="/a" next="/b" />
    </Page>
  ),
  states: (
    <Page title="Ce qui peut arriver" lead="Messages, attentes et vides.">
      <Flash>Votre ressource est publiée. <a href="/r/1">La voir</a></Flash>
      <Flash kind="error">L’envoi a échoué.</Flash>
      <Section title="Messages">
        <Alert title="À savoir">Le service fermera samedi de 8 h à 9 h.</Alert>
        <Alert kind="success">Enregistré.</Alert>
        <Alert kind="warning" title="Attention">Cette ressource a trois ans.</Alert>
        <Alert kind="error" title="Refusé">Le fichier ment sur son type.</Alert>
      </Section>
      <Section title="Boutons">
        <ButtonGroup><Button>Principal</Button><Button priority="secondary">Secondaire</Button>
          <Button priority="tertiary">Tertiaire</Button><Button priority="quiet">Discret</Button>
          <Button priority="danger">Supprimer</Button><Button disabled>Indisponible</Button></ButtonGroup>
        <p> </p><ButtonGroup><Badge>Neutre</Badge><Badge kind="info">Info</Badge><Badge kind="warning" icon>À relire</Badge>
          <Badge kind="error">Refusée</Badge></ButtonGroup>
        <p> </p><ProviderList>
          {[<ProviderButton key="f" kind="franceconnect" label="FranceConnect" href="/f" />,
            <ProviderButton key="p" kind="proconnect" label="ProConnect" href="/p" />,
            <ProviderButton key="e" kind="establishment" label="Université du Val d’Aubrière" href="/e" />]}
        </ProviderList>
      </Section>
      <Section title="Par où commencer">
        <Grid>
          <Tile title="Apprendre" href="/apprendre" icon="fr-icon-book-2-line" description="Cours, notes, calendrier."
            detail="2 devoirs à rendre" />
          <Tile title="Mes démarches" href="/demarches" icon="fr-icon-road-map-line"
            description="Avancer pas à pas, avec ses documents sous la main." />
          <Tile title="Partager" href="/partager" icon="fr-icon-team-line" description="Les bases et leurs ressources." />
        </Grid>
      </Section>
      <Section title="Confirmer">
        <ConfirmForm form={form} label="Supprimer" title="Supprimer ?" back="/r/1">
          <p>« Apprivoiser sa première tablette » disparaîtra.</p></ConfirmForm>
      </Section>
      <Section title="Vide"><EmptyState title="Aucune collection pour le moment"
        action={<ButtonLink href="/collections/nouvelle">Créer une collection</ButtonLink>}>
        <p>Rangez ici les ressources qui vous servent souvent.</p></EmptyState></Section>
      <Section title="Attente"><Loading /></Section>
      <Toast message="Enregistré dans « Ateliers »." />
    </Page>
  ),
  missing: <ErrorPage kind={404} />,
  broken: <ErrorPage kind={500} reference="01J9-8F3A" />,
}
