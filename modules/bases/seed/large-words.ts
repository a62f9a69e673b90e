import type { Audience, SupportType, Theme } from '../enumerations.ts'

/** What a title begins with, and the type of support that it tells. */
export const formats: [string, SupportType][] = [
  ['Atelier', 'support_pedagogique'], ['Séance', 'support_pedagogique'], ['Fiche pratique', 'modele_notice'], ['Notice', 'modele_notice'],
  ['Pas à pas', 'tutoriel'], ['Tutoriel', 'tutoriel'], ['Jeu de cartes', 'jeu'], ['Quiz', 'jeu'], ['Méthode', 'methodologie'],
  ['Trame', 'methodologie'], ['Questionnaire', 'questionnaire'], ['Grille', 'questionnaire'], ['Carte', 'cartographie'],
  ['Annuaire', 'annuaire'],
  ['Affiche', 'infographie'], ['Capsule vidéo', 'video'], ['Boîte à outils', 'boite_outils'], ['Retour d’expérience', 'article'],
  ['Récit', 'article'], ['Application libre', 'logiciel'], ['Site', 'site_web'],
]

export const topics: [string, Theme][] = [
  ['reconnaître un courriel frauduleux', 'risques_cyber_et_protection'], ['choisir une phrase de passe', 'risques_cyber_et_protection'],
  ['protéger sa vie privée sur son téléphone', 'risques_cyber_et_protection'],
  ['déclarer ses revenus en ligne', 'demarches_et_services_en_ligne'],
  ['renouveler sa carte d’identité', 'demarches_et_services_en_ligne'], ['demander une aide au logement', 'demarches_et_services_en_ligne'],
  ['s’actualiser chaque mois', 'emploi_et_entrepreunariat'], ['écrire son curriculum vitæ', 'emploi_et_entrepreunariat'],
  ['préparer un entretien à distance', 'emploi_et_entrepreunariat'], ['envoyer une pièce jointe', 'maitrise_des_outils_numeriques'],
  ['ranger ses photos et ses documents', 'maitrise_des_outils_numeriques'],
  ['remplir un tableau de calcul', 'maitrise_des_outils_numeriques'],
  ['tenir une souris', 'usage_du_materiel_informatique'], ['brancher une imprimante', 'usage_du_materiel_informatique'],
  ['régler la taille des lettres', 'accessibilite'], ['écrire en facile à lire', 'accessibilite'],
  ['ajouter des sous-titres', 'accessibilite'],
  ['chercher et vérifier une information', 'navigation_sur_internet'], ['comprendre une adresse de site', 'navigation_sur_internet'],
  ['parler d’écrans en famille', 'parentalite'], ['suivre la scolarité de son enfant', 'parentalite'],
  ['jouer en ligne sans se fâcher', 'jeux_videos'], ['comprendre les classifications d’âge', 'jeux_videos'],
  ['prendre un rendez-vous médical', 'numerique_en_sante'], ['ouvrir son espace de santé', 'numerique_en_sante'],
  ['réparer plutôt que jeter', 'materiel_reconditionne'], ['acheter un ordinateur d’occasion', 'materiel_reconditionne'],
  ['mesurer l’empreinte de ses usages', 'sobriete_numerique'], ['alléger sa boîte de courriels', 'sobriete_numerique'],
  ['installer un système libre', 'open_source_et_licences_libres'], ['choisir une licence de partage', 'open_source_et_licences_libres'],
  ['dialoguer avec une intelligence artificielle', 'intelligence_artificielle'],
  ['expliquer un algorithme sans écran', 'intelligence_artificielle'],
  ['programmer un premier jeu', 'code_et_programmation'], ['lire des données ouvertes', 'donnees'],
  ['dessiner une carte participative', 'communs_numeriques'],
  ['organiser un covoiturage', 'mobilites'], ['acheter un billet de car', 'mobilites'],
  ['consulter les habitants', 'citoyennete_et_engagement'],
  ['visiter un musée à distance', 'arts_et_culture'], ['enregistrer une mémoire de quartier', 'arts_et_culture'],
  ['animer une réunion qui décide', 'gouvernances_partagees'],
  ['héberger ses données près de chez soi', 'souverainete_numerique_et_hebergement_des_donnees'],
  ['concevoir un service sobre', 'ecoconception_de_services_numeriques'],
  ['repérer les besoins dès l’accueil', 'diagnostic_de_competences_numeriques'],
  ['accompagner sans faire à la place', 'inclusion_numerique'], ['orienter vers le bon relais', 'acteurs_du_numerique'],
  ['évaluer une compétence', 'education_et_formation'], ['suivre la qualité de l’eau', 'numerique_au_service_de_l_environnement'],
  ['partager un réseau de capteurs', 'territoires_connectes_et_durables'], ['décrocher le soir venu', 'usages_responsables_du_numerique'],
  ['vendre sa production en ligne', 'economie_numerique'],
  ['répondre à un commentaire blessant', 'communication_en_ligne_et_reseaux_sociaux'],
]

