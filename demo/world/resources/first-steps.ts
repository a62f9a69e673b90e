import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const firstSteps: Resource[] = [
  {
    key: 'souris', base: 'passeurs', author: 'nadia', contributors: ['joaquim'],
    title: 'Prendre en main une souris : atelier d’une heure pour grands débutants',
    description: `Un atelier pour celles et ceux qui n’ont jamais tenu une souris, ou qui en ont gardé un mauvais souvenir.
      Quatre gestes, quatre petits défis, et une fiche en grands caractères à rapporter chez soi. Testé avec plus de soixante
      personnes, de 45 à 91 ans.`,
    themes: ['usage_du_materiel_informatique', 'maitrise_des_outils_numeriques', 'inclusion_numerique'],
    supportTypes: ['support_pedagogique', 'modele_notice'],
    audiences: ['mediateurs_numeriques', 'aidants_numeriques', 'seniors_personnes_agees', 'personnes_tres_eloignees_numerique'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 388, drawing: 'keyboard',
    contents: [
      text(`On croit que la souris est évidente. Elle ne l’est pas : la main bouge à plat, la flèche monte à la verticale, et le
        regard ne sait plus où se poser. **Prenez votre temps avec cette étrangeté** ; c’est elle qui décourage, pas l’âge.

        Prévoyez quatre personnes au plus, une souris filaire par personne et un tapis clair. Coupez le pavé tactile des
        ordinateurs portables : il provoque des sauts que les participants croient avoir causés.`, 'Avant de commencer'),
      section('Le déroulé'),
      text(`1. **Tenir (10 min).** Écran éteint. On pose la main, on cherche les deux boutons et la molette les yeux fermés.
        2. **Viser (15 min).** La flèche va toucher les quatre coins, puis l’horloge, puis la corbeille. Personne ne clique.
        3. **Cliquer (15 min).** Un clic pour choisir, deux pour ouvrir. Si le double-clic résiste, montrez un clic puis
        *Entrée* : ce n’est pas une tricherie, c’est une deuxième porte.
        4. **Glisser (15 min).** Une partie de cartes du type solitaire, lentement, en disant chaque geste à voix haute.`),
      text(`La règle d’or : on ne prend jamais la souris de quelqu’un. Montrez sur la vôtre, ou posez votre main sur la table.
        Si une personne fatigue, changez de main d’exercice : cinq minutes de molette reposent le poignet.`,
      'Ce qui rate d’habitude'),
      file('La fiche à laisser', 'fiche-souris.pdf', 'Une page en gros caractères, à imprimer en noir et blanc.'),
      see('clavier', 'La suite logique, la semaine d’après.'),
    ],
  },
  {
    key: 'clavier', base: 'passeurs', author: 'joaquim',
    title: 'Le clavier sans crainte : sept touches pour commencer',
    description: `Au lieu de présenter cent cinq touches, on en apprivoise sept, puis on écrit une vraie carte postale. Une
      séance de quatre-vingt-dix minutes qui suit bien l’atelier souris.`,
    themes: ['usage_du_materiel_informatique', 'maitrise_des_outils_numeriques'],
    supportTypes: ['support_pedagogique'],
    audiences: ['mediateurs_numeriques', 'seniors_personnes_agees', 'adultes', 'personne_situation_illetrisme'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 381, drawing: 'keyboard',
    contents: [
      section('Les sept touches'),
      text(`- **Espace** : la plus longue, celle qui sépare.
        - **Entrée** : je vais à la ligne, ou je dis oui.
        - **Retour arrière** : j’efface ce qui est à gauche.
        - **Suppr** : j’efface ce qui est à droite.
        - **Maj** : je tiens, j’appuie sur une lettre, je lâche.
        - **Les flèches** : je me promène sans rien abîmer.
        - **Échap** : je sors d’ici.

        Collez une gommette de couleur sur chacune. Les gommettes partent toutes seules au bout de trois séances, et personne ne
        les regrette.`),
      text(`Chacun apporte une adresse et un prénom : à qui voudriez-vous écrire ? On ouvre un traitement de texte, on agrandit
        les caractères à 20, et on tape trois phrases. Les accents viennent au moment où l’on en a besoin : le « é » est sur la
        touche du 2, et c’est une bonne surprise.

        On imprime, on signe à la main, on met sous enveloppe. J’ai vu des gens revenir rien que pour raconter la réponse reçue.`,
      'Le fil rouge : une carte postale'),
      text(`Ne corrigez pas l’orthographe à voix haute. Pour une personne en difficulté avec l’écrit, proposez de recopier un
        modèle ou de dicter : le but est d’apprivoiser les touches, pas de passer un examen.`, 'Un point d’attention'),
      see('souris', 'À faire avant, si la souris pose encore problème.'),
    ],
  },
  {
    key: 'adresse-email', base: 'passeurs', author: 'nadia',
    title: 'Créer sa première adresse e-mail et s’en servir vraiment',
    description: `Créer une adresse prend dix minutes ; savoir la retrouver, la lire et répondre demande deux séances. Voici les
      deux, avec le choix de l’identifiant, la récupération du compte et le premier message.`,
    themes: ['communication_en_ligne_et_reseaux_sociaux', 'maitrise_des_outils_numeriques', 'demarches_et_services_en_ligne'],
    supportTypes: ['tutoriel', 'support_pedagogique'],
    audiences: [
      'mediateurs_numeriques', 'aidants_numeriques', 'adultes', 'seniors_personnes_agees',
      'personnes_insertion_professionnelle',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 352, drawing: 'mailbox',
    contents: [
      text(`Demandez d’abord : *à quoi va servir cette adresse ?* Pour l’emploi et les démarches, un identifiant sobre du type
        prénom.nom évite bien des sourires gênés. Vérifiez aussi que la personne n’en a pas déjà une, créée par un proche ou par
        un vendeur de téléphone : une adresse oubliée bloque parfois un compte officiel.`, 'Séance 1 : choisir'),
      text(`1. Ouvrir le site du fournisseur choisi par la personne, en tapant son adresse.
        2. Remplir le formulaire ensemble ; la personne tape, vous épelez.
        3. Fabriquer une phrase de passe de quatre mots et l’écrire dans le carnet qu’elle garde chez elle.
        4. Renseigner un numéro de téléphone **à elle** pour récupérer le compte.
        5. Se déconnecter, puis se reconnecter. C’est l’étape que l’on oublie toujours.`, 'La création, pas à pas'),
      image('mailbox', 'Une boîte aux lettres ouverte d’où sortent et entrent trois enveloppes.',
        'L’image qui parle le mieux : la boîte est à moi, la clé aussi.'),
      text(`On s’écrit entre voisins de table. Premier message : « Bonjour, il fait beau ? ». Puis on répond, on transfère, on
        joint une photo, on supprime, et surtout on va rechercher dans la corbeille ce que l’on a supprimé. Terminez par le
        dossier des indésirables : expliquez qu’il se trompe parfois, dans les deux sens.`, 'Séance 2 : faire vivre la boîte'),
      see('phrase-de-passe', 'Pour prendre le temps sur le mot de passe.'),
      see('hameconnage', 'Dès que la boîte reçoit ses premiers messages douteux.'),
    ],
  },
  {
    key: 'lire-une-adresse', base: 'passeurs', author: 'joaquim',
    title: 'Lire l’adresse d’un site avant de cliquer',
    description: `Où regarde-t-on pour savoir chez qui l’on est ? Un exercice de lecture, à faire sur papier puis à l’écran,
      pour repérer le nom qui compte dans une adresse et ne plus confondre recherche et navigation.`,
    themes: ['navigation_sur_internet', 'risques_cyber_et_protection'],
    supportTypes: ['support_pedagogique', 'infographie'],
    audiences: ['tous_publics', 'adultes', 'seniors_personnes_agees', 'mediateurs_numeriques'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 341, drawing: 'magnifier',
    contents: [
      text(`Sur une enveloppe, on lit l’adresse par le bas : le pays, la ville, la rue. Sur Internet, c’est pareil : on cherche
        la première barre oblique « / » après le début, et on lit **les deux derniers mots juste avant**. Ce sont eux qui disent
        chez qui l’on est. Tout ce qui vient devant ou après peut être inventé.`, 'L’idée en une enveloppe'),
      text(`Imprimez ces quatre lignes en grand et donnez un surligneur :

        - \`https://www.mairie-exemple.example/etat-civil\`
        - \`https://mairie-exemple.example.paiement-rapide.example/etat-civil\`
        - \`https://aide.mairie-exemple.example\`
        - \`https://mairie-exemp1e.example\`

        Chacun surligne le nom qui compte, puis compare avec son voisin. La quatrième ligne contient un « 1 » à la place d’un
        « l » : laissez quelqu’un le découvrir.`, 'L’exercice du surligneur'),
      text(`Le cadenas ne dit pas que le site est honnête. Il dit seulement que personne n’écoute entre vous et lui. Un escroc
        peut avoir un cadenas, comme un cambrioleur peut avoir une porte blindée.`, 'Et le cadenas ?'),
      text(`À l’écran, comparez deux gestes : taper un nom dans la barre d’adresse et taper un mot dans un moteur de recherche.
        Montrez les résultats marqués « Annonce » ou « Sponsorisé », et proposez d’enregistrer en favori les trois sites
        officiels les plus utiles.`,
      'Chercher ou aller'),
      link('Un site à mettre en favori', 'https://www.service-public.fr', 'Le point d’entrée des démarches administratives.'),
    ],
  },
  {
    key: 'telephone-huit-gestes', base: 'passeurs', author: 'joaquim', contributors: ['gwenaelle'],
    title: 'Apprivoiser son téléphone : huit gestes et une règle',
    description: `Un atelier en petit groupe pour celles et ceux dont le seul écran est un téléphone. On y règle la taille des
      caractères, le son, les contacts d’urgence et la facture cachée des données mobiles.`,
    themes: ['usage_du_materiel_informatique', 'inclusion_numerique', 'accessibilite'],
    supportTypes: ['support_pedagogique', 'tutoriel'],
    audiences: [
      'personnes_tres_eloignees_numerique', 'seniors_personnes_agees', 'personnes_en_insertion_sociale',
      'mediateurs_numeriques',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 297, drawing: 'phoneLock',
    contents: [
      text(`Pour beaucoup de personnes que nous recevons, le téléphone est l’ordinateur. Il contient les photos, les codes, la
        banque et la préfecture. Le premier objectif n’est donc pas d’apprendre une application : c’est d’**avoir moins peur de
        le casser**.

        La règle : si je me perds, je reviens à l’accueil. On la répète jusqu’à ce qu’elle devienne un réflexe de la main.`,
      'Une règle d’abord'),
      section('Les huit gestes'),
      text(`1. Allumer, éteindre, redémarrer.
        2. Appuyer court, appuyer long.
        3. Faire défiler sans ouvrir.
        4. Fermer ce qui tourne encore.
        5. Monter le son de la sonnerie, puis celui d’une vidéo : ce ne sont pas les mêmes.
        6. Agrandir les caractères et le contraste.
        7. Passer du réseau mobile au wifi de la médiathèque.
        8. Mettre deux proches en contact d’urgence.`),
      text(`Demandez à chacun de mesurer ce qu’il a consommé de données le mois dernier (*Paramètres*, puis *Réseau*). On trouve
        souvent une application qui lit des vidéos toute seule. La couper, c’est parfois éviter un dépassement de vingt euros.`,
      'Le défi utile'),
      text(`Certains participants utilisent un téléphone prêté ou partagé en famille. Ne faites jamais enregistrer un mot de
        passe ou une empreinte sans avoir posé la question : « Qui d’autre s’en sert ? »`, 'À ne pas oublier'),
      see('regler-son-ecran', 'Pour aller plus loin sur le confort de lecture.'),
    ],
  },
  {
    key: 'ranger-documents', base: 'passeurs', author: 'nadia',
    title: 'Ranger ses documents : trois dossiers, un nom, deux copies',
    description: `« J’ai enregistré, mais où ? » Une méthode de rangement qui tient en une phrase, avec un jeu de tri sur table
      et une sauvegarde que l’on sait vraiment refaire.`,
    themes: ['maitrise_des_outils_numeriques', 'donnees'],
    supportTypes: ['methodologie', 'jeu'],
    audiences: ['adultes', 'particuliers', 'mediateurs_numeriques', 'associations_acteurs_ess'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 263, drawing: 'toolbox',
    contents: [
      text(`Étalez une trentaine de papiers factices : facture, dessin d’enfant, bulletin de salaire, recette, attestation. Par
        groupes de trois, on les range dans **trois boîtes au plus**, et l’on donne un nom à chaque boîte. Puis un autre groupe
        doit retrouver « l’attestation de mars » en moins d’une minute. On découvre ainsi que le meilleur rangement est celui
        que quelqu’un d’autre comprend.`, 'Le jeu des trois boîtes'),
      text(`Un bon nom répond à trois questions : quand, quoi, qui. Par exemple \`2024-03 attestation assurance voiture\`.
        L’année devant, et tout se range dans l’ordre tout seul. On évite « scan0012 », « document final » et surtout « document
        final 2 ».`, 'Donner un nom'),
      text(`- Une copie sur l’appareil.
        - Une copie ailleurs : clé USB rangée dans un tiroir, ou espace en ligne.

        On la refait le jour de sa facture d’électricité : c’est plus facile à retenir qu’une date. Et on essaie **une fois** de
        récupérer un fichier depuis la copie, sinon on ne sait pas si elle marche.`, 'Deux copies'),
      text(`Combien de temps garder ? Les bulletins de salaire et les contrats de travail jusqu’à la retraite ; les factures
        d’énergie cinq ans ; les relevés bancaires cinq ans. Le reste peut souvent partir, et c’est un soulagement.`,
      'Ce que l’on garde'),
    ],
  },
  {
    key: 'numeriser-au-telephone', base: 'ccas', author: 'maeva',
    title: 'Numériser un document avec son téléphone, lisible du premier coup',
    description: `Une pièce floue, c’est un dossier refusé et trois semaines perdues. Cette notice affichée à l’accueil a divisé
      par deux nos demandes de renvoi. À donner avec la liste des pièces.`,
    themes: ['demarches_et_services_en_ligne', 'maitrise_des_outils_numeriques'],
    supportTypes: ['modele_notice', 'tutoriel'],
    audiences: ['particuliers', 'travailleurs_sociaux', 'aidants_numeriques', 'administrations_etablissements_publics'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 214, drawing: 'phoneLock',
    contents: [
      section('Cinq gestes'),
      text(`1. **Poser** le papier sur une table sombre, près d’une fenêtre. Pas de flash : il laisse une tache blanche.
        2. **Se placer au-dessus**, bien droit, les quatre coins visibles.
        3. **Toucher l’écran** au milieu du texte pour que l’image devienne nette.
        4. **Photographier**, puis agrandir avec deux doigts : si je lis la plus petite ligne, l’agent la lira aussi.
        5. **Recadrer** et enregistrer en PDF, une pièce par fichier.`),
      text(`La plupart des téléphones savent enregistrer en PDF depuis l’application de photos ou de notes (*Partager*, puis
        *Imprimer* ou *Numériser*). Inutile d’installer une application gratuite pleine de publicités : plusieurs envoient les
        images on ne sait où.`,
      'Sans application de plus'),
      text(`À l’accueil, j’ai posé un sous-main noir et une lampe orientable à côté du guichet. Les gens font la photo
        eux-mêmes, je dis seulement « plus haut » ou « plus à gauche ». Cela prend trois minutes, et la fois suivante ils n’ont
        plus besoin de moi.

        Pour une pièce d’identité, conseillez d’écrire au crayon sur une feuille, à côté, le nom du destinataire et la date : la
        copie servira moins facilement à quelqu’un d’autre.`, 'Notre astuce au guichet'),
      see('ranger-documents', 'Pour ne pas perdre la photo que l’on vient de faire.'),
    ],
  },
  {
    key: 'debuter-a-71-ans', author: 'marcel',
    title: 'J’ai commencé à 71 ans : ce que j’aurais aimé entendre',
    description: `Le récit d’un menuisier à la retraite, élève de l’atelier du mardi aux Essarges. À lire aux personnes qui
      n’osent pas pousser la porte, et à celles qui leur apprennent.`,
    themes: ['inclusion_numerique', 'usages_responsables_du_numerique'],
    supportTypes: ['article'],
    audiences: ['seniors_personnes_agees', 'mediateurs_numeriques', 'aidants_numeriques', 'tous_publics'],
    licence: 'cc_by_nc_sa_4_0', state: 'published', daysAgo: 96, drawing: 'conversation',
    contents: [
      text(`Quand ma femme est partie, c’est elle qui tenait les papiers. Je me suis retrouvé devant un ordinateur éteint et une
        enveloppe qui disait « rendez-vous sur notre site ». J’avais passé ma vie à lire des plans au dixième de millimètre, et
        je ne savais pas où appuyer.`),
      text(`**On ne casse rien.** Personne ne me l’avait dit. Dans mon métier, un geste de travers et la planche est perdue.
        Ici, on revient en arrière. Dites-le dès la première minute, et redites-le.

        **On a le droit d’oublier.** J’ai noté quatre fois comment joindre une photo. La quatrième, je n’ai pas ouvert le
        carnet.

        **On n’est pas obligé de tout aimer.** Les réseaux, ce n’est pas pour moi. Voir mon petit-fils à Québec le dimanche,
        oui.`,
      'Trois choses que j’ai apprises'),
      text(`Ne dites pas « c’est simple ». Si c’était simple, nous ne serions pas là. Dites « c’est une habitude à prendre ». Ne
        prenez pas la souris : Joaquim se met les mains dans le dos, et cela change tout. Enfin, laissez-nous un papier. L’écran
        s’éteint, le papier reste sur le buffet.`, 'À ceux qui enseignent'),
      see('souris', 'C’est par cette séance que j’ai commencé, un mardi de pluie.'),
    ],
  },
]
