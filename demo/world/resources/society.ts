import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const society: Resource[] = [
  {
    key: 'ia-debranchee', base: 'passeurs', author: 'solene', contributors: ['nadia', 'yanis'],
    title: 'L’intelligence artificielle expliquée sans ordinateur',
    description: `Compléter des phrases, trier des animaux, se tromper avec assurance : trois jeux sur table pour comprendre
      comment une machine « apprend » et pourquoi elle se trompe. Une heure et quart, de 12 à 99 ans.`,
    themes: ['intelligence_artificielle', 'education_et_formation', 'citoyennete_et_engagement'],
    supportTypes: ['jeu', 'support_pedagogique'],
    audiences: ['tous_publics', 'adolescents_12_18', 'adultes', 'mediateurs_numeriques', 'enseignants_professionnels_formation'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 92, drawing: 'robot',
    contents: [
      text(`À la médiathèque, deux questions reviennent : « Est-ce qu’elle pense ? » et « Est-ce qu’elle va prendre mon
        travail ? » On ne répond pas à la seconde sans avoir travaillé la première. Et l’on travaille mieux la première **sans
        machine sur la table**.`, 'Pourquoi débrancher'),
      section('Trois jeux'),
      text(`1. **La machine à compléter.** « Le matin, je bois un… » Chacun propose en secret le mot suivant, on compte, le plus
        fréquent l’emporte. Le groupe vient de faire un modèle de langue miniature.
        2. **Le tri qui apprend.** Vingt animaux déjà rangés, sans la règle. On range les suivants. Puis arrive la
        chauve-souris.
        3. **Le trou dans les exemples.** On recommence avec un tas incomplet : le groupe se trompe, tous ensemble, et avec
        assurance.`),
      file('Le déroulé minuté', 'scenario-ia-debranchee.txt', 'Texte simple, à adapter ; soixante cartes à fabriquer soi-même.'),
      image('robot', 'Un robot souriant salue à côté d’une bulle de dialogue.',
        'L’affiche de la séance. Les enfants l’ont appelé Gaston.'),
      text(`Avec quoi a-t-on appris à cette machine ? Qui vérifie ce qu’elle dit ? Qu’est-ce que je ne lui confierai jamais ?
        Ces trois questions restent affichées dans l’espace numérique. Elles valent pour un traducteur, un filtre photo ou un
        logiciel de tri de candidatures.`, 'Trois questions à garder'),
      see('ia-charte', 'Pour les équipes qui commencent à s’en servir.'),
    ],
  },
  {
    key: 'ia-charte', base: 'universite', author: 'beatrice', contributors: ['mamadou', 'thi-lan'],
    title: 'Assistants conversationnels en formation : une charte d’une page, négociée',
    description: `Plutôt qu’interdire ou laisser faire, nous avons écrit avec les étudiants ce qui est permis, à déclarer ou
      exclu, devoir par devoir. Le texte, la méthode de négociation et le bilan après deux semestres.`,
    themes: ['intelligence_artificielle', 'education_et_formation', 'usages_responsables_du_numerique'],
    supportTypes: ['modele_notice', 'methodologie'],
    audiences: ['enseignants_professionnels_formation', 'jeunes_adultes_18_25', 'administrations_etablissements_publics'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 48, drawing: 'robot',
    contents: [
      text(`Pour chaque travail, l’enseignant coche une colonne **avant** de donner le sujet :

        | Sans assistant | Avec déclaration | Libre |
        | --- | --- | --- |
        | On évalue la rédaction, le raisonnement, l’oral | On évalue le choix et la critique | On évalue autre chose |

        « Avec déclaration » signifie : quel outil, pour quoi faire, et ce que j’ai changé. Trois lignes suffisent, en fin de
        copie.`, 'Trois régimes'),
      section('Ce qui reste exclu'),
      text(`- Confier à un assistant les données d’une autre personne, d’un terrain de stage ou d’un entretien.
        - Citer une référence que l’on n’a pas ouverte.
        - Noter une copie avec un outil automatique.
        - Accuser un étudiant sur la foi d’un détecteur : **ces outils se trompent**, et plus souvent pour ceux dont le français
        n’est pas la première langue.`),
      text(`Une séance de deux heures. Les étudiants apportent un usage réel ; les enseignants, une crainte réelle. On classe
        ensemble, on vote à main levée sur les cas partagés. La phrase la plus discutée : « m’aider à démarrer ». Nous l’avons
        gardée, avec déclaration.`, 'Négocier'),
      text(`Deux semestres, trois cents déclarations : un usage sur deux est de la reformulation, un sur cinq de l’explication
        de cours. Les enseignants ont changé davantage que les étudiants : plus d’oraux, plus de brouillons demandés, moins de
        dissertations à la maison.`, 'Ce que nous observons'),
      see('plagiat', 'Citer, reformuler, emprunter : la base.'),
    ],
  },
  {
    key: 'equivalents-libres', base: 'reemploi', author: 'yanis', contributors: ['dimitri'],
    title: 'Logiciels libres : retrouver ses habitudes, outil par outil',
    description: `Écrire, calculer, retoucher, écouter, naviguer : les équivalents libres que nous installons à l’atelier, ce
      qu’ils font bien, ce qu’ils font moins bien, et comment changer sans se fâcher avec sa famille.`,
    themes: ['open_source_et_licences_libres', 'maitrise_des_outils_numeriques', 'communs_numeriques'],
    supportTypes: ['logiciel', 'boite_outils', 'site_web'],
    audiences: ['tous_publics', 'associations_acteurs_ess', 'mediateurs_numeriques', 'particuliers'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 145, drawing: 'toolbox',
    contents: [
      text(`« Libre » ne veut pas dire gratuit, même si c’est souvent le cas. Cela veut dire que chacun peut utiliser, étudier,
        modifier et partager le logiciel. Personne ne peut donc vous le retirer ni vous enfermer dedans. La contrepartie : c’est
        parfois à vous de dire merci, par un don ou une traduction.`, 'Ce que « libre » veut dire'),
      section('Notre liste, honnêtement'),
      text(`- **Écrire et calculer** : LibreOffice. Ouvre les anciens documents ; la mise en page compliquée peut bouger.
        - **Naviguer** : Firefox, avec un bloqueur de publicités.
        - **Courriels** : Thunderbird, précieux quand on a deux adresses.
        - **Photos** : darktable pour trier et développer, GIMP pour retoucher ; GIMP demande de la patience.
        - **Vidéo et musique** : VLC, qui lit tout, même la cassette numérisée de tonton.
        - **Dessin** : Inkscape et Krita.`),
      text(`Un seul logiciel à la fois, pendant un mois, **sur la machine que l’on connaît**. Quand le navigateur et la suite
        bureautique sont devenus familiers, le changement de système passe presque inaperçu. L’ordre inverse échoue une fois sur
        deux.`, 'Changer sans douleur'),
      text(`Pour échanger avec quelqu’un qui ne change pas : envoyez en PDF ce qui doit être lu, en format ouvert ce qui doit
        être modifié, et acceptez de garder une exception. La pureté fatigue, l’habitude reste.`, 'Vivre avec les autres'),
      link('LibreOffice', 'https://www.libreoffice.org', 'Téléchargement officiel, en français.'),
      link('Framasoft', 'https://framasoft.org', 'Association d’éducation populaire aux outils libres.'),
    ],
  },
  {
    key: 'contribuer-carte-libre', base: 'passeurs', author: 'joaquim', contributors: ['mamadou'],
    title: 'Contribuer à une carte libre : ajouter la fontaine, le banc et la boîte à livres',
    description: `Une balade d’une heure, un carnet, puis une saisie collective : les habitants ajoutent à la carte ce qui rend
      leur village vivable. Une porte d’entrée joyeuse vers les communs numériques.`,
    themes: ['communs_numeriques', 'territoires_connectes_et_durables', 'citoyennete_et_engagement'],
    supportTypes: ['cartographie', 'tutoriel'],
    audiences: ['tous_publics', 'enfants_6_12', 'associations_acteurs_ess', 'collectivites_territoriales'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 196, drawing: 'map',
    contents: [
      text(`On part à huit, avec des plans imprimés. Chacun cherche une famille d’objets : bancs, points d’eau, passages
        piétons, marches, rampes, boîtes à livres. On note au crayon, on ne photographie ni les gens ni les plaques. Les enfants
        sont imbattables sur les fontaines ; les personnes en fauteuil, sur les trottoirs.`, 'La balade'),
      text(`1. Créer un compte avec un pseudonyme.
        2. Zoomer sur la place, ouvrir l’éditeur, suivre la visite guidée.
        3. Ajouter **un** objet : le banc devant l’école, par exemple.
        4. Décrire ce que l’on a vu, pas ce que l’on sait par ailleurs.
        5. Enregistrer avec une phrase : « ajout de bancs, relevé à pied ».`, 'La première contribution'),
      section('Les trois règles du commun'),
      text(`- **On ne recopie pas une autre carte** : ce serait du vol, même sans le vouloir.
        - **On corrige avec douceur** : derrière chaque point, il y a quelqu’un.
        - **On ne met pas de vie privée** : pas de nom sur une maison, pas d’horaire de présence.`),
      text(`À Courvaudel, nous avons ajouté 214 objets en trois dimanches. Deux semaines plus tard, un voyageur en fauteuil a
        écrit à la mairie : il avait pu préparer sa visite, rampe par rampe. Sa lettre est affichée dans le bus.`, 'Une lettre'),
      link('OpenStreetMap', 'https://www.openstreetmap.org', 'La carte libre du monde.'),
      see('carte-permanences', 'Un autre usage de ce fond de carte.'),
    ],
  },
  {
    key: 'reunion-qui-decide', base: 'passeurs', author: 'stephane', contributors: ['elodie', 'dimitri'],
    title: 'Animer une réunion où l’on décide vraiment : le consentement en pratique',
    description: `Décider sans voter à 51 % ni attendre que tout le monde soit ravi. Le déroulé que notre réseau de six
      structures utilise depuis deux ans, avec les phrases exactes de l’animateur.`,
    themes: ['gouvernances_partagees', 'communs_numeriques', 'acteurs_du_numerique'],
    supportTypes: ['methodologie'],
    audiences: ['associations_acteurs_ess', 'collectivites_territoriales', 'elus', 'autres_professionnels'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 257, drawing: 'meeting',
    contents: [
      text(`Notre réseau réunit une commune, un CCAS, deux associations, un lycée et une université. Au vote, les deux gros
        gagnaient ; à l’unanimité, rien ne se décidait. Nous cherchons désormais une décision **à laquelle personne n’oppose
        d’argument sérieux**.`, 'Le problème'),
      section('Le tour en six temps'),
      text(`1. **La proposition**, écrite, en quatre phrases. Sans écrit, on ne commence pas.
        2. **Les questions pour comprendre.** « As-tu une question, ou est-ce déjà un avis ? »
        3. **Les réactions**, un tour, deux minutes chacun, personne ne répond.
        4. **L’amendement** : la personne qui propose modifie, ou non.
        5. **Les objections.** « Vois-tu un risque pour notre mission ? » Une préférence n’est pas une objection.
        6. **L’intégration** : on améliore jusqu’à lever l’objection, puis on fixe une date de réexamen.`),
      image('meeting', 'Trois personnes autour d’une table couverte de feuilles et d’une tablette.',
        'Une réunion de décision : quatre-vingt-dix minutes, deux sujets, pas davantage.'),
      text(`Toute décision est prise pour six mois. Cela change le ton : on n’essaie plus de gagner, on essaie. Nous notons la
        décision, la raison, la date et qui prévient les absents, dans un registre ouvert à tous.`, 'La date de péremption'),
      text(`Le tour lasse quand le sujet est minuscule. Pour le choix de la couleur de l’affiche, désignez une personne et
        faites-lui confiance.`, 'Quand ne pas l’utiliser'),
    ],
  },
  {
    key: 'ou-dorment-les-donnees', base: 'reemploi', author: 'dimitri', contributors: ['yanis', 'karim'],
    title: 'Où dorment nos données ? Choisir un hébergeur quand on est une petite association',
    description: `Fichier des adhérents, photos, comptabilité : savoir où ils sont, qui peut les lire et comment les reprendre.
      Une grille de choix simple et le récit de notre propre déménagement.`,
    themes: ['souverainete_numerique_et_hebergement_des_donnees', 'open_source_et_licences_libres', 'donnees'],
    supportTypes: ['methodologie', 'article'],
    audiences: ['associations_acteurs_ess', 'collectivites_territoriales', 'entreprises', 'elus'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 172, drawing: 'server',
    contents: [
      text(`Un jour, notre trésorière est partie en voyage. Le fichier des adhérents était sur son compte personnel, le site sur
        celui d’un ancien bénévole, les photos on ne sait où. Rien n’était perdu, mais **rien n’était à nous**.`, 'Le déclic'),
      section('La grille en six questions'),
      text(`1. Dans quel pays sont les serveurs, et sous quelle loi ?
        2. Le contrat est-il au nom de l’association, avec deux personnes qui ont les accès ?
        3. Puis-je tout récupérer en une heure, dans un format ouvert ?
        4. Qui d’autre lit les données, et pour quoi faire ?
        5. Combien cela coûtera-t-il dans trois ans ?
        6. Qui appelle-t-on quand cela tombe un vendredi soir ?`),
      text(`Nous avons listé, sur une affiche, chaque outil et chaque donnée. Puis nous avons déplacé **un** outil par mois :
        d’abord l’agenda, sans risque ; la messagerie en dernier. L’ancien et le nouveau ont tourné ensemble trois semaines à
        chaque fois. Coût total : 9 € par mois et quatorze soirées.`, 'Notre déménagement'),
      text(`Un hébergeur associatif proche n’est pas toujours la bonne réponse : s’il tient sur une seule personne, demandez ce
        qui arrive quand elle est malade. À l’inverse, un très gros fournisseur peut convenir pour un document sans enjeu. La
        question n’est pas « qui est pur ? » mais « **pouvons-nous partir ?** ».`, 'Nuancer'),
      link('Règles et fiches pratiques', 'https://www.cnil.fr', 'Des fiches dédiées aux associations.'),
    ],
  },
  {
    key: 'micro-entreprise-outils', base: 'ccas', author: 'gwenaelle', contributors: ['odile'],
    title: 'Se lancer à son compte : les outils numériques du strict nécessaire',
    description: `Immatriculation, devis, factures, compte bancaire, visibilité : de quoi a-t-on vraiment besoin la première
      année ? Un parcours en quatre rendez-vous, et la liste des dépenses inutiles.`,
    themes: ['economie_numerique', 'emploi_et_entrepreunariat', 'demarches_et_services_en_ligne'],
    supportTypes: ['boite_outils', 'tutoriel'],
    audiences: ['personnes_insertion_professionnelle', 'entreprises', 'adultes', 'travailleurs_sociaux'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 104, drawing: 'budget',
    contents: [
      text(`- **Rendez-vous 1 — Est-ce le bon statut ?** On simule les cotisations sur un chiffre d’affaires modeste, pas sur le
        rêve.
        - **Rendez-vous 2 — S’immatriculer.** Le guichet unique est gratuit. Dans les semaines qui suivent, des courriers
        imitent des factures officielles : on les jette.
        - **Rendez-vous 3 — Facturer.** Un modèle, une numérotation continue, les mentions obligatoires.
        - **Rendez-vous 4 — Déclarer.** On choisit un rythme et on met l’argent des cotisations de côté **le jour où l’on est
        payé**.`, 'Quatre rendez-vous'),
      section('Le strict nécessaire'),
      text(`Une adresse électronique dédiée, un tableur à trois onglets (recettes, achats, clients), un dossier par mois, une
        fiche d’établissement sur les cartes en ligne, un compte bancaire séparé. C’est tout, la première année.`),
      text(`Un site à 1 200 €, un logiciel de relation client, mille cartes de visite, un référencement « garanti première
        page ». Une cliente de la permanence avait signé pour quarante-huit mois de location de site ; il a fallu l’aide d’une
        juriste. **On ne signe rien le jour même**, jamais.`, 'Les dépenses à éviter'),
      text(`« Le premier devis, je l’ai refait neuf fois. Le dixième, je l’ai envoyé depuis l’arrêt de car. » — Odile, avant de
        choisir une autre voie, sans regret.`, 'Un témoignage'),
      link('Le guichet des formalités', 'https://procedures.inpi.fr',
        'Créer, modifier ou fermer son entreprise, sans intermédiaire.'),
      see('budget-mensuel', 'Le budget du foyer vient avant celui de l’entreprise.'),
    ],
  },
  {
    key: 'charte-deconnexion', base: 'ccas', author: 'elodie', contributors: ['jean-baptiste', 'maeva'],
    title: 'Moins de messages, de meilleurs messages : notre charte d’équipe',
    description: `Comment une équipe de dix-huit agents a divisé par deux ses courriels internes et retrouvé ses soirées. Le
      texte de la charte, la méthode pour l’écrire à plusieurs, et ce que nous avons abandonné.`,
    themes: ['usages_responsables_du_numerique', 'gouvernances_partagees', 'sobriete_numerique'],
    supportTypes: ['modele_notice', 'methodologie'],
    audiences: ['administrations_etablissements_publics', 'collectivites_territoriales', 'autres_professionnels', 'entreprises'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 25, drawing: 'meeting',
    contents: [
      text(`Pendant une semaine, chacun a compté ses messages et mis une croix devant ceux qui l’avaient vraiment aidé à
        travailler. Résultat : un sur six. Personne n’a été surpris, tout le monde a été soulagé.`, 'Compter d’abord'),
      section('La charte en huit lignes'),
      text(`1. Une urgence, c’est un appel. Un message n’est jamais urgent.
        2. L’objet dit ce que l’on attend : *pour information*, *pour avis avant jeudi*, *à faire*.
        3. « Répondre à tous » demande une raison.
        4. Pas de nom de personne accompagnée, ni dans l’objet, ni dans le texte.
        5. Rien n’est attendu entre 18 h et 8 h. On peut écrire, on **programme** l’envoi.
        6. Deux plages sans message par jour : on reçoit les gens.
        7. Un document partagé vaut mieux que sept pièces jointes.
        8. Merci se dit, de vive voix, à la machine à café.`),
      text(`Nous avons essayé la journée sans courriel : échec, elle reportait tout au lendemain. Nous avons essayé la
        messagerie instantanée : trois agents s’y sentaient surveillés, nous l’avons fermée. Gardez le droit de renoncer.`,
      'Ce qui n’a pas marché'),
      text(`La charte est relue chaque année, à l’anniversaire de sa signature, avec une brioche. Deux lignes ont déjà changé.`,
      'La faire vivre'),
      see('reunion-qui-decide', 'La méthode utilisée pour l’adopter.'),
    ],
  },
]
