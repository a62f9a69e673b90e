import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const security: Resource[] = [
  {
    key: 'hameconnage', base: 'passeurs', author: 'nadia', contributors: ['joaquim', 'lilou'],
    title: 'Reconnaître l’hameçonnage : douze messages à trier en équipe',
    description: `Vrai ou piège ? Un jeu de cartes à découper pour apprendre à repérer les messages frauduleux sans avoir peur
      de tous les autres. Se joue de 10 à 90 ans, en une heure, sans écran.`,
    themes: ['risques_cyber_et_protection', 'communication_en_ligne_et_reseaux_sociaux', 'usages_responsables_du_numerique'],
    supportTypes: ['jeu', 'support_pedagogique'],
    audiences: ['tous_publics', 'mediateurs_numeriques', 'seniors_personnes_agees', 'adolescents_12_18', 'adultes'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 287, drawing: 'phishing',
    contents: [
      text(`Par équipes de trois, triez les douze messages en deux tas : **plausible** ou **piège**. Chaque équipe défend une
        carte devant les autres. On ne gagne pas en trouvant la bonne réponse, on gagne en donnant la meilleure **raison**.`,
      'La règle du jeu'),
      file('Les cartes à découper', 'cartes-hameconnage.pdf',
        'Douze messages, les réponses et les trois questions à garder dans son portefeuille.'),
      section('Animer la discussion'),
      text(`Quatre cartes sont honnêtes, et c’est voulu : un atelier où tout est faux apprend la peur, pas le discernement. La
        carte 10, celle du code, fait toujours débat. Le message est vrai **si** l’on vient de se connecter ; il devient une
        alerte si l’on n’a rien demandé.

        Terminez par les trois questions : est-ce qu’on me presse ? est-ce qu’on me demande de l’argent, un code ou une pièce
        d’identité ? est-ce que je peux vérifier par un autre chemin ?`),
      text(`Il y a presque toujours, autour de la table, quelqu’un qui s’est fait avoir et qui ne l’a dit à personne. Racontez
        une histoire où **vous** avez failli cliquer. Donnez ensuite les gestes : appeler sa banque, garder le message, le
        signaler au 33700 pour un SMS, déposer plainte. On n’est pas bête quand on a été volé.`, 'La honte, et ce qu’on en fait'),
      link('S’informer et se faire aider', 'https://www.cybermalveillance.gouv.fr', 'Diagnostic gratuit et fiches réflexes.'),
      see('compte-pirate', 'Si le mal est fait : la première heure.'),
    ],
  },
  {
    key: 'phrase-de-passe', base: 'passeurs', author: 'joaquim',
    title: 'Des mots de passe que l’on retient : la méthode de la phrase',
    description: `Quatre mots, une image, un petit carnet : une méthode qui tient mieux que les majuscules et les points
      d’exclamation. Avec un jeu pour fabriquer sa phrase et un débat honnête sur le carnet papier.`,
    themes: ['risques_cyber_et_protection', 'maitrise_des_outils_numeriques'],
    supportTypes: ['support_pedagogique', 'jeu'],
    audiences: ['tous_publics', 'adultes', 'seniors_personnes_agees', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 275, drawing: 'phoneLock',
    contents: [
      text(`Écrivez au tableau \`Tr0m!7z\` et, dessous, \`girafe moutarde tunnel dimanche\`. Lequel est le plus solide ? Lequel
        retiendrez-vous demain ? **La longueur bat la complication.** Quatre mots tirés au hasard, sans rapport entre eux,
        découragent les machines et dessinent une image dans la tête.`, 'L’expérience'),
      text(`Chaque participant lance trois dés et ouvre un dictionnaire à la page obtenue ; il prend le premier nom commun qu’il
        comprend. On recommence quatre fois. Puis il dessine la scène : une girafe qui vend de la moutarde dans un tunnel, un
        dimanche. Le dessin reste à la maison, la phrase reste en mémoire. Ne la faites jamais lire à voix haute.`,
      'Fabriquer la sienne'),
      text(`Oui, un carnet vaut mieux que le même mot de passe partout. On y écrit un **indice** plutôt que la phrase, on le
        range comme ses papiers, on n’inscrit pas le nom de la banque sur la couverture. Pour qui a plus de dix comptes, un
        gestionnaire de mots de passe est plus sûr ; on prend une séance entière pour l’installer.`, 'Et le carnet ?'),
      text(`1. La messagerie d’abord : elle ouvre toutes les autres portes.
        2. La banque.
        3. Le compte qui sert à FranceConnect.
        4. Le reste, petit à petit.`, 'Par où commencer'),
      link('Conseils de la Cnil', 'https://www.cnil.fr', 'Recommandations sur les mots de passe et générateur de phrases.'),
    ],
  },
  {
    key: 'donnees-personnelles', base: 'passeurs', author: 'nadia', contributors: ['mamadou'],
    title: 'Vos données personnelles : quatre droits, quatre lettres à envoyer',
    description: `Accéder, corriger, effacer, s’opposer : plutôt que de réciter la loi, chaque participant écrit et envoie une
      vraie demande. On se retrouve un mois plus tard pour comparer les réponses.`,
    themes: ['donnees', 'citoyennete_et_engagement', 'souverainete_numerique_et_hebergement_des_donnees'],
    supportTypes: ['support_pedagogique', 'modele_notice'],
    audiences: ['adultes', 'jeunes_adultes_18_25', 'mediateurs_numeriques', 'enseignants_professionnels_formation'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 234, drawing: 'server',
    contents: [
      text(`Videz votre portefeuille (en pensée) : carte de fidélité, abonnement de bus, carte de médiathèque. Pour chacune :
        que savent-ils, qui d’autre le sait, depuis quand ? On remplit un tableau à trois colonnes. Les points d’interrogation
        sont plus nombreux que les réponses : c’est exactement pour eux que les droits existent.`,
      'Point de départ : le portefeuille'),
      section('Les quatre droits'),
      text(`- **Accéder** : « Dites-moi ce que vous avez sur moi. »
        - **Rectifier** : « Ceci est faux, voici ce qui est juste. »
        - **Effacer** : « Vous n’en avez plus besoin, supprimez. »
        - **S’opposer** : « Cessez de vous en servir pour la publicité. »

        La réponse doit arriver dans un délai d’un mois, gratuitement. Un refus doit être expliqué.`),
      text(`« Bonjour, je suis client depuis … sous le numéro … Je souhaite recevoir une copie des données personnelles que vous
        détenez à mon sujet, ainsi que leur origine et la liste de ceux à qui vous les avez transmises. Je joins de quoi vous
        assurer de mon identité. »

        Ne joignez une pièce d’identité que si l’on vous la demande pour une bonne raison, et barrez la copie avec le nom du
        destinataire.`,
      'Le modèle de lettre'),
      text(`Sur les onze demandes envoyées par le groupe du printemps : sept réponses complètes, deux partielles, deux silences.
        Une participante a découvert qu’un magasin la croyait propriétaire d’un cheval. On a bien ri, puis on a parlé du prix
        des données fausses.`, 'Ce que nous avons reçu'),
      link('La Cnil', 'https://www.cnil.fr', 'Modèles de courriers et plainte en ligne.'),
    ],
  },
  {
    key: 'compte-pirate', base: 'passeurs', author: 'joaquim', contributors: ['dimitri'],
    title: 'Compte piraté : que faire dans la première heure',
    description: `Une infographie et un mémo à afficher près des postes. L’ordre compte : reprendre la messagerie, limiter les
      dégâts, prévenir, signaler. Rédigé après trois urgences vécues au bus.`,
    themes: ['risques_cyber_et_protection'],
    supportTypes: ['infographie', 'modele_notice'],
    audiences: ['tous_publics', 'particuliers', 'mediateurs_numeriques', 'associations_acteurs_ess', 'entreprises'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 168, drawing: 'phoneLock',
    contents: [
      text(`La personne arrive essoufflée : ses amis reçoivent des messages étranges. Offrez une chaise. **Cinq minutes de calme
        valent mieux qu’une heure de clics.** Demandez : avez-vous encore accès à votre messagerie ? La réponse décide de la
        suite.`, 'D’abord, s’asseoir'),
      image('phoneLock', 'Un téléphone affichant un écran de connexion, à côté d’un gros cadenas.',
        'Le cadenas que l’on change en premier est celui de la messagerie.'),
      text(`**Oui, j’y ai accès** : nouveau mot de passe depuis un appareil sûr, fermeture des sessions, double vérification,
        puis examen des règles de transfert. Les pirates aiment faire suivre les courriels en silence.

        **Non, je n’y ai plus accès** : procédure de récupération du fournisseur, avec le téléphone de secours. Sans téléphone
        déclaré, c’est long : gardez les preuves et prévenez la banque tout de suite.`, 'Deux chemins'),
      file('Le mémo à afficher', 'memo-compte-pirate.pdf', 'Une page, quatre étapes, des cases à cocher.'),
      text(`Une semaine plus tard, rappelez. On profite du calme pour mettre en place une phrase de passe et un numéro de
        secours, et pour vérifier qu’aucun prêt ni abonnement n’a été ouvert.`, 'Après l’orage'),
      link('Diagnostic en ligne', 'https://www.cybermalveillance.gouv.fr', 'Un assistant public qui oriente selon la situation.'),
    ],
  },
  {
    key: 'faux-conseiller', base: 'passeurs', author: 'joaquim', contributors: ['marcel'],
    title: 'Le faux conseiller bancaire : une saynète à jouer et à filmer',
    description: `Le texte d’une scène de six minutes, jouée par des retraités des Essarges, et le guide pour la filmer avec un
      téléphone. Rejouer l’arnaque au téléphone, c’est la meilleure façon de savoir raccrocher.`,
    themes: ['risques_cyber_et_protection', 'arts_et_culture'],
    supportTypes: ['video', 'support_pedagogique'],
    audiences: ['seniors_personnes_agees', 'adultes', 'mediateurs_numeriques', 'associations_acteurs_ess'],
    licence: 'cc_by_nc_sa_4_0', state: 'published', daysAgo: 108, drawing: 'video',
    contents: [
      text(`Un après-midi à la cuisine. Le téléphone sonne.

        > — Madame Bertaud ? Service des fraudes de votre banque. Quelqu’un achète en ce moment un téléviseur avec votre carte.
        >
        > — Mon Dieu. Où ça ?
        >
        > — Nous pouvons bloquer l’opération, mais il reste deux minutes. Vous allez recevoir un code, vous me le lirez.
        >
        > — Et pourquoi donc vous le lire, s’il m’arrive à moi ?
        >
        > — … Pour votre sécurité, madame.

        On s’arrête là. Le public propose la réplique suivante, et l’on rejoue.`, 'Extrait'),
      text(`Le faux conseiller connaît votre nom, parle bien, **crée l’urgence** et vous isole (« ne raccrochez pas »). Les
        participants repèrent ces quatre ressorts sur une affiche. Puis chacun prépare sa phrase de sortie ; celle de Marcel est
        devenue célèbre : « Je rappelle ma banque avec le numéro qui est au dos de ma carte. Bonsoir. »`,
      'Démonter le mécanisme'),
      text(`- Téléphone posé à l’horizontale, sur une pile de livres.
        - Une fenêtre face aux acteurs, jamais derrière.
        - Un micro-cravate à quinze euros change tout.
        - Trois prises au plus : la fatigue se voit.
        - Une autorisation écrite de chacun avant de publier.`, 'Filmer'),
      see('hameconnage', 'Le même mécanisme, par écrit.'),
    ],
  },
  {
    key: 'cookies', base: 'universite', author: 'mamadou', contributors: ['yanis'],
    title: 'Traceurs et cookies : ce qui se passe pendant que la page s’affiche',
    description: `Une séance de travaux dirigés où les étudiants comptent, chronomètrent et représentent les traceurs de vingt
      sites du quotidien. Aucun prérequis en informatique, beaucoup de surprise.`,
    themes: ['donnees', 'navigation_sur_internet', 'economie_numerique'],
    supportTypes: ['support_pedagogique', 'questionnaire'],
    audiences: ['enseignants_professionnels_formation', 'jeunes_adultes_18_25', 'adolescents_12_18'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 253, drawing: 'magnifier',
    contents: [
      text(`Vingt sites tirés d’une semaine de vie étudiante : météo, recettes, sport, petites annonces, presse, horaires de
        car. Chaque binôme en observe deux, avec les outils du navigateur, **avant** puis **après** avoir refusé.`,
      'Le protocole'),
      text(`1. Combien de clics pour accepter ? Et pour refuser ?
        2. Combien de domaines différents répondent avant que j’aie lu le premier titre ?
        3. Combien de kilo-octets pour une page de texte ?
        4. Que reste-t-il une fois le refus enregistré ?

        On rassemble les réponses dans un tableau commun, puis on trace un nuage de points : poids de la page et nombre de
        tiers.`, 'Les mesures'),
      text(`La première année, la discussion a tourné au « tous surveillés ». Nous avons ajouté une question : *qui paie la
        météo ?* On compare abonnement, subvention, publicité sans ciblage et publicité ciblée. Les étudiants découvrent que le
        modèle n’est pas une fatalité technique, et que deux sites sur vingt vivent très bien sans aucun traceur.`,
      'Ce que j’ai changé'),
      text(`Donnez un rendu court : une page, un graphique, une recommandation pour une association de leur choix. Le critère
        qui compte double : la mesure peut-elle être refaite par quelqu’un d’autre ?`, 'Évaluer'),
      link('Comprendre les règles', 'https://www.cnil.fr', 'Ce que la loi demande : refuser doit être aussi simple qu’accepter.'),
    ],
  },
  {
    key: 'confidentialite-guichet', base: 'ccas', author: 'maeva', contributors: ['elodie'],
    title: 'Confidentialité au guichet : dix réflexes qui ne coûtent rien',
    description: `Une file d’attente, une voix un peu forte, un écran tourné : la vie privée se perd en trois secondes. Dix
      réflexes mis au point par l’équipe d’accueil, avec une affiche et un exercice pour les nouveaux.`,
    themes: ['donnees', 'risques_cyber_et_protection', 'usages_responsables_du_numerique'],
    supportTypes: ['boite_outils', 'infographie'],
    audiences: [
      'administrations_etablissements_publics', 'travailleurs_sociaux', 'collectivites_territoriales',
      'autres_professionnels',
    ],
    licence: 'etalab_2_0', state: 'published', daysAgo: 84, drawing: 'checklist',
    contents: [
      text(`1. Je ne répète pas un nom à voix haute ; je montre le papier.
        2. Je demande « C’est pour un rendez-vous ou une question ? », pas « C’est pour quelle aide ? ».
        3. Mon écran se verrouille quand je me lève.
        4. L’imprimante est derrière moi.
        5. Les papiers vont au destructeur, pas à la corbeille.
        6. Je rends la pièce d’identité avant de parler.
        7. Au téléphone, je vérifie qui appelle, même s’il est pressé.
        8. Pas de dossier sur une clé USB.
        9. Pas de prénom dans l’objet d’un courriel.
        10. Si je me trompe de destinataire, je le dis tout de suite à ma responsable.`, 'Les dix réflexes'),
      section('L’exercice des trois chaises'),
      text(`Un lundi matin par mois, avant l’ouverture, l’une de nous s’assoit tour à tour sur les trois chaises de la salle
        d’attente et note tout ce qu’elle **entend** et tout ce qu’elle **voit** pendant un accueil joué. La première fois, nous
        avons lu à deux mètres le motif d’une demande d’aide. Nous avons tourné l’écran, acheté un filtre et déplacé une plante.
        Total : quarante-deux euros.`),
      text(`La règle n’interdit pas d’aider. Elle demande de ne recueillir que le nécessaire, de le garder le temps utile, et de
        pouvoir dire à la personne ce que l’on sait d’elle. Si une question vous gêne, c’est souvent qu’elle est de trop.`,
      'Le fond'),
      see('premier-accueil', 'Les cinq premières minutes, côté accueil.'),
    ],
  },
]
