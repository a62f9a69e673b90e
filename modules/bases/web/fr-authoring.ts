import type { ContentType } from '../enumerations.ts'

const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`

const submits: Record<ContentType, string> = {
  section_title: 'Ajouter ce titre', text: 'Ajouter ce texte', image: 'Ajouter cette image', link: 'Ajouter ce lien',
    file: 'Ajouter ce fichier',
  linked_resource: 'Ajouter cette ressource',
}
const kinds: Record<ContentType, string> = {
  section_title: 'Pour séparer les parties d’une longue ressource', text: 'Des paragraphes, des listes, du gras',
    image: 'Une photo, un schéma, une capture d’écran',
  link: 'Vers une page, une vidéo, un autre site', file: 'Un PDF, un document, un tableau à télécharger',
    linked_resource: 'Une ressource déjà publiée ici',
}

/** Sentences of the pages where one writes, and of what one keeps. */
export const words = {
  save: 'Enregistrer', cancel: 'Annuler', edit: 'Modifier', up: 'Monter', down: 'Descendre',
  publish: 'Publier', publishAgain: 'Publier les changements', seePublished: 'Voir la page publiée',
  about: (name: string) => `« ${name} »`,
  resourcesCount: (n: number) => n === 0 ? 'Aucune ressource' : count(n, 'ressource', 'ressources'),
  imageFormats: 'JPEG, PNG, WebP, GIF, AVIF', fileFormats: 'PDF, bureautique, image, son, vidéo, archive ZIP',
  documentTitle: (face: string, title: string) => `${face} – ${title}`,
  facesLabel: 'Parties de la ressource',
  faces: { contents: 'Contenus', settings: 'Réglages', preview: 'Aperçu', history: 'Historique' },
  states: { draft: 'Brouillon', published: 'Publiée', changed: 'Changements à publier', isPrivate: 'Privée', isPublic: 'Publique' },
  missing: 'Pour publier, il reste à faire',
  contents: (n: number) => count(n, 'contenu', 'contenus'),
  kinds,
  remove: {
    submit: 'Retirer', title: 'Retirer ce contenu ?',
    what: (kind: string, name: string) =>
      `${kind} : « ${name} ». Ce contenu quittera le brouillon ; ce qui est publié ne change pas avant la prochaine publication.`,
  },
  stale: {
    title: 'Quelqu’un d’autre a écrit ici en même temps que vous',
    theirs: 'Voici ce qui est enregistré maintenant :',
    yours: 'Ce que vous avez écrit est toujours dans le formulaire. '
      + 'Reprenez ce qui manque, puis enregistrez : votre version remplacera l’autre.',
    replace: 'Remplacer par ma version',
    refusals: { 'bases.content-stale': 'Votre texte n’est pas encore enregistré.',
      'bases.part-stale': 'Vos choix ne sont pas encore enregistrés.' },
  },
  gone: {
    title: 'Ce contenu a été retiré par quelqu’un d’autre',
    kept: 'Ce que vous avez écrit est ci-dessous. Vous pouvez l’ajouter de nouveau.',
    moved: 'La liste ci-dessous est à jour.',
  },
  heading: {
    title: 'Titre et description', edit: 'Modifier le titre et la description', noDescription: 'Pas encore de description.',
    labels: { title: 'Titre', description: 'Description' },
    descriptionHint: 'En deux ou trois phrases : à quoi elle sert, à qui, dans quel cas. C’est ce qu’on lit dans la liste.',
  },
  add: {
    title: 'Ajouter un contenu', lead: 'Choisissez ce que vous ajoutez.', submit: submits,
    place: 'Où le placer', last: 'À la fin', first: 'Au début', after: (n: number, name: string) => `Après le n° ${n}, « ${name} »`,
    search: 'Titre ou mots de la ressource', find: 'Chercher',
    found: (n: number, text: string) => n === 0 ? `Aucune ressource publiée pour « ${text} ». Essayez d’autres mots.`
      : `${count(n, 'ressource trouvée', 'ressources trouvées')} pour « ${text} »`,
  },
  fields: {
    sectionTitle: 'Titre de la partie', title: 'Titre du contenu', text: 'Texte',
    textHint: 'Laissez une ligne vide entre deux paragraphes. '
      + '**gras**, *italique*, - au début d’une ligne pour une liste, [mots](https://adresse) pour un lien.',
    image: 'Image', alt: 'Texte de remplacement',
    altHint: 'Ce que l’image montre, pour les personnes qui ne la voient pas. Laissez vide si elle ne fait que décorer.',
    caption: 'Légende', url: 'Adresse de la page', linkTitle: 'Nom du lien', linkTitleHint: 'Ce que l’on trouvera en le suivant',
      linkCaption: 'Quelques mots sur ce lien',
    file: 'Fichier', fileCaption: 'Quelques mots sur ce fichier', linkedCaption: 'Quelques mots',
      linkedCaptionHint: 'Pourquoi lire aussi cette ressource',
  },
  settings: {
    indexation: {
      title: 'Pour la retrouver',
        lead: 'Ces choix aident les autres à trouver votre ressource. Ils sont nécessaires pour publier une ressource publique.',
      choose: 'Choisir les thématiques, les supports et les publics', chosen: 'Thématiques, supports et publics choisis',
      labels: { themes: 'Thématiques', supportTypes: 'Types de support', audiences: 'Publics' },
    },
    image: {
      title: 'Image', lead: 'Elle illustre la ressource dans les listes et en haut de sa page.', choose: 'Image de la ressource',
        replace: 'Remplacer l’image',
      remove: 'Retirer l’image',
    },
    licence: { title: 'Licence', lead: 'Elle dit ce que les autres peuvent faire de votre ressource.', legend: 'Choisissez une licence' },
    visibility: {
      title: 'Visibilité', legend: 'Qui peut lire cette ressource ?',
      lead: { draft: 'Tant que la ressource n’est pas publiée, seules les personnes qui l’écrivent la voient.',
        published: 'Le changement prend effet tout de suite.' },
      choices: {
        true: ['Publique', 'Tout le monde peut la lire et la trouver, même sans compte.'],
        false: ['Privée', 'Seules les personnes qui l’écrivent et les membres de sa base la lisent.'],
      } as Record<string, [string, string]>,
      closedBase: (base: string) => `La base « ${base} » est privée : la ressource le reste tant qu’elle s’y trouve.`,
    },
    base: {
      title: 'Base', lead: 'Les membres de la base pourront modifier la ressource avec vous.', label: 'Base de la ressource',
        none: 'Aucune base : la ressource est à mon nom',
      hint: 'Les membres de la base pourront modifier la ressource avec vous.', submit: 'Changer de base',
    },
    contributors: {
      title: 'Personnes qui écrivent', lead: 'Invitez une personne à modifier cette ressource avec vous.',
      base: (base: string) => `Les membres de la base « ${base} » peuvent aussi la modifier.`, author: 'A créé la ressource',
        add: 'Inviter', remove: 'Retirer',
    },
    remove: {
      title: 'Supprimer', lead: 'Vous pourrez la rétablir pendant trente jours.', label: 'Supprimer la ressource', ask: 'Supprimer cette ressource ?',
      what: (title: string, published: boolean) => published
        ? `« ${title} » ne sera plus visible de personne, et quittera les collections où on l’a rangée.`
          : `Le brouillon « ${title} » sera supprimé.`,
    },
  },
  preview: {
    lead: 'Voici le brouillon tel que le liront les autres une fois publié.',
    licence: (name: string) => `Licence : ${name}.`,
  },
  people: {
    search: 'Nom de la personne', searchHint: 'On trouve ici les personnes dont le profil est public.', find: 'Chercher',
    found: (n: number, text: string) => n === 0
      ? `Personne pour « ${text} ». Vérifiez le nom, ou demandez à cette personne de rendre son profil public.`
      : `${count(n, 'personne trouvée', 'personnes trouvées')} pour « ${text} »`,
    already: 'Déjà là', left: 'Personne qui a quitté le service',
  },
  myResources: {
    title: 'Mes ressources', lead: 'Vos brouillons et ce que vous avez publié, seul, seule ou à plusieurs.', write: 'Écrire une ressource',
      filter: 'État des ressources',
    tabs: { all: 'Toutes', draft: 'Brouillons', published: 'Publiées' },
    columns: { title: 'Ressource', state: 'État', base: 'Base', updated: 'Dernier changement', read: 'Lectures' },
    caption: (n: number) => count(n, 'ressource', 'ressources'), noBase: 'À mon nom',
    read: (views: number, saves: number) => `${count(views, 'lecture', 'lectures')}, ${count(saves, 'enregistrement', 'enregistrements')}`,
    empty: {
      title: 'Vous n’avez pas encore écrit de ressource.',
        more: 'Une fiche d’atelier, un tutoriel, une bonne adresse : partagez ce qui vous sert.',
      filtered: 'Aucune ressource dans cet état.',
    },
    deleted: 'La ressource est supprimée', restore: 'Annuler la suppression',
  },
  newResource: {
    title: 'Écrire une ressource', lead: 'Commencez par son titre. Elle reste un brouillon tant que vous ne la publiez pas.',
      submit: 'Créer le brouillon',
  },
  base: {
    labels: {
      title: 'Nom de la base', excerpt: 'En une phrase', description: 'Présentation', isPublic: 'Qui peut voir cette base ?',
        department: 'Département',
      website: 'Site web', email: 'Adresse électronique', emailIsPublic: 'Montrer l’adresse à tout le monde', logoFileId: 'Logo',
        coverFileId: 'Image de couverture',
    },
    hints: {
      excerpt: 'Elle s’affiche dans la liste des bases.',
        description: 'Qui vous êtes, ce que l’on trouve ici. Laissez une ligne vide entre deux paragraphes.',
      department: 'Son numéro : 58, 2A, 974…',
    },
    visibility: {
      true: ['Tout le monde', 'La base et ses ressources publiques se trouvent et se lisent sans compte.'],
      false: ['Ses membres seulement', 'Tout ce qu’elle contient reste privé, même ce qui est publié.'],
    } as Record<string, [string, string]>,
    pictures: 'Images', removePicture: 'Ne plus afficher cette image',
  },
  newBase: {
    title: 'Créer une base', submit: 'Créer la base',
    lead: 'Une base rassemble les ressources d’une structure ou d’une équipe. Vous l’administrerez, et vous y inviterez d’autres personnes.',
  },
  editBase: {
    title: (name: string) => `Modifier « ${name} »`,
    remove: {
      title: 'Supprimer la base', submit: 'Supprimer la base', label: 'Nom de la base',
        hint: (name: string) => `Pour confirmer, recopiez : ${name}`,
      lead: (n: number) => n === 0 ? 'Ses brouillons et ses collections seront supprimés avec elle.'
        : `${count(n, 'ressource publiée sera supprimée', 'ressources publiées seront supprimées')} avec elle, ainsi que ses brouillons et ses collections.`,
    },
  },
  members: {
    title: (name: string) => `Membres de « ${name} »`,
      lead: 'Administrer, c’est aussi inviter des membres et modifier la base. Contribuer, c’est écrire ses ressources.',
    add: 'Inviter une personne', addLead: 'Elle pourra modifier toutes les ressources de la base.', addOne: 'Ajouter', role: 'Rôle',
    count: (n: number) => count(n, 'membre', 'membres'), roleOf: (name: string) => `Rôle de ${name}`, changeRole: 'Changer',
    remove: 'Retirer', removeTitle: 'Retirer cette personne ?',
    removeWhat: (name: string) => `${name} ne pourra plus modifier les ressources de la base. Ce que cette personne a écrit reste dans la base.`,
    leave: 'Quitter la base', leaveTitle: 'Quitter cette base ?',
      leaveLead: 'Vous garderez la main sur les ressources que vous avez écrites.',
    leaveWhat: (title: string) => `Vous ne ferez plus partie de « ${title} ». Pour revenir, il faudra que l’on vous invite.`,
  },
  myBases: {
    title: 'Mes bases', lead: 'Les bases dont vous êtes membre.', open: 'Créer une base', members: 'Membres',
      caption: (n: number) => count(n, 'base', 'bases'),
    empty: { title: 'Vous n’êtes membre d’aucune base.',
      more: 'Créez celle de votre structure, ou demandez à l’une de ses membres de vous inviter.' },
  },
  collection: {
    labels: { title: 'Nom de la collection', description: 'Description', isPublic: 'Qui peut la voir ?' },
    visibility: {
      false: ['Privée', 'Vous seulement, ou les membres de sa base.'], true: ['Publique', 'Tout le monde, même sans compte.'],
    } as Record<string, [string, string]>,
  },
  myCollections: {
    title: 'Mes collections', lead: 'Les ressources que vous gardez, rangées comme vous voulez.', create: 'Créer une collection',
    own: (n: number) => count(n, 'collection', 'collections'), others: (n: number) => count(n, 'collection suivie', 'collections suivies'),
    empty: { title: 'Vous n’avez pas encore de collection.',
      more: 'Enregistrez une ressource depuis sa page : vos favoris apparaîtront ici.' },
  },
  newCollection: {
    title: 'Créer une collection', lead: 'Une collection rassemble des ressources dans l’ordre que vous choisissez.',
      submit: 'Créer la collection', ownerLabel: 'À qui est-elle ?',
    mine: 'À moi',
  },
  editCollection: {
    title: (name: string) => `Modifier « ${name} »`, order: 'Vous pouvez changer leur ordre.', takeOut: 'Retirer',
    remove: 'Supprimer la collection', removeTitle: 'Supprimer cette collection ?', removeLead: 'Ses ressources restent où elles sont.',
    removeWhat: (name: string) => `« ${name} » sera supprimée pour de bon. Ses ressources restent où elles sont.`,
  },
  keep: {
    title: 'Ranger dans une collection', lead: (title: string) => `« ${title} »`, back: 'Revenir à la ressource',
    save: 'Enregistrer dans mes favoris', putIn: 'Y ranger', takeOut: 'Retirer',
    create: 'Une autre collection', createMore: 'Créer une collection',
  },
}
