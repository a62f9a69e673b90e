import { file, image, section, see, text, type Resource } from '../resource.ts'

export const university: Resource[] = [
  {
    key: 'evaluer-competences', base: 'universite', author: 'beatrice', contributors: ['mamadou'],
    title: 'Évaluer par compétences : construire une grille que les étudiants comprennent',
    description: `Du verbe à l’indicateur : comment passer d’un référentiel de soixante pages à une grille de cinq lignes qui
      sert vraiment à corriger, à progresser et à décider. Avec une grille complète à adapter.`,
    themes: ['education_et_formation'],
    supportTypes: ['methodologie', 'boite_outils'],
    audiences: ['enseignants_professionnels_formation', 'administrations_etablissements_publics', 'autres_professionnels'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 308, drawing: 'bookCap',
    contents: [
      text(`Une grille est bonne si deux collègues qui ne se parlent pas placent la même copie au même niveau, et si
        **l’étudiant sait quoi faire demain** pour passer au niveau suivant. Le reste est de la mise en page.`, 'Deux critères'),
      section('Quatre étapes'),
      text(`1. **Choisir cinq compétences au plus**, écrites avec un verbe que l’on peut observer. « Comprendre » ne s’observe
        pas ; « expliquer à un non-spécialiste » s’observe.
        2. **Partir de vraies copies.** On en étale douze, on fait quatre tas, on met des mots sur les différences.
        3. **Décrire ce qui est là**, pas ce qui manque : « cite plusieurs sources sans méthode » plutôt que « mauvaises
        sources ».
        4. **Essayer à deux** sur six copies nouvelles, discuter des écarts, corriger la grille et non le collègue.`),
      file('Une grille à adapter', 'grille-competences.csv',
        'Cinq compétences, quatre niveaux, pour un dossier de recherche en licence.'),
      text(`Faut-il convertir en note ? Tant que les jurys le demandent, oui, mais à la fin et au grand jour. Nous affichons la
        règle : trois « sait faire » au moins pour valider, aucun « débute » sur la première ligne. La moyenne arithmétique de
        niveaux n’a pas de sens ; nous ne la calculons plus.`, 'Et la note ?'),
      text(`Donnez la grille **avec** le sujet. À mi-parcours, chaque étudiant s’y place au crayon. L’écart entre son crayon et
        votre stylo est le meilleur sujet de conversation du semestre.`, 'S’en servir'),
      see('portfolio-licence', 'Garder les preuves de ces compétences.'),
    ],
  },
  {
    key: 'classe-inversee', base: 'universite', author: 'mamadou',
    title: 'Classe inversée : ce qui a raté, ce qui a marché, ce que je garde',
    description: `Récit honnête de trois années de classe inversée en géographie, avec 120 étudiants de première année. Le
      calendrier, les consignes, la charge de travail réelle et les deux décisions qui ont tout changé.`,
    themes: ['education_et_formation', 'usages_responsables_du_numerique'],
    supportTypes: ['article', 'methodologie'],
    audiences: ['enseignants_professionnels_formation'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 271, drawing: 'video',
    contents: [
      text(`J’avais filmé quatorze capsules de vingt-deux minutes. Un tiers des étudiants les avait vues, le plus souvent dans
        le car, en accéléré. En séance, je refaisais le cours pour les autres. J’ai travaillé deux fois plus pour un résultat
        **moins bon**.`, 'Année 1 : le naufrage'),
      text(`Deux décisions. D’abord, **six minutes au plus** par capsule, avec une question posée au début et non à la fin.
        Ensuite, un ticket d’entrée : trois lignes écrites à la main en arrivant, une chose comprise, une chose obscure. Sans
        ticket, on entre quand même, mais on s’assoit au premier rang, avec moi, pour le faire. Personne ne l’a vécu comme une
        punition ; certains le faisaient exprès.`, 'Année 2 : le ticket'),
      section('Année 3 : ce que je garde'),
      text(`- **Avant** : une capsule, ou deux pages à lire. Toujours le choix. Jamais plus de trente minutes.
        - **Au début** : je lis dix tickets au hasard et je réponds. Quinze minutes.
        - **Pendant** : un problème à quatre, avec des données du Val, et une production affichée au mur.
        - **À la fin** : chacun reprend son ticket et raye ce qui n’est plus obscur.`),
      text(`Temps de préparation : onze heures par séance la première année, trois désormais. Taux de réussite : de 54 à 67 %.
        Surtout, les étudiants salariés disent qu’ils suivent enfin. Mais je ne l’applique qu’à cinq séances sur douze :
        inverser tout le temps, c’est encore une routine.`, 'Les chiffres'),
      see('capsule-video', 'Fabriquer la capsule de six minutes.'),
    ],
  },
  {
    key: 'plagiat', base: 'universite', author: 'thi-lan', contributors: ['beatrice'],
    title: 'Citer, reformuler, emprunter : un atelier sur le plagiat qui ne menace personne',
    description: `La plupart des plagiats sont des maladresses. Cet atelier de deux heures apprend le geste de la citation avec
      de vrais brouillons d’étudiants, un jeu de bascule et une notice de poche.`,
    themes: ['education_et_formation', 'open_source_et_licences_libres'],
    supportTypes: ['support_pedagogique', 'jeu'],
    audiences: ['jeunes_adultes_18_25', 'enseignants_professionnels_formation', 'adolescents_12_18'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 199, drawing: 'bookCap',
    contents: [
      text(`Au sol, une ligne. À gauche : « c’est permis » ; à droite : « c’est du plagiat ». On lit une situation, chacun se
        place, puis argumente. *J’ai changé un mot sur trois. J’ai traduit une page. J’ai repris mon devoir de l’an dernier.
        J’ai recopié la définition du cours. J’ai demandé à un assistant de reformuler.* Le groupe bouge, se divise, et c’est là
        que l’on apprend.`, 'La ligne'),
      section('Le geste de la citation'),
      text(`1. **Lire**, puis fermer le livre.
        2. **Redire** à son voisin, sans regarder.
        3. **Écrire** ce que l’on a dit.
        4. **Rouvrir** et comparer : si une suite de cinq mots est identique, guillemets ou reprise.
        5. **Noter la source** tout de suite. Pas ce soir. Tout de suite.`),
      text(`Les étudiants travaillent sur trois brouillons anonymes, donnés par leurs auteurs des années précédentes. Ils
        surlignent en trois couleurs : cité, reformulé, à revoir. On découvre que le plagiat arrive **au moment de la prise de
        notes**, quand on ne sait plus ce qui est de soi.`, 'Les brouillons'),
      text(`Citer n’est pas s’excuser d’emprunter : c’est montrer avec qui l’on pense. J’ai remplacé « éviter le plagiat » par
        « donner ses sources » dans le titre de la séance. Le nombre d’inscrits a doublé.`, 'Changer de mot'),
      see('ia-charte', 'Le cas des assistants conversationnels.'),
    ],
  },
  {
    key: 'portfolio-licence', base: 'universite', author: 'thi-lan', contributors: ['beatrice', 'yanis'],
    title: 'Commencer un portfolio en licence : une preuve par mois',
    description: `Un portfolio ne se remplit pas en mai de la troisième année. Méthode légère pour garder, choisir et raconter
      ses réussites, avec des questions de relance et l’exemple d’un étudiant en informatique.`,
    themes: ['education_et_formation', 'emploi_et_entrepreunariat'],
    supportTypes: ['methodologie', 'support_pedagogique'],
    audiences: ['jeunes_adultes_18_25', 'enseignants_professionnels_formation', 'personnes_insertion_professionnelle'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 124, drawing: 'bookCap',
    contents: [
      text(`Une preuve par mois, pas plus. Elle peut être un devoir, une photo de montage, un courriel de remerciement, un
        programme, une affiche. On la dépose avec quatre phrases. En trois ans, cela fait **vingt-sept preuves**, dont on
        choisira cinq.`, 'La règle'),
      text(`1. Qu’est-ce que l’on m’avait demandé, ou que m’étais-je demandé ?
        2. Qu’ai-je fait, moi, dans le groupe ?
        3. Qu’est-ce qui a résisté ?
        4. Qu’est-ce que je saurais refaire ailleurs ?`, 'Les quatre phrases'),
      section('L’exemple de Yanis'),
      text(`*Preuve de novembre : une machine de 2012 remise en route pour une famille.* « On m’avait demandé d’installer un
        système. J’ai d’abord fait l’inventaire, la carte wifi n’était pas reconnue. J’ai perdu deux mercredis à chercher un
        pilote avant de demander à Dimitri : j’aurais dû demander au bout d’une heure. Je saurais refaire un diagnostic, et
        surtout je saurais demander. »

        La quatrième phrase contient une compétence qu’aucun examen n’avait vue.`),
      text(`L’étudiant choisit ce qui est visible, par qui et jusqu’à quand. L’enseignant ne lit que ce qui lui est ouvert. Nous
        ne notons pas le portfolio : nous demandons qu’il existe, et nous parlons d’**une** preuve à chaque entretien de suivi.`,
      'Ce qui reste à soi'),
      see('evaluer-competences', 'Les compétences auxquelles rattacher ses preuves.'),
    ],
  },
  {
    key: 'stage-convention', base: 'universite', author: 'karim', contributors: ['beatrice'],
    title: 'Trouver et déclarer son stage : la notice de la scolarité, question par question',
    description: `Convention, dates, gratification, assurance, télétravail : les réponses aux vingt questions que l’on me pose
      chaque année, dans l’ordre où elles arrivent. Mise à jour à chaque rentrée.`,
    themes: ['education_et_formation', 'emploi_et_entrepreunariat', 'demarches_et_services_en_ligne'],
    supportTypes: ['modele_notice'],
    audiences: ['jeunes_adultes_18_25', 'entreprises', 'enseignants_professionnels_formation', 'associations_acteurs_ess'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 69, drawing: 'compass',
    contents: [
      section('Avant'),
      text(`- **Quand chercher ?** Quatre mois avant. Trois, c’est encore possible. Un, c’est un stage « trouvé par un oncle ».
        - **Puis-je commencer sans convention signée ?** Non, même un jour, même « pour voir ». Vous ne seriez pas assuré.
        - **Qui signe ?** Vous, la structure d’accueil, son tuteur, votre enseignant référent, l’université. Dans cet ordre,
        cela va plus vite.`),
      section('Pendant'),
      text(`- **Suis-je payé ?** Une gratification est obligatoire au-delà de deux mois, consécutifs ou non, dans la même année.
        En dessous, c’est au choix de la structure.
        - **Puis-je télétravailler ?** Oui, si la convention le dit.
        - **Je suis malade** : prévenez le tuteur **et** la scolarité.
        - **Cela se passe mal** : appelez-moi, ou votre référent, avant de ne plus y aller. On a toujours trouvé une solution,
        on n’a jamais retrouvé un stage abandonné.`),
      section('Après'),
      text(`L’attestation de stage se demande le dernier jour, pas six mois plus tard. Gardez-la : elle peut compter pour la
        retraite, et elle vaut preuve dans le portfolio. Répondez aussi à l’évaluation de la structure : c’est elle qui nous
        fait rayer, ou recommander, une adresse.`),
      text(`Les trois quarts des conventions refusées le sont pour une adresse incomplète du lieu **réel** de travail ou pour un
        sujet en une ligne. Écrivez trois missions avec des verbes.`, 'L’erreur la plus fréquente'),
      see('cv-en-ligne', 'Pour la candidature elle-même.'),
    ],
  },
  {
    key: 'prendre-des-notes', base: 'universite', author: 'mamadou', contributors: ['thi-lan'],
    title: 'Prendre des notes qui servent : trois méthodes à essayer en une semaine',
    description: `À la main ou au clavier, en colonnes, en carte ou en questions : plutôt que de défendre une méthode, nous
      proposons d’en essayer trois, puis de comparer ce qu’il en reste huit jours plus tard.`,
    themes: ['education_et_formation', 'maitrise_des_outils_numeriques'],
    supportTypes: ['methodologie', 'support_pedagogique'],
    audiences: ['jeunes_adultes_18_25', 'adolescents_12_18', 'enseignants_professionnels_formation', 'adultes'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 374, drawing: 'checklist',
    contents: [
      text(`Tout noter rassure, et n’apprend presque rien : la main écrit, la tête attend. Une bonne prise de notes **laisse de
        la place** pour ce que l’on fera après. D’où la règle commune aux trois méthodes : une marge large, et un rendez-vous
        avec ses notes le soir même.`, 'Pourquoi on oublie'),
      section('Trois méthodes'),
      text(`1. **Deux colonnes.** À droite, pendant le cours. À gauche, le soir, des mots-clés et des questions. En bas, trois
        lignes de résumé, livre fermé.
        2. **La carte.** L’idée au centre, les branches autour, des liens en travers. Très bonne pour un cours qui raconte,
        moins pour une démonstration.
        3. **Les questions.** On ne note que des questions auxquelles le cours répond. C’est inconfortable vingt minutes, puis
        redoutable pour réviser.`),
      text(`Lundi, mardi, jeudi : une méthode par jour, dans trois cours différents. Le lundi suivant, sans relire, chacun écrit
        ce dont il se souvient, puis ouvre son cahier. On compare, à quatre, ce que la méthode a fait gagner et perdu. Pas de
        vainqueur : sur six groupes, nous avons eu trois préférences.`, 'L’expérience d’une semaine'),
      text(`Au clavier, on va vite et l’on recopie. Si vous y tenez, coupez les notifications et interdisez-vous le mot à mot.
        Pour un étudiant dyslexique, ou dont la main fatigue, le clavier et l’enregistrement autorisé restent la meilleure
        solution : **la méthode doit servir la personne**.`, 'Clavier ou papier ?'),
    ],
  },
  {
    key: 'grand-oral', author: 'solene', contributors: ['lilou'],
    title: 'Préparer le grand oral : cinq séances pour parler sans réciter',
    description: `Trouver une question qui tient, construire cinq minutes, apprivoiser sa voix, répondre à l’imprévu. Un
      parcours testé en terminale, avec le carnet de bord d’une élève qui détestait parler en public.`,
    themes: ['education_et_formation', 'communication_en_ligne_et_reseaux_sociaux'],
    supportTypes: ['support_pedagogique', 'methodologie'],
    audiences: ['adolescents_12_18', 'enseignants_professionnels_formation', 'parents'],
    licence: 'cc_by_nc_sa_4_0', state: 'published', daysAgo: 33, drawing: 'conversation',
    contents: [
      text(`1. **La question.** Elle se termine par un point d’interrogation, et un adulte du quartier doit avoir envie de la
        réponse.
        2. **L’os.** Une phrase, trois appuis, une chute. Sur une carte postale.
        3. **La voix.** On lit un horaire de car comme une déclaration d’amour, puis l’inverse.
        4. **L’imprévu.** Le jury pose une question hors sujet ; on apprend à dire « je ne sais pas, mais je chercherais par
        là ».
        5. **La répétition.** Debout, devant trois personnes que l’on ne connaît pas.`, 'Les cinq séances'),
      section('Le carnet de Lilou'),
      text(`*Séance 2.* « J’avais neuf appuis. Mme Quintreau m’a donné des ciseaux. »

        *Séance 3.* « J’ai ri tellement fort que je n’ai plus eu peur. »

        *Séance 5.* « Devant les gens du bus des Passeurs. Marcel m’a demandé à quoi servait ma sonde si personne ne lisait les
        chiffres. Je suis restée sans rien dire huit secondes. Puis j’ai répondu, et c’était la meilleure partie. »`),
      text(`Filmez une seule fois, au milieu du parcours, et **laissez l’élève regarder seul**. Il note deux choses à garder et
        une à changer. Le film est effacé à la fin de la séance, devant lui. L’image n’est jamais montrée à la classe.`,
      'Se filmer, avec précaution'),
      text(`Le silence fait peur, alors on s’entraîne au silence : trois secondes avant de commencer, les pieds posés, le regard
        au fond. C’est l’exercice le plus court et celui dont ils me reparlent des années après.`, 'Trois secondes'),
      see('capteurs-riviere', 'Le projet qui a donné sa question à Lilou.'),
    ],
  },
  {
    key: 'capsule-video', base: 'universite', author: 'thi-lan',
    title: 'Filmer une capsule de six minutes avec son téléphone',
    description: `Une vidéo pédagogique courte, sous-titrée et légère, sans studio ni logiciel payant. Plan de tournage,
      réglages, montage en trois coupes et liste de contrôle d’accessibilité.`,
    themes: ['education_et_formation', 'accessibilite', 'ecoconception_de_services_numeriques'],
    supportTypes: ['video', 'tutoriel'],
    audiences: ['enseignants_professionnels_formation', 'mediateurs_numeriques', 'autres_professionnels'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 165, drawing: 'video',
    contents: [
      text(`Une capsule répond à **une** question. Écrivez-la sur un papier collé sous la caméra. Puis découpez : trente
        secondes pour la poser, quatre minutes pour un exemple, une minute pour ce qu’il faut retenir, trente secondes pour dire
        quoi faire ensuite.`, 'Écrire'),
      image('video', 'Un écran affichant un lecteur vidéo, avec un paysage de montagne.'),
      text(`- Une pièce avec un tapis et des rideaux : le son compte plus que l’image.
        - Téléphone à l’horizontale, à hauteur des yeux, objectif arrière essuyé.
        - Une fenêtre en face de vous.
        - Trois prises, en entier. On garde souvent la deuxième.
        - Regardez l’objectif quand vous posez la question, vos mains quand vous montrez.`, 'Tourner'),
      section('Avant de publier'),
      text(`1. Sous-titres relus : les noms propres et les nombres sont toujours faux.
        2. Tout ce qui est montré est aussi **dit**.
        3. La transcription est jointe : elle sert dans le car, et à ceux qui préfèrent lire.
        4. Fichier léger : 720 lignes suffisent pour un visage et un tableau.
        5. Licence et date à la fin. Rien qui périme inutilement : évitez « cette année ».`),
      text(`Si la capsule demande plus de deux heures de montage, refaites une prise. Le montage répare mal une idée qui n’est
        pas claire.`, 'Un dernier conseil'),
      see('classe-inversee', 'À quoi elle sert, en cours.'),
    ],
  },
]
