/** What the actions that roles open are called; one that is not here is shown by its own name. */
const actions: Readonly<Record<string, string>> = {
  'access.showRights': 'Voir ce que chaque rôle ouvre', 'access.showRightsOf': 'Voir ce que peut une personne',
    'access.showHolders': 'Voir qui peut faire une action',
  'bases.addBaseMember': 'Ajouter une personne à une base', 'bases.addContent': 'Ajouter un contenu à une fiche',
    'bases.addContributor': 'Inviter à écrire une fiche',
  'bases.changeMemberRole': 'Changer le rôle d’un membre de la base', 'bases.createBase': 'Créer une base',
    'bases.createCollection': 'Créer une collection',
  'bases.createResource': 'Créer une fiche', 'bases.deleteBase': 'Supprimer une base', 'bases.deleteCollection': 'Supprimer une collection',
  'bases.deleteResource': 'Supprimer une fiche', 'bases.editCollection': 'Modifier une collection',
    'bases.editContent': 'Modifier un contenu',
  'bases.editResourceTitle': 'Modifier le titre d’une fiche', 'bases.findBases': 'Chercher des bases',
    'bases.findPeople': 'Chercher des personnes',
  'bases.findResources': 'Chercher des fiches', 'bases.leaveBase': 'Quitter une base', 'bases.listMyBases': 'Voir ses bases',
  'bases.listMyCollections': 'Voir ses collections', 'bases.listMyResources': 'Voir ses fiches', 'bases.moveContent': 'Déplacer un contenu',
  'bases.moveInCollection': 'Ranger une collection', 'bases.moveResource': 'Déplacer une fiche',
    'bases.publishResource': 'Publier une fiche',
  'bases.removeBaseMember': 'Retirer une personne d’une base', 'bases.removeContent': 'Retirer un contenu',
    'bases.removeContributor': 'Ne plus inviter à écrire',
  'bases.removeFromCollection': 'Retirer d’une collection', 'bases.restoreResource': 'Rétablir une fiche',
    'bases.saveCollection': 'Garder une collection',
  'bases.saveResource': 'Garder une fiche', 'bases.setResourceImage': 'Choisir l’image d’une fiche',
    'bases.setResourceIndexation': 'Décrire une fiche',
  'bases.setResourceLicence': 'Choisir la licence d’une fiche', 'bases.setResourceVisibility': 'Choisir qui voit une fiche',
    'bases.showBase': 'Lire une base',
  'bases.showCollection': 'Lire une collection', 'bases.showDraft': 'Lire un brouillon', 'bases.showResource': 'Lire une fiche',
  'bases.suggestTitles': 'Voir des titres proches', 'bases.unsaveCollection': 'Ne plus garder une collection',
    'bases.unsaveResource': 'Ne plus garder une fiche',
  'bases.updateBase': 'Modifier une base', 'bases.followBase': 'Suivre une base', 'bases.unfollowBase': 'Ne plus suivre une base',
  'bases.followPerson': 'Suivre une personne', 'bases.unfollowPerson': 'Ne plus suivre une personne',
  'bases.listFollowed': 'Voir ce qu’on suit', 'bases.showFeed': 'Voir les nouveautés', 'bases.showProfile': 'Voir un profil public',
  'files.startUpload': 'Envoyer un fichier', 'files.showFile': 'Voir un fichier', 'files.listMyFiles': 'Voir ses fichiers',
    'files.removeFile': 'Supprimer un fichier',
  'identity.completeProfile': 'Dire son nom', 'identity.updateProfile': 'Modifier son profil', 'identity.showMe': 'Voir son compte',
  'identity.listMySessions': 'Voir ses appareils connectés', 'identity.endSession': 'Déconnecter un appareil',
    'identity.signOut': 'Se déconnecter',
  'identity.signOutEverywhere': 'Se déconnecter partout', 'identity.linkIdentity': 'Lier une identité',
    'identity.unlinkIdentity': 'Délier une identité',
  'identity.listMyIdentities': 'Voir ses identités', 'identity.registerPasskey': 'Ajouter une clé d’accès',
    'identity.removePasskey': 'Retirer une clé d’accès',
  'organisations.findOpenOrganisations': 'Chercher une organisation', 'organisations.askToJoin': 'Demander à rejoindre une organisation',
  'organisations.withdrawJoinRequest': 'Retirer sa demande', 'organisations.showMember': 'Voir une personne de l’organisation',
  'organisations.addMembership': 'Donner un rôle', 'organisations.setMembershipDates': 'Changer les dates d’un rôle',
  'organisations.endMembership': 'Retirer un rôle', 'organisations.restoreMembership': 'Rendre un rôle retiré',
  'organisations.listGroups': 'Voir les groupes', 'organisations.createGroup': 'Créer un groupe',
    'organisations.editGroup': 'Modifier un groupe',
  'organisations.closeGroup': 'Fermer un groupe', 'organisations.reopenGroup': 'Rouvrir un groupe',
  'organisations.listInvitations': 'Voir les invitations', 'organisations.resendInvitation': 'Renvoyer une invitation',
  'organisations.revokeInvitation': 'Annuler une invitation', 'organisations.showInvitation': 'Lire une invitation',
  'organisations.acceptInvitation': 'Accepter une invitation', 'organisations.listJoinRequests': 'Voir les demandes d’entrée',
  'organisations.acceptJoinRequest': 'Accepter une demande d’entrée', 'organisations.refuseJoinRequest': 'Refuser une demande d’entrée',
  'organisations.listPeople': 'Voir les personnes de l’organisation', 'organisations.inviteMember': 'Inviter une personne',
  'organisations.editOrganisation': 'Modifier l’organisation', 'organisations.showOrganisation': 'Voir l’organisation',
  'organisations.leaveOrganisation': 'Quitter l’organisation', 'organisations.listMyOrganisations': 'Voir ses organisations',
}

