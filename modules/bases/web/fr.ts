import { fr as exchange } from './exchange.fr.ts'
import { fr as text } from './text.fr.ts'
import { fr as savedSearch } from './saved-search.fr.ts'
import { fr as care } from './care.fr.ts'
import { reported } from './reported.fr.ts'
import { fr as follow } from './follow.fr.ts'
import { fr as joining } from './joining.fr.ts'
import { fr as image } from './image.fr.ts'
import { fr as preview } from './preview.fr.ts'
import { fr as history } from './history.fr.ts'
import { fr as profile } from './profile.fr.ts'
import { fr as letter } from './letter.fr.ts'
import { fr as siteFeedback } from './site-feedback.fr.ts'
import { fr as welcome } from './welcome.fr.ts'
import { fr as opinion } from './opinion.fr.ts'
import type { Audience, ContentType, Licence, MemberRole, SupportType, Theme } from '../enumerations.ts'

const themes: Record<Theme, string> = {
  diagnostic_de_competences_numeriques: 'Diagnostic de compétences numériques',
  demarches_et_services_en_ligne: 'Démarches et services en ligne',
  maitrise_des_outils_numeriques: 'Maîtrise des outils numériques',
  navigation_sur_internet: 'Navigation sur internet',
  usage_du_materiel_informatique: 'Usage du matériel informatique',
  sobriete_numerique: 'Sobriété numérique',
  materiel_reconditionne: 'Matériel reconditionné',
  mobilites: 'Mobilités',
  accessibilite: 'Accessibilité',
  acteurs_du_numerique: 'Acteurs du numérique',
  arts_et_culture: 'Arts et culture',
  citoyennete_et_engagement: 'Citoyenneté et engagement',
  code_et_programmation: 'Code et programmation',
  communication_en_ligne_et_reseaux_sociaux: 'Communication en ligne et réseaux sociaux',
  donnees: 'Données',
  education_et_formation: 'Éducation et formation',
  emploi_et_entrepreunariat: 'Emploi et entrepreneuriat',
  jeux_videos: 'Jeux vidéo',
  inclusion_numerique: 'Inclusion numérique',
  numerique_en_sante: 'Numérique en santé',
  parentalite: 'Parentalité',
  risques_cyber_et_protection: 'Risques cyber et protection',
  communs_numeriques: 'Communs numériques',
  economie_numerique: 'Économie numérique',
  gouvernances_partagees: 'Gouvernances partagées',
  intelligence_artificielle: 'Intelligence artificielle',
  open_source_et_licences_libres: 'Logiciels et licences libres',
  souverainete_numerique_et_hebergement_des_donnees: 'Souveraineté numérique et hébergement des données',
  ecoconception_de_services_numeriques: 'Écoconception de services numériques',
  usages_responsables_du_numerique: 'Usages responsables du numérique',
  numerique_au_service_de_l_environnement: 'Numérique au service de l’environnement',
  territoires_connectes_et_durables: 'Territoires connectés et durables',
}

const supportTypes: Record<SupportType, string> = {
  support_pedagogique: 'Support pédagogique', tutoriel: 'Tutoriel', jeu: 'Jeu', methodologie: 'Méthodologie', site_web: 'Site web',
  boite_outils: 'Boîte à outils', logiciel: 'Logiciel', questionnaire: 'Questionnaire', cartographie: 'Cartographie', annuaire: 'Annuaire',
  modele_notice: 'Modèle ou notice', article: 'Article', infographie: 'Infographie', video: 'Vidéo',
}

const audiences: Record<Audience, string> = {
  tous_publics: 'Tous les publics',
  mediateurs_numeriques: 'Médiateurs et médiatrices numériques',
  travailleurs_sociaux: 'Travailleurs et travailleuses du social',
  associations_acteurs_ess: 'Associations et acteurs de l’économie sociale et solidaire',
  entreprises: 'Entreprises',
  collectivites_territoriales: 'Collectivités territoriales',
  administrations_etablissements_publics: 'Administrations et établissements publics',
  elus: 'Élus et élues',
  aidants_numeriques: 'Aidants et aidantes numériques',
  autres_professionnels: 'Autres professionnels',
  enseignants_professionnels_formation: 'Enseignants et professionnels de la formation',
  particuliers: 'Particuliers',
  jeunes_enfants_6: 'Jeunes enfants (moins de 6 ans)',
  enfants_6_12: 'Enfants (de 6 à 12 ans)',
  adolescents_12_18: 'Adolescents (de 12 à 18 ans)',
  jeunes_adultes_18_25: 'Jeunes adultes (de 18 à 25 ans)',
  adultes: 'Adultes',
  parents: 'Parents',
  seniors_personnes_agees: 'Seniors et personnes âgées',
  personnes_tres_eloignees_numerique: 'Personnes très éloignées du numérique',
  personnes_insertion_professionnelle: 'Personnes en insertion professionnelle',
  personnes_en_insertion_sociale: 'Personnes en insertion sociale',
  personnes_perte_autonomie: 'Personnes en perte d’autonomie',
  refugies_demandeurs_asile: 'Personnes réfugiées ou demandant l’asile',
  personne_situation_illetrisme: 'Personnes en situation d’illettrisme',
  personne_allophone: 'Personnes allophones',
  personne_situation_handicap: 'Personnes en situation de handicap',
}