export const situations: [string, Audience][] = [
  ['avec des seniors', 'seniors_personnes_agees'], ['pour les parents', 'parents'], ['avec des adolescents', 'adolescents_12_18'],
  ['en classe de primaire', 'enfants_6_12'], ['à la mission locale', 'jeunes_adultes_18_25'],
  ['au guichet', 'administrations_etablissements_publics'],
  ['en mairie', 'collectivites_territoriales'], ['pour les élus', 'elus'], ['en maison de quartier', 'tous_publics'],
  ['au centre social', 'travailleurs_sociaux'],
  ['en médiathèque', 'mediateurs_numeriques'], ['dans le bus numérique', 'mediateurs_numeriques'],
  ['avec un interprète', 'personne_allophone'],
  ['pour de grands débutants', 'personnes_tres_eloignees_numerique'], ['en chantier d’insertion', 'personnes_insertion_professionnelle'],
  ['à domicile', 'personnes_perte_autonomie'], ['en association', 'associations_acteurs_ess'],
  ['dans une petite entreprise', 'entreprises'],
  ['avec des aidants', 'aidants_numeriques'], ['en formation d’adultes', 'enseignants_professionnels_formation'],
  ['sans savoir bien lire', 'personne_situation_illetrisme'], ['avec un lecteur d’écran', 'personne_situation_handicap'],
]

export const sentences = [
  'Prévoyez une heure et demie, quatre personnes au plus, et du temps pour les questions qui n’étaient pas prévues.',
  'Nous avons commencé par demander à chacun ce qui l’avait amené là.', 'Rien ne presse : la personne tape, vous épelez.',
  'Imprimez la fiche en grands caractères et laissez-la à la fin.', 'La deuxième séance reprend la première, dans un autre ordre.',
  'Ce qui rate d’habitude : la connexion de la salle, et le mot de passe oublié.', 'Gardez un exemple vrai sous la main, sans aucun nom.',
  'Les participants repartent avec une chose faite, pas avec une leçon.',
  'Le vocabulaire compte : dites fenêtre, bouton, page, et tenez-vous-y.',
  'On peut tout faire sur un téléphone ; l’ordinateur rassure certains et en effraie d’autres.', 'Trois collègues ont relu ce document.',
  'Si une personne se fatigue, arrêtez-vous là et notez où vous en êtes.', 'Cette version corrige deux étapes qui avaient changé en ligne.',
  'Le bilan tient en une ligne : qu’est-ce que je saurai refaire seul ?', 'Adaptez les exemples à ce que vivent les gens d’ici.',
  'Une affiche au mur vaut mieux qu’un long discours.', 'Les plus jeunes vont vite ; demandez-leur d’expliquer.',
  'Nous tenons un carnet des questions posées, il nourrit la séance suivante.', 'Le matériel tient dans une caisse.',
  'Vérifiez la veille que le service répond, et gardez une version de papier.', 'La bibliothèque prête les tablettes.',
  'Deux bénévoles suffisent, à condition d’avoir lu la fiche.', 'Finissez par un café : c’est là que viennent les vraies questions.',
]

const starts = ['Mont', 'Val', 'Saint-', 'Roche', 'Font', 'Beau', 'Ville', 'Champ', 'Pont', 'Clair', 'Aigue', 'Bois', 'Cour', 'Mal',
  'Haute', 'Lam', 'Char']
const middles = ['bra', 'ne', 'vi', 'lo', 'ri', 'mar', 'gau', 'cha', 'sa', 'ver', 'tor', 'gny', 'au', 'ber', 'lé', 'zan']
const ends = ['val', 'court', 'sac', 'ville', 'gnac', 'lieu', 'tin', 'bois', 'nay', 'res', 'mont', 'ssec', 'thal', 'heim', 'guen', 'vic']

/** Names of invented towns, rare words as any text has some: more than four thousand. */
export const towns = starts.flatMap((start) => middles.flatMap((middle) => ends.map((end) => start + middle + end)))

/** Numbers that are the same at each run (mulberry32), from 0 to 1. */
export const chance = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
