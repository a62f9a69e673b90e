/** Sentences of the portal's own pages. */
export const fr = {
  home: {
    documentTitle: 'Accueil',
    title: 'Ce que les autres ont déjà écrit vous attend ici',
    lead: 'Fiches, ateliers et modèles pour accompagner, enseigner, expliquer : des médiatrices, des enseignants et des travailleuses sociales '
      + 'les ont écrits et partagés. Tout le monde peut les lire ; pour en écrire, il suffit de se connecter.',
    search: 'Chercher',
    hint: 'Mot de passe, impôts, parentalité…',
    browse: (n: number) => n > 1 ? `Parcourir les ${new Intl.NumberFormat('fr-FR').format(n)} ressources` : 'Parcourir les ressources',
    write: 'Écrire une ressource',
    drafts: 'Vos brouillons',
    allMine: 'Toutes vos ressources',
    written: 'Écrit',
    latest: 'Publiées récemment',
    all: 'Voir toutes les ressources',
    bases: 'Des bases tenues par des équipes',
    allBases: 'Voir toutes les bases',
    themes: 'Chercher par thématique',
  },
  api: {
    title: 'Interface de programmation',
    lead: 'Tout ce que fait ce service, un programme peut le faire avec les mêmes droits.',
    document: 'La description complète, à la norme OpenAPI 3.1, est dans le fichier',
    group: (name: string) => `Module ${name}`,
    name: 'Nom de l’opération :',
    allow: 'Qui peut l’appeler :',
    required: 'obligatoire',
    places: { path: 'dans l’adresse', query: 'après le point d’interrogation', header: 'en en-tête', body: 'dans le corps de la requête' } as Record<string, string>,
  },
  accessibility: {
    title: 'Accessibilité',
    lead: 'Ce service s’efforce de suivre le RGAA 4.1. Aucun audit complet n’a encore été fait : il est donc déclaré non conforme.',
    done: 'Ce que nous vérifions',
    checks: [
      'Chaque page est contrôlée par l’outil axe à chaque modification du service.',
      'Les pages se lisent et se parcourent au clavier, avec et sans JavaScript.',
      'Les couleurs ont un contraste de 4,5 pour 1 au moins, en clair comme en sombre.',
    ],
    limits: 'Ce qui reste à faire',
    missing: ['Un audit par une personne extérieure.', 'Des essais avec plusieurs lecteurs d’écran.', 'Les documents déposés par les membres ne sont pas contrôlés.'],
    contact: 'Une difficulté ? Écrivez à la structure qui tient ce service : elle vous répondra et vous donnera l’information sous une autre forme. '
      + 'Sans réponse, vous pouvez écrire au Défenseur des droits.',
    defender: 'Défenseur des droits',
  },
  legal: {
    title: 'Mentions légales',
    lead: 'Qui tient ce service, et ce qu’il garde de vous.',
    publisher: 'Éditeur',
    publisherText: (name: string) => `${name} est tenu par la structure qui l’a installé. Son nom et son adresse sont donnés dans les liens du pied de page.`,
    cookies: 'Témoins (cookies)',
    cookiesText: 'Quand vous vous connectez, un témoin sert à vous reconnaître d’une page à l’autre. Quand vous lisez une ressource, un autre évite '
      + 'de compter deux fois la même lecture, le même lien suivi ou le même fichier pris : il ne dit rien de vous '
      + 'et s’efface au bout de deux heures. '
      + 'Il n’y a ni mesure d’audience nominative, ni publicité.',
    data: 'Vos données',
    dataText: 'Ce service garde votre nom, votre adresse électronique et ce que vous écrivez. Les journaux techniques ne contiennent pas de donnée personnelle.',
    licence: 'Logiciel libre',
    licenceText: 'Sillage est un logiciel libre, sous licence MIT.',
  },
}