const licences: Record<Licence, string> = {
  etalab_2_0: 'Licence Ouverte 2.0 (Etalab)',
  cc_by_sa_4_0: 'CC BY-SA 4.0',
  cc_by_nc_sa_4_0: 'CC BY-NC-SA 4.0',
  no_licence: 'Sans licence',
}

const licenceTerms: Record<Licence, string> = {
  etalab_2_0: 'Chacun peut reprendre, adapter et partager cette ressource, même pour la vendre, en disant d’où elle vient.',
  cc_by_sa_4_0: 'Chacun peut reprendre et adapter cette ressource en citant ses auteurs, et partage ce qu’il en fait aux mêmes conditions.',
  cc_by_nc_sa_4_0: 'Comme CC BY-SA, mais sans en tirer d’argent.',
  no_licence: 'Tous les droits restent à ses auteurs : demandez-leur avant de la reprendre.',
}

const contentTypes: Record<ContentType, string> = {
  section_title: 'Titre de partie', text: 'Texte', image: 'Image', link: 'Lien', file: 'Fichier', linked_resource: 'Autre ressource',
}

const memberRoles: Record<MemberRole, string> = { administrator: 'Administration', contributor: 'Contribution' }

/** How the themes are shown in a long list of choices. */
export const themeGroups: { label: string; themes: Theme[] }[] = [
  { label: 'Inclusion et autonomie', themes: [
    'diagnostic_de_competences_numeriques', 'demarches_et_services_en_ligne', 'maitrise_des_outils_numeriques', 'navigation_sur_internet',
    'usage_du_materiel_informatique', 'inclusion_numerique', 'accessibilite', 'mobilites', 'acteurs_du_numerique',
  ] },
  { label: 'Vie quotidienne et société', themes: [
    'education_et_formation', 'emploi_et_entrepreunariat', 'parentalite', 'numerique_en_sante', 'arts_et_culture', 'jeux_videos',
    'citoyennete_et_engagement', 'communication_en_ligne_et_reseaux_sociaux', 'risques_cyber_et_protection',
  ] },
  { label: 'Techniques et communs', themes: [
    'code_et_programmation', 'donnees', 'intelligence_artificielle', 'communs_numeriques', 'open_source_et_licences_libres',
    'gouvernances_partagees', 'economie_numerique', 'souverainete_numerique_et_hebergement_des_donnees',
  ] },
  { label: 'Environnement et territoires', themes: [
    'sobriete_numerique', 'materiel_reconditionne', 'ecoconception_de_services_numeriques', 'usages_responsables_du_numerique',
    'numerique_au_service_de_l_environnement', 'territoires_connectes_et_durables',
  ] },
]

/** Why an operation of the commons said no. */
const refusals = {
  'bases.content-stale': 'Quelqu’un d’autre a changé ce contenu pendant que vous l’écriviez. Comparez les deux versions : rien n’est perdu.',
  'bases.part-stale': 'Quelqu’un d’autre a changé cette partie pendant que vous l’écriviez. Comparez les deux versions : rien n’est perdu.',
  'bases.content-gone': 'Quelqu’un d’autre a retiré ce contenu. Copiez votre texte si vous voulez l’ajouter de nouveau.',
  'bases.other-type': 'Ce contenu est d’une autre sorte. Ouvrez de nouveau la page, puis recommencez.',
  'bases.too-many-contents': 'Une ressource tient en 100 contenus au plus. Faites-en deux, et reliez-les.',
  'bases.no-file': 'Ce fichier n’est plus là. Déposez-le de nouveau.',
  'bases.not-an-image': 'Ce fichier n’est pas une image. Choisissez une image, ou ajoutez-le comme fichier.',
  'bases.linked-to-itself': 'Une ressource ne peut pas renvoyer vers elle-même.',
  'bases.no-linked-resource': 'Cette ressource n’existe pas, ou n’est pas publiée.',
  'bases.no-content': 'Ajoutez au moins un contenu avant de publier.',
  'bases.no-theme': 'Choisissez au moins une thématique : c’est par elle que l’on trouvera votre ressource.',
  'bases.no-support-type': 'Dites de quel type de support il s’agit.',
  'bases.no-audience': 'Dites à quel public votre ressource s’adresse.',
  'bases.nothing-changed': 'Tout est déjà publié : rien n’a changé depuis la dernière publication.',
  'bases.not-published': 'Cette ressource n’est pas encore publiée.',
  'bases.no-base': 'Cette base n’existe pas, ou vous n’y avez pas accès.',
  'bases.not-a-member': 'Pour y déposer une ressource, il faut être membre de cette base.',
  'bases.base-gone': 'La base de cette ressource a été supprimée : la ressource ne peut pas revenir seule.',
  'bases.title-differs': 'Le titre que vous avez écrit n’est pas celui de la base. Recopiez-le exactement.',
  'bases.no-person': 'Nous ne trouvons pas cette personne.',
  'bases.already-member': 'Cette personne est déjà membre de la base.',
  'bases.no-member': 'Cette personne n’est pas membre de la base.',
  'bases.last-administrator': 'Une base garde toujours une personne qui l’administre. Donnez d’abord ce rôle à quelqu’un d’autre.',
  'bases.no-collection': 'Cette collection n’existe plus, ou vous n’y avez pas accès.',
  'bases.not-in-collection': 'Cette ressource n’est plus dans la collection.',
  'bases.favourites': 'Vos favoris restent tels quels : on peut les vider, pas les renommer ni les supprimer.',
}

