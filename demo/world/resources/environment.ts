import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const environment: Resource[] = [
  {
    key: 'sobriete', base: 'reemploi', author: 'dimitri', contributors: ['yanis'],
    title: 'La balance numérique : un atelier de sobriété sans culpabilité',
    description: `Combien pèse une heure de vidéo à côté d’un téléphone neuf ? Avec une balance de cuisine et des sachets de
      riz, on remet les ordres de grandeur à leur place et chacun repart avec une seule décision.`,
    themes: ['sobriete_numerique', 'usages_responsables_du_numerique', 'numerique_au_service_de_l_environnement'],
    supportTypes: ['jeu', 'support_pedagogique'],
    audiences: ['tous_publics', 'adolescents_12_18', 'adultes', 'mediateurs_numeriques', 'enseignants_professionnels_formation'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 193, drawing: 'treeChip',
    contents: [
      text(`On entend qu’il faut « trier ses courriels pour sauver la planète ». C’est une fausse piste : en France, l’essentiel
        de l’empreinte du numérique vient de la **fabrication des appareils**. L’atelier le fait sentir avec les mains.`,
      'L’intention'),
      section('Le matériel et le jeu'),
      text(`Une balance, deux kilos de riz, des sachets. Chaque équipe reçoit huit étiquettes : fabriquer un téléphone,
        l’utiliser un an, une heure de vidéo en wifi, mille courriels, un grand téléviseur, une box allumée un an, un ordinateur
        reconditionné, un ordinateur neuf.

        1. L’équipe répartit son riz selon ce qu’elle **croit**.
        2. On pèse, on note au tableau.
        3. On dévoile les ordres de grandeur, avec leur source.
        4. On discute de l’écart, pas du chiffre.`),
      text(`Chacun écrit une décision, une seule, et la date à laquelle il en reparlera : garder son téléphone un an de plus,
        éteindre la box la nuit, réparer la tablette du salon, ne pas acheter l’enceinte qui parle. Nous avons remarqué que ceux
        qui prennent trois résolutions n’en tiennent aucune.`, 'La décision'),
      text(`Évitez les comparaisons en « nombre de trajets » ou de « kilos de bœuf » : elles culpabilisent et dépendent
        d’hypothèses que personne ne lit.`,
        'Conseil d’animateur'),
      link('Sources des ordres de grandeur', 'https://www.ademe.fr',
        'Études publiques sur l’empreinte environnementale du numérique.'),
      see('choisir-reconditionne', 'La suite concrète : choisir sans acheter neuf.'),
    ],
  },
  {
    key: 'choisir-reconditionne', base: 'reemploi', author: 'dimitri',
    title: 'Choisir un ordinateur reconditionné : sept questions à poser au vendeur',
    description: `Batterie, garantie, système, chargeur : un guide d’achat qui tient dans la poche, avec les réponses qui
      doivent vous faire partir. Vaut aussi pour un téléphone.`,
    themes: ['materiel_reconditionne', 'sobriete_numerique', 'economie_numerique'],
    supportTypes: ['article', 'infographie'],
    audiences: ['particuliers', 'associations_acteurs_ess', 'personnes_en_insertion_sociale', 'parents'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 141, drawing: 'repair',
    contents: [
      text(`« D’occasion » veut dire vendu tel quel. « Reconditionné » veut dire contrôlé, réparé si besoin, effacé et garanti.
        Ce mot est encadré : le vendeur doit avoir testé les fonctions essentielles et retiré les données de l’ancien
        propriétaire.`, 'Un mot qui engage'),
      section('Les sept questions'),
      text(`1. Combien de temps tient la **batterie**, mesuré comment ?
        2. Quelle garantie, et qui répare ?
        3. Le système recevra-t-il encore des **mises à jour** dans trois ans ?
        4. Le chargeur est-il fourni, et du bon ampérage ?
        5. Combien de mémoire ? En dessous de 8 Go, passez, sauf système léger.
        6. Quel disque ? Un SSD, toujours.
        7. Que se passe-t-il si je le rapporte dans quinze jours ?`),
      text(`« La batterie, c’est comme neuf. » « On ne fait pas de facture. » « Le système, vous verrez chez vous. » « Le compte
        de l’ancien propriétaire part tout seul. » À la quatrième, sortez : un appareil encore lié à un compte est inutilisable.`,
      'Les réponses qui font fuir'),
      text(`À l’atelier, un portable pour les cours ou les démarches coûte de 90 à 180 €, selon les ressources du foyer. Nous
        préférons vendre un écran de treize pouces à quelqu’un qui prend le car qu’une tour puissante à quelqu’un qui n’a pas de
        table. **Demandez-vous d’abord où il sera posé.**`, 'Et le prix ?'),
      see('fiche-etabli', 'Ce que nous contrôlons avant de remettre une machine.'),
    ],
  },
  {
    key: 'fiche-etabli', base: 'reemploi', author: 'dimitri', contributors: ['yanis'],
    title: 'Fiche d’établi : remettre un ordinateur portable en état, étape par étape',
    description: `La fiche qui accompagne chaque machine dans notre atelier, du don à la remise. Contrôles, effacement,
      installation, remise à la personne. Pensée pour des bénévoles débutants encadrés.`,
    themes: ['materiel_reconditionne', 'usage_du_materiel_informatique', 'communs_numeriques'],
    supportTypes: ['boite_outils', 'modele_notice'],
    audiences: ['associations_acteurs_ess', 'mediateurs_numeriques', 'jeunes_adultes_18_25', 'autres_professionnels'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 364, drawing: 'repair',
    contents: [
      text(`Un bénévole vient deux heures par semaine. Sans fiche, il recommence ce que le précédent a fait. Avec elle,
        n’importe qui reprend la machine là où elle en est. **La fiche ne quitte jamais l’ordinateur** : elle est tenue au capot
        par une pince.`, 'Pourquoi une fiche par machine'),
      file('La fiche à imprimer', 'fiche-etabli.pdf', 'Recto, quatorze cases, de la réception à la remise.'),
      section('Trois points qui ne se discutent pas'),
      text(`- **L’effacement** vient avant tout le reste, même avant de savoir si la machine démarre bien. Le certificat est
        donné au donateur.
        - **La batterie gonflée** ne se répare pas : bac à sable, puis filière.
        - **Un seul bénévole par machine ouverte.** Les vis n’aiment pas la conversation.`),
      text(`Comptez une heure et quart pour un portable de moins de huit ans. Au-delà de trois heures, la machine part en
        pièces : elle en sauvera deux autres. L’an dernier, sur 612 appareils reçus, 408 ont été remis, 147 démontés pour
        pièces, 57 recyclés.`, 'Temps et réalité'),
      text(`Remettez toujours l’ordinateur en main propre, assis, vingt minutes : on l’allume, on écrit trois lignes, on
        l’éteint. Une personne qui a vu son ordinateur fonctionner revient poser des questions ; celle qui a reçu un carton ne
        revient pas.`, 'La remise'),
      see('installer-systeme-libre', 'L’installation du système, en détail.'),
    ],
  },
  {
    key: 'installer-systeme-libre', base: 'reemploi', author: 'yanis', contributors: ['dimitri'],
    title: 'Installer un système libre sur un vieux portable : le tutoriel du mercredi soir',
    description: `Préparer la clé, démarrer dessus, essayer sans rien effacer, installer, puis régler les cinq détails qui
      rendent la machine agréable. Écrit par un étudiant bénévole pour d’autres bénévoles.`,
    themes: ['open_source_et_licences_libres', 'materiel_reconditionne', 'maitrise_des_outils_numeriques'],
    supportTypes: ['tutoriel', 'logiciel'],
    audiences: ['jeunes_adultes_18_25', 'adultes', 'associations_acteurs_ess', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 66, drawing: 'repair',
    contents: [
      text(`Une clé USB de 8 Go **vide** (elle sera effacée), l’image du système téléchargée sur son site officiel, un logiciel
        pour écrire la clé, et de quoi sauvegarder. Si la machine contient encore des photos, on s’arrête et on sauvegarde : à
        l’atelier, personne n’a jamais regretté d’avoir attendu une semaine.`, 'Préparer'),
      text(`1. Éteindre complètement, brancher la clé.
        2. Rallumer en tapotant la touche du menu de démarrage (souvent F12, F9 ou Échap).
        3. Choisir la clé, puis « Essayer sans installer ».
        4. Vérifier wifi, son, caméra, pavé tactile et mise en veille. **Si l’un manque, on cherche maintenant**, pas après.
        5. Lancer l’installation, français, clavier français, disque entier.
        6. Redémarrer sans la clé.`, 'Essayer, puis installer'),
      section('Les cinq détails qui changent tout'),
      text(`- Les mises à jour automatiques de sécurité.
        - Le bloqueur de publicités dans le navigateur.
        - Trois raccourcis visibles : Internet, Écrire, Photos.
        - La taille du texte à 120 %.
        - L’imprimante de la personne, si elle sait laquelle c’est.`),
      text(`J’ai appris à ne pas dire « c’est mieux que ce que vous aviez ». Je dis « c’est gratuit, c’est à jour, et les
        boutons ont changé de place ». On montre où est le bouton d’arrêt, on revient la semaine suivante, et ça suffit presque
        toujours.`, 'Ce que je dis à la remise'),
      see('equivalents-libres', 'Pour retrouver ses logiciels habituels.'),
    ],
  },
  {
    key: 'ecoconception', base: 'universite', author: 'mamadou', contributors: ['thi-lan'],
    title: 'Écoconception : vingt questions à poser à un site avant de le refaire',
    description: `Une grille de revue collective, utilisée avec des étudiants et trois mairies, pour alléger un site public sans
      appauvrir le service. La première question est : en avons-nous besoin ?`,
    themes: ['ecoconception_de_services_numeriques', 'accessibilite', 'sobriete_numerique'],
    supportTypes: ['questionnaire', 'methodologie'],
    audiences: [
      'collectivites_territoriales', 'administrations_etablissements_publics', 'entreprises',
      'enseignants_professionnels_formation', 'elus',
    ],
    licence: 'etalab_2_0', state: 'published', daysAgo: 222, drawing: 'treeChip',
    contents: [
      text(`Nous avons observé les visites de trois sites communaux pendant un mois. Dans les trois cas, quatre pages faisaient
        70 % des visites : horaires, cantine, déchets, contact. Et la plus lourde était l’accueil, avec une vidéo du clocher que
        presque personne ne laissait jouer.`, 'Le point de départ'),
      section('Huit questions parmi les vingt'),
      text(`1. Quelles sont les cinq raisons de venir ? Les voit-on sans faire défiler ?
        2. Le site s’ouvre-t-il en moins de trois secondes au fond du vallon des Essarges ?
        3. Fonctionne-t-il sur un téléphone de huit ans ?
        4. La vidéo apporte-t-elle ce qu’une photo n’apporte pas ?
        5. Combien de polices de caractères ? Une suffit.
        6. Qu’est-ce qui part chez un tiers, et pourquoi ?
        7. Quelles pages n’ont pas été lues depuis un an ?
        8. Qui éteindra ce service, et quand ?`),
      text(`Projetez la page sur un mur, coupez la connexion rapide, et donnez à chacun un rôle : une personne pressée, une
        personne qui lit mal, un agent, un facteur. On répond à voix haute, on note **ce que l’on retire** avant ce que l’on
        ajoute. Deux heures suffisent.`, 'Conduire la revue'),
      text(`La Chapelle-Aubrière a divisé le poids de son accueil par neuf et supprimé soixante pages. Les appels à la mairie
        pour des horaires ont baissé d’un tiers.`, 'Un résultat'),
      see('regler-son-ecran', 'Léger et lisible vont souvent ensemble.'),
    ],
  },
  {
    key: 'capteurs-riviere', base: 'universite', author: 'mamadou', contributors: ['lilou', 'solene'],
    title: 'Suivre la rivière : capteurs ouverts et mesures partagées sur l’Aubre',
    description: `Un projet de science participative mené avec le lycée et deux associations de pêche : fabriquer une sonde,
      publier les mesures, apprendre à en douter. Tout le matériel pédagogique, budget compris.`,
    themes: ['numerique_au_service_de_l_environnement', 'donnees', 'code_et_programmation', 'territoires_connectes_et_durables'],
    supportTypes: ['methodologie', 'support_pedagogique'],
    audiences: ['enseignants_professionnels_formation', 'adolescents_12_18', 'jeunes_adultes_18_25', 'associations_acteurs_ess'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 313, drawing: 'river',
    contents: [
      text(`L’été, les pêcheurs disent que l’eau est trop chaude ; la station officielle est à vingt kilomètres. Peut-on mesurer
        nous-mêmes, assez bien pour que quelqu’un nous écoute ? **Assez bien** est la vraie question de l’année.`, 'La question'),
      image('river', 'Une sonde solaire plantée au bord d’une rivière, entre des collines et des sapins.',
        'Sonde numéro 3, sous le pont de la filature.'),
      text(`Trois sondes étanches de température, une carte à microcontrôleur, un petit panneau solaire, une boîte de
        récupération : 64 € par point de mesure. Les lycéens soudent et programment, les étudiants étalonnent, les associations
        relèvent le niveau à la règle, chaque dimanche, sur un carnet.`, 'Le dispositif'),
      section('Apprendre à douter'),
      text(`En avril, la sonde 2 affichait 31 °C. Panne ? Canicule ? Elle était sortie de l’eau. Les élèves ont proposé une
        règle : une mesure isolée ne compte pas, deux mesures voisines se vérifient, trois se publient. Ils venaient d’inventer
        le contrôle de qualité.

        Les données sont publiées chaque mois avec leurs trous, signalés en gris. Un tableau sans trou serait un mensonge.`),
      text(`Le syndicat de rivière s’est servi de la série pour déplacer une zone d’ombrage. Et Lilou en a fait son sujet de
        grand oral.`, 'Ce que cela a donné'),
      link('Publier des données ouvertes', 'https://www.data.gouv.fr', 'La plateforme publique où déposer la série.'),
    ],
  },
  {
    key: 'trajet-car-train', base: 'ccas', author: 'gwenaelle', contributors: ['joaquim'],
    title: 'Préparer un trajet en car et en train quand on n’a pas de voiture',
    description: `Un atelier de mobilité : lire un horaire, enchaîner deux transports, acheter au bon tarif, prévoir le plan B.
      On finit par faire le trajet pour de vrai, ensemble.`,
    themes: ['mobilites', 'navigation_sur_internet', 'territoires_connectes_et_durables'],
    supportTypes: ['support_pedagogique', 'cartographie'],
    audiences: [
      'personnes_insertion_professionnelle', 'jeunes_adultes_18_25', 'refugies_demandeurs_asile',
      'travailleurs_sociaux',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 129, drawing: 'train',
    contents: [
      text(`Six personnes, une vraie destination : l’entretien d’embauche de l’une, la préfecture de l’autre. On part de
        l’**heure d’arrivée** et l’on remonte le temps. C’est contre-intuitif, et cela évite d’arriver en avance d’une heure ou
        en retard de cinq minutes.`, 'Partir de l’arrivée'),
      text(`1. À quelle heure dois-je être devant la porte ?
        2. Combien de temps à pied depuis l’arrêt ? On le marche sur la carte avec le doigt.
        3. Quel car avant ce train ? Et si je le rate, le suivant ?
        4. Le calendrier : jour ordinaire, vacances, férié ? Regardez les petites lettres.
        5. Le prix : tarif solidaire, carte jeune, abonnement remboursé par l’employeur.`, 'Les cinq questions'),
      section('Le plan B'),
      text(`On l’écrit sur un carton : numéro de la gare routière, nom d’un voisin, lieu chaud où attendre, crédit du téléphone.
        Une participante a ajouté « ma sœur se lève tôt », et c’était la meilleure ligne de la journée.

        Ensuite, on y va. Aller et retour, un mardi. Les horaires ne font plus peur quand on a vu le quai.`),
      text(`Téléchargez le plan et les horaires **avant** de partir : entre Les Essarges et Courvaudel, il n’y a pas de réseau
        pendant vingt minutes.`, 'Astuce locale'),
      see('cv-en-ligne', 'Si le trajet mène à un entretien.'),
    ],
  },
  {
    key: 'collecte-materiel', base: 'reemploi', author: 'dimitri', contributors: ['stephane'],
    title: 'Organiser une collecte d’ordinateurs dans sa commune en six semaines',
    description: `Convention, affiche, tri, effacement, logistique, remerciements : le rétroplanning complet d’une collecte qui
      profite vraiment aux habitants. Pour les communes de moins de dix mille habitants.`,
    themes: ['materiel_reconditionne', 'territoires_connectes_et_durables', 'gouvernances_partagees'],
    supportTypes: ['methodologie', 'boite_outils'],
    audiences: ['collectivites_territoriales', 'elus', 'associations_acteurs_ess', 'entreprises'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 179, drawing: 'toolbox',
    contents: [
      section('Le rétroplanning'),
      text(`- **Semaine 1** : une convention d’une page entre la mairie, l’atelier et le bénéficiaire. Qui est propriétaire du
        matériel, à quel moment ?
        - **Semaine 2** : choisir trois lieux de dépôt gardés. Jamais un bac dehors.
        - **Semaine 3** : l’affiche. Elle dit ce que l’on prend, ce que l’on ne prend pas et ce que deviennent les données.
        - **Semaine 4** : former dix bénévoles à accueillir un don.
        - **Semaine 5** : la collecte, un samedi de marché.
        - **Semaine 6** : dire merci, avec des chiffres.`),
      text(`Oui : portables, tours, écrans plats, téléphones, chargeurs, souris. Non : imprimantes à jet d’encre, écrans à tube,
        batteries gonflées, appareils mouillés. Indiquez à côté de chaque « non » où le porter ; sinon, vous le retrouverez
        devant la porte le lundi.`, 'Ce que l’on prend'),
      text(`C’est l’inquiétude numéro un. Au moment du don, la personne signe une feuille et garde le double : « Mes données
        seront effacées avant le …, un certificat me sera envoyé sur demande. » Nous stockons les appareils non effacés dans un
        local fermé, avec un registre d’entrée.`,
      'Les données des donateurs'),
      text(`Port-Aubrain, dernier samedi : 143 appareils, 61 remis en service, 12 familles équipées avant la rentrée. Le chiffre
        qui a marqué le conseil municipal : 380 kilos de déchets évités, pesés au camion.`, 'Le bilan d’une collecte'),
      see('fiche-etabli', 'La suite, à l’atelier.'),
    ],
  },
]
