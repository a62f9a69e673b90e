/** What each module is to the people whose data it holds. */
export const moduleNames: Readonly<Record<string, string>> = {
  identity: 'Votre compte', notifications: 'Vos notifications', messaging: 'Vos messages', organisations: 'Vos organisations', bases: 'Les bases et leurs ressources', files: 'Vos fichiers',
  mail: 'Les courriels envoyés', audit: 'Le journal de ce que vous avez fait', privacy: 'Vos demandes sur vos données',
  settings: 'Les réglages du service', access: 'Les droits d’accès', staff: 'L’administration du service',
  provisioning: 'Les comptes créés par votre établissement', supervision: 'Le suivi du service', moderation: 'La modération', live: 'Vos pages en direct',
  search: 'Vos recherches', switches: 'Les fonctions coupées et les limites', announcements: 'Les annonces', terms: 'Les conditions d’utilisation',
}

/** What each table holds, in the words of the person whose rows they are. */
export const tableNames: Readonly<Record<string, string>> = {
  'identity.person': 'Votre profil', 'identity.account': 'Votre compte', 'identity.address': 'Vos adresses électroniques',
  'identity.external_identifier': 'Vos identités chez d’autres services', 'identity.platform_role': 'Vos rôles sur la plateforme',
  'identity.session': 'Vos connexions', 'identity.passkey': 'Vos clés d’accès', 'identity.address_proposal': 'Les adresses à confirmer',
  'identity.suspension': 'Les suspensions de votre compte', 'identity.erasure': 'Les effacements demandés',
    'identity.merge': 'Les comptes réunis avec le vôtre',
  'identity.consent': 'Les autorisations que vous avez données', 'identity.impersonation': 'Les interventions à votre place',
  'organisations.membership': 'Vos appartenances et vos rôles', 'organisations.invitation': 'Les invitations',
  'organisations.join_request': 'Vos demandes pour rejoindre une organisation',
  'bases.base': 'Les bases que vous avez créées', 'bases.base_member': 'Les bases dont vous êtes membre',
  'bases.resource': 'Les ressources que vous avez créées', 'bases.resource_contributor': 'Les ressources auxquelles vous contribuez',
  'bases.resource_event': 'Ce que vous avez écrit dans les ressources', 'bases.collection': 'Vos collections',
  'bases.saved': 'Les ressources que vous gardez', 'bases.saved_collection': 'Les collections que vous gardez',
  'bases.followed_base': 'Les bases que vous suivez', 'bases.followed_person': 'Les personnes que vous suivez',
  'bases.invitation': 'Les invitations à écrire que vous avez reçues ou envoyées', 'bases.join_request': 'Vos demandes pour rejoindre des bases',
  'bases.preference': 'Vos préférences dans le commun', 'bases.letter': 'Les lettres du mois que vous avez reçues',
  'bases.profile': 'Vos liens et votre adresse sur votre profil', 'bases.site_feedback': 'Vos avis sur le service',
  'bases.saved_search': 'Les recherches que vous gardez', 'bases.package_import': 'Les fichiers de base que vous avez apportés',
  'search.asked': 'Vos recherches, tant que vous acceptez qu’elles portent votre nom', 'search.consent': 'Votre accord pour garder vos recherches',
  'bases.opinion': 'Vos avis sur des ressources', 'bases.answer': 'Vos réponses aux avis', 'moderation.report': 'Vos signalements',
  'live.agreement': 'Votre accord pour montrer que vous êtes en ligne',
  'moderation.appeal': 'Vos contestations d’une décision',
  'provisioning.subject': 'Votre fiche chez un établissement', 'provisioning.proposal': 'Ce qu’un établissement propose de changer',
  'files.file': 'Les fichiers que vous avez envoyés', 'mail.message': 'Les courriels qui vous ont été envoyés',
  'notifications.notification': 'Vos notifications', 'notifications.preference': 'Ce que vous avez choisi de recevoir',
  'notifications.rhythm': 'Les heures de vos courriels', 'notifications.device': 'Vos appareils avertis', 'notifications.mute': 'Ce que vous avez mis en sourdine',
  'messaging.participant': 'Vos conversations', 'messaging.message': 'Les messages que vous avez écrits', 'messaging.draft': 'Vos brouillons de messages',
  'messaging.held_message': 'Vos messages en attente ou rendus', 'messaging.attachment': 'Les fichiers joints à vos messages',
  'messaging.scheduled': 'Vos messages programmés', 'messaging.reaction': 'Vos réactions à des messages',
  'messaging.mention': 'Les messages qui vous mentionnent', 'messaging.preference': 'Votre choix sur les confirmations de lecture',
  'messaging.folder': 'Vos dossiers de conversations', 'messaging.filing': 'Les conversations rangées dans vos dossiers',
  'audit.entry': 'Ce que vous avez fait, et quand', 'privacy.archive': 'Vos téléchargements de données',
  'privacy.deletion': 'Vos demandes de suppression', 'privacy.warning': 'Les courriels sur votre absence',
  'settings.change': 'Les réglages que vous avez changés', 'access.client': 'Les programmes que vous avez autorisés',
  'staff.attempt': 'Vos essais de connexion à l’administration',
  'switches.switch': 'Les coupures de fonctions qui vous concernent', 'switches.held': 'Ce que vous avez écrit et qui attend',
  'switches.use': 'Combien de fois vous avez utilisé ce qui a des limites',
  'terms.acceptance': 'Les conditions d’utilisation que vous avez acceptées',
  'announcements.announcement': 'Les annonces que vous avez faites', 'announcements.receipt': 'Les annonces que vous avez reçues',
}