/** What a command has done, said once on the next page. */
const done = {
  createBase: 'Votre base est créée.',
  updateBase: 'Votre base est à jour.',
  deleteBase: 'La base et ses ressources sont supprimées. Vous pouvez les rétablir pendant trente jours.',
  changeMemberRole: 'Le rôle est changé.',
  removeBaseMember: 'La personne ne fait plus partie de la base.',
  leaveBase: 'Vous avez quitté la base.',
  createResource: 'Votre brouillon est créé. Ajoutez-lui des contenus.',
  editResourceTitle: 'Le titre et la description sont enregistrés.',
  setResourceImage: 'L’image est enregistrée.',
  setResourceIndexation: 'Les thématiques, supports et publics sont enregistrés.',
  setResourceLicence: 'La licence est enregistrée.',
  setResourceVisibility: 'La visibilité est changée dès maintenant.',
  moveResource: 'La ressource a changé de base.',
  removeContributor: 'La personne n’écrit plus cette ressource.',
  addContent: 'Le contenu est ajouté.',
  editContent: 'Le contenu est enregistré.',
  removeContent: 'Le contenu est retiré.',
  moveContent: 'Le contenu a changé de place.',
  publishResource: 'Votre ressource est publiée.',
  deleteResource: 'La ressource est supprimée. Vous pouvez la rétablir pendant trente jours.',
  restoreResource: 'La ressource est de retour.',
  saveResource: 'La ressource est dans votre collection.',
  unsaveResource: 'La ressource n’est plus dans vos collections.',
  createCollection: 'Votre collection est créée.',
  editCollection: 'La collection est à jour.',
  deleteCollection: 'La collection est supprimée. Vous pouvez la rétablir pendant trente jours, depuis « Éléments supprimés ».',
  removeFromCollection: 'La ressource n’est plus dans la collection.',
  moveInCollection: 'La ressource a changé de place.',
  saveCollection: 'La collection est parmi les vôtres.',
  unsaveCollection: 'La collection n’est plus parmi les vôtres.',
}

/** What is said of each event in the history of a resource, after the person's name. */
const events: Record<string, string> = {
  created: 'a créé la ressource', migrated: 'a importé le texte de la ressource', published: 'a publié', republished: 'a publié de nouveau',
  deleted: 'a supprimé la ressource', restored: 'a rétabli la ressource', title_and_description_edited: 'a changé le titre ou la description',
  image_edited: 'a changé l’image', base_changed: 'a changé la base', indexation_changed: 'a changé les thématiques, supports ou publics',
  visibility_changed: 'a changé la visibilité', public_feedback_changed: 'a changé l’affichage des avis', content_added: 'a ajouté un contenu',
  content_edited: 'a changé un contenu', content_removed: 'a retiré un contenu', content_reordered: 'a déplacé un contenu',
  licence_changed: 'a changé la licence', ...history.events,
}

/** Sentences and labels of the commons. */
export const fr = {
  themes, supportTypes, audiences, licences, licenceTerms, contentTypes, memberRoles, refusals: { ...refusals, ...savedSearch.refusals,
    ...reported.refusals, ...history.refusals, ...preview.refusals, ...opinion.refusals, ...joining.refusals, ...care.refusals,
      ...siteFeedback.refusals, ...exchange.refusals, ...text.refusals, ...image.refusals }, done: { ...done, ...savedSearch.done, ...follow.done,
        ...history.done, ...preview.done, ...image.done, ...opinion.done, ...joining.done, ...care.done, ...profile.done, ...letter.done,
          ...welcome.done, ...siteFeedback.done, ...exchange.done, ...text.done }, events,
  favourites: 'Mes favoris',
  menu: { resources: 'Ressources', bases: 'Bases', mine: 'Mes ressources', myBases: 'Mes bases', collections: 'Mes collections', feed: follow.menu },
}