const more: Readonly<Record<string, string>> = {
  'identity.showSignIn': 'Voir la page de connexion', 'identity.requestSignInLink': 'Demander un lien de connexion',
  'identity.openSignInLink': 'Ouvrir un lien de connexion', 'identity.signInByLink': 'Se connecter par un lien',
  'identity.signInByProvider': 'Se connecter par un fournisseur d’identité', 'identity.signInByPasskey': 'Se connecter par une clé d’accès',
  'identity.joinApart': 'Créer un compte à part', 'identity.showProposal': 'Voir un rapprochement proposé',
  'identity.requestAddressProof': 'Demander à confirmer une adresse', 'identity.openAddressProof': 'Ouvrir la confirmation d’une adresse',
  'identity.proveAddress': 'Confirmer une adresse', 'identity.renamePasskey': 'Renommer une clé d’accès',
  'identity.listMyImpersonations': 'Voir qui a demandé à agir à sa place',
    'identity.acceptImpersonation': 'Accepter qu’on agisse à sa place',
  'identity.refuseImpersonation': 'Refuser qu’on agisse à sa place', 'identity.endImpersonation': 'Faire cesser qu’on agisse à sa place',
  'identity.showConsent': 'Lire une demande d’agir à sa place', 'identity.startActing': 'Agir à la place d’une personne qui l’accepte',
  'provisioning.listImports': 'Voir les imports', 'provisioning.listImportPlaces': 'Voir où importer',
    'provisioning.startImport': 'Commencer un import',
  'provisioning.showImport': 'Voir un import', 'provisioning.showRow': 'Voir une ligne d’import',
    'provisioning.correctReading': 'Corriger la lecture d’un fichier',
  'provisioning.confirmImport': 'Confirmer un import', 'provisioning.correctRow': 'Corriger une ligne',
    'provisioning.abandonImport': 'Abandonner un import',
  'provisioning.undoImport': 'Annuler un import', 'provisioning.readReport': 'Lire le rapport d’un import',
  'provisioning.listMyProposals': 'Voir les rattachements proposés', 'provisioning.acceptProposal': 'Accepter un rattachement',
  'provisioning.refuseProposal': 'Refuser un rattachement', 'provisioning.listDirectoryUsers': 'Annuaire : lister les personnes',
  'provisioning.showDirectoryUser': 'Annuaire : lire une personne', 'provisioning.createDirectoryUser': 'Annuaire : créer une personne',
  'provisioning.replaceDirectoryUser': 'Annuaire : remplacer une personne',
    'provisioning.removeDirectoryUser': 'Annuaire : retirer une personne',
  'provisioning.listDirectoryGroups': 'Annuaire : lister les groupes', 'provisioning.showDirectoryGroup': 'Annuaire : lire un groupe',
  'provisioning.createDirectoryGroup': 'Annuaire : créer un groupe', 'provisioning.replaceDirectoryGroup': 'Annuaire : remplacer un groupe',
  'provisioning.removeDirectoryGroup': 'Annuaire : retirer un groupe',
  'privacy.showMyData': 'Voir ce qui est gardé sur soi', 'privacy.requestArchive': 'Demander ses données',
    'privacy.listMyReaders': 'Voir qui a lu ses données',
  'privacy.foreseeDeletion': 'Voir ce que supprimer son compte emporte', 'privacy.requestDeletion': 'Demander la suppression de son compte',
  'privacy.cancelDeletion': 'Renoncer à la suppression de son compte',
}

const modules: Readonly<Record<string, string>> = {
  access: 'Droits', audit: 'Journal', bases: 'Partager', files: 'Fichiers', identity: 'Compte', mail: 'Courriels',
    organisations: 'Organisation',
  provisioning: 'Arrivée de personnes', privacy: 'Données personnelles', search: 'Recherche', settings: 'Réglages', staff: 'Gestion',
    supervision: 'Suivi du service',
}

const roles: Readonly<Record<string, string>> = {
  student: 'Élève, étudiante ou étudiant',
  teacher: 'Enseignante ou enseignant', 'programme-manager': 'Responsable de formation',
    'pedagogical-administrator': 'Administration pédagogique',
  'structure-manager': 'Responsable de structure', 'social-worker': 'Travail social', instructor: 'Instruction des dossiers',
    'reception-agent': 'Accueil',
  referent: 'Référente ou référent', mediator: 'Médiation', member: 'Membre', administrator: 'Administration', moderator: 'Modération',
    support: 'Assistance',
  contributor: 'Contribution', any: 'Tout rôle',
}

const scopes: Readonly<Record<string, string>> = { platform: 'plateforme', organisation: 'organisation', group: 'groupe', base: 'base' }

export const actionName = (name: string): string => actions[name] ?? more[name] ?? name
export const moduleName = (name: string): string => modules[name] ?? name
export const roleName = (role: string): string => roles[role] ?? role
export const scopeName = (scope: string): string => scopes[scope] ?? scope
/** `Administration (base)`. */
export const heldName = ({ scope, role }: { scope: string; role: string }): string => `${roleName(role)} (${scopeName(scope)})`

export const levels: Readonly<Record<string, string>> = { low: 'Lecture', medium: 'Changement', high: 'Sensible', critical: 'Critique' }
export const verdicts: Readonly<Record<string, string>> = { yes: 'Oui', within: 'Oui, ici', if: 'Selon le cas', no: 'Non' }