/** What a column holds; one that is not named here is shown under its technical name. */
export const columnNames: Readonly<Record<string, string>> = {
  first_name: 'Prénom', last_name: 'Nom', title: 'Titre', location: 'Commune', department: 'Département', about: 'Présentation',
  is_public: 'Visible de tous', portrait_file_id: 'Portrait (fichier)', time_zone: 'Fuseau horaire', created_at: 'Créé le',
    version: 'Version',
  kind: 'Nature', state: 'État', last_seen_at: 'Dernière visite', email: 'Adresse électronique', verified_at: 'Confirmé le',
  is_primary: 'Adresse principale', issuer: 'Service qui la donne', value: 'Valeur', valid_from: 'À partir du', valid_to: 'Jusqu’au',
  role: 'Rôle', added_at: 'Ajouté le', excerpt: 'Résumé', description: 'Description', website: 'Site', updated_at: 'Modifié le',
  published_at: 'Publié le', last_published_at: 'Dernière publication', licence: 'Licence', themes: 'Thématiques',
  support_types: 'Supports', audiences: 'Publics', views_count: 'Lectures', saves_count: 'Personnes qui la gardent', saved_at: 'Gardé le',
  words: 'Mots cherchés', filters: 'Filtres', total: 'Nombre de résultats', agreed_at: 'Accepté le', text: 'Texte', alerts: 'Alerte',
  type: 'Nature', data: 'Contenu', at: 'Date', name: 'Nom', mime: 'Format', size: 'Taille en octets', operation: 'Action',
  outcome: 'Résultat', code: 'Motif du refus', asked_at: 'Demandé le', ready_at: 'Prêt le', ends_at: 'Fin du lien', due_at: 'Prévu le',
  ended_at: 'Terminé le', reason: 'Motif', source: 'Origine', expires_at: 'Expire le', accepted_at: 'Acceptée le', message: 'Message',
  slug: 'Adresse de la page', deleted_at: 'Supprimé le', is_favourites: 'Favoris', sequence: 'Numéro', step: 'Étape',
  last_visit: 'Dernière visite', parameters: 'Numéros de ce qui était visé', address: 'Adresse du réseau', client: 'Programme',
  sent_count: 'Nombre d’envois', checksum: 'Empreinte', purpose: 'Usage', width: 'Largeur',
    height: 'Hauteur',
}

/** Words of the program for states, outcomes, roles and kinds. */
export const valueNames: Readonly<Record<string, string>> = {
  done: 'fait', refused: 'refusé', read: 'consulté', asked: 'demandé', ready: 'prêt', failed: 'échoué', ended: 'terminé',
  waiting: 'en attente',
  cancelled: 'annulé', inactive: 'absence', active: 'actif', suspended: 'suspendu', sent: 'envoyé', deleted: 'supprimé', person: 'personne',
  administrator: 'administration', contributor: 'contribution', moderator: 'modération', support: 'assistance',
  student: 'étudiant ou étudiante',
  teacher: 'enseignement', mediator: 'médiation', member: 'membre', created: 'création', published: 'publication',
  republished: 'nouvelle publication',
  restored: 'rétablissement', title_and_description_edited: 'titre et description', image_edited: 'image',
  base_changed: 'changement de base',
  indexation_changed: 'classement', visibility_changed: 'visibilité', content_added: 'ajout d’un contenu',
  content_edited: 'contenu modifié',
  content_removed: 'contenu retiré', content_reordered: 'ordre des contenus', licence_changed: 'licence',
}

/** Columns that help nobody who reads: they stay in the file for programs. */
export const technical = new RegExp('(^|_)(id|ids)$|^(version|checksum|widths|request|target|reference_count|unreferenced_since|'
  + 'message_id|base_is_public|is_open)$')

const accountNumber = {
  why: 'Votre numéro de compte, seul, est noté à part : une sauvegarde que l’on restaure ne doit pas vous faire revenir.',
  law: 'Nécessaire pour tenir la promesse d’effacement (RGPD, article 17.1).',
}

/** What lets that which was shared with all stay without its author. */
export const published = 'Mission d’intérêt public et liberté d’informer (RGPD, articles 6.1.e et 17.3).'

/** Why something stays once its author is erased: the reason, then the law (GDPR). */
export const kept: Readonly<Record<string, { why: string; law: string }>> = {
  'audit.entry': {
    why: 'Le journal dit ce qui a été fait, quand, et par quel numéro de compte. Votre nom n’y est pas : il part avec votre profil.',
    law: 'Obligation de sécurité et de preuve du service public (RGPD, articles 6.1.e et 32).',
  },
  'identity.erasure': accountNumber,
  'identity.merge': accountNumber,
  mail: {
    why: 'Le fait qu’un courriel soit parti, sans son adresse ni son texte, reste 90 jours.',
    law: 'Sécurité du service (RGPD, article 32).',
  },
}

export const nameOfTable = (table: string): string => tableNames[table] ?? table
export const nameOfModule = (module: string): string => moduleNames[module] ?? module
