/**
 * Values by which a resource is described and found. They are the keys of the existing national service (its spellings included), so
 * that an import brings them as they are; what people read is in `web/fr.ts`.
 */
export const themes = [
  'diagnostic_de_competences_numeriques', 'demarches_et_services_en_ligne', 'maitrise_des_outils_numeriques',
  'navigation_sur_internet', 'usage_du_materiel_informatique', 'sobriete_numerique', 'materiel_reconditionne', 'mobilites',
  'accessibilite', 'acteurs_du_numerique', 'arts_et_culture', 'citoyennete_et_engagement', 'code_et_programmation',
  'communication_en_ligne_et_reseaux_sociaux', 'donnees', 'education_et_formation', 'emploi_et_entrepreunariat', 'jeux_videos',
  'inclusion_numerique', 'numerique_en_sante', 'parentalite', 'risques_cyber_et_protection', 'communs_numeriques',
  'economie_numerique', 'gouvernances_partagees', 'intelligence_artificielle', 'open_source_et_licences_libres',
  'souverainete_numerique_et_hebergement_des_donnees', 'ecoconception_de_services_numeriques',
  'usages_responsables_du_numerique', 'numerique_au_service_de_l_environnement', 'territoires_connectes_et_durables',
] as const

export const supportTypes = [
  'support_pedagogique', 'tutoriel', 'jeu', 'methodologie', 'site_web', 'boite_outils', 'logiciel', 'questionnaire', 'cartographie',
  'annuaire', 'modele_notice', 'article', 'infographie', 'video',
] as const

export const audiences = [
  'tous_publics', 'mediateurs_numeriques', 'travailleurs_sociaux', 'associations_acteurs_ess', 'entreprises',
  'collectivites_territoriales', 'administrations_etablissements_publics', 'elus', 'aidants_numeriques', 'autres_professionnels',
  'enseignants_professionnels_formation', 'particuliers', 'jeunes_enfants_6', 'enfants_6_12', 'adolescents_12_18',
  'jeunes_adultes_18_25', 'adultes', 'parents', 'seniors_personnes_agees', 'personnes_tres_eloignees_numerique',
  'personnes_insertion_professionnelle', 'personnes_en_insertion_sociale', 'personnes_perte_autonomie', 'refugies_demandeurs_asile',
  'personne_situation_illetrisme', 'personne_allophone', 'personne_situation_handicap',
] as const

export const licences = ['etalab_2_0', 'cc_by_sa_4_0', 'cc_by_nc_sa_4_0', 'no_licence'] as const

export const contentTypes = ['section_title', 'text', 'image', 'link', 'file', 'linked_resource'] as const

/** The stronger first. An administrator holds the members; a contributor writes. */
export const memberRoles = ['administrator', 'contributor'] as const

/** What was difficult in the service. */
export const difficultyAreas = ['search', 'resources', 'collections', 'profile', 'bases', 'other'] as const

/** Which resources of a base stand first on its page. */
export const highlights = ['latest_published', 'most_viewed', 'most_recommended'] as const
export type Highlights = typeof highlights[number]

export type Theme = typeof themes[number]
export type SupportType = typeof supportTypes[number]
export type Audience = typeof audiences[number]
export type Licence = typeof licences[number]
export type ContentType = typeof contentTypes[number]
export type MemberRole = typeof memberRoles[number]

/** What is searched for, each in a list of its own. */
export const searchedKinds = ['resources', 'bases', 'profiles'] as const
export type SearchedKind = typeof searchedKinds[number]
