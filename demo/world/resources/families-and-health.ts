import { image, link, section, see, text, type Resource } from '../resource.ts'

export const familiesAndHealth: Resource[] = [
  {
    key: 'cafe-des-parents', base: 'passeurs', author: 'nadia', contributors: ['solene', 'gwenaelle'],
    title: 'Écrans à la maison : animer un café des parents sans donner de leçon',
    description: `Une matinée de parole et d’outils pour les parents d’enfants de 3 à 12 ans. On part des disputes du mercredi,
      on repart avec une règle choisie en famille. Déroulé, cartes de situation et limites.`,
    themes: ['parentalite', 'usages_responsables_du_numerique'],
    supportTypes: ['support_pedagogique', 'jeu'],
    audiences: ['parents', 'enfants_6_12', 'jeunes_enfants_6', 'travailleurs_sociaux', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 207, drawing: 'family',
    contents: [
      text(`Du café, des jouets dans un coin, pas de projection. La première phrase donne le ton : **« Ici, personne n’est un
        mauvais parent. »** Demandez à chacun la dernière dispute à propos d’un écran. On rit, on se reconnaît, et l’on cesse
        d’être seul.`, 'Accueillir'),
      section('Les cartes de situation'),
      text(`- « Il ne mange que devant un dessin animé. »
        - « Sa cousine a un téléphone, pas elle. »
        - « Il s’est levé la nuit pour jouer. »
        - « Je suis moi-même tout le temps dessus. »
        - « Elle a vu une image qui lui a fait peur. »

        Par trois, on choisit une carte, on cherche ce que l’enfant y gagne, ce qu’il y perd, et **ce que l’adulte peut changer
        cette semaine**.`),
      text(`Avant 3 ans, on évite l’écran ; ensuite, on regarde ensemble, peu, et jamais à la place du sommeil, du repas ou du
        jeu. Plus que la durée, ce qui compte est ce que l’on fait, avec qui, et à la place de quoi. Si un enfant va mal, on
        parle au médecin ou à la PMI (protection maternelle et infantile), pas au réglage de la tablette.`,
      'Trois repères solides'),
      text(`Chaque famille écrit une règle sur une carte : une seule, formulée par l’enfant, avec un dessin. Elle vaut aussi
        pour les adultes. On se revoit dans six semaines ; les règles qui tiennent sont presque toujours celles du type « pas
        d’écran à table », simples et partagées.`, 'Repartir avec une règle'),
      see('jeux-video-pegi', 'Pour parler des jeux vidéo en particulier.'),
    ],
  },
  {
    key: 'jeux-video-pegi', author: 'lilou', contributors: ['solene'],
    title: 'Jeux vidéo : un guide écrit par des joueuses pour les parents qui n’y jouent pas',
    description: `Pourquoi on ne peut pas « juste mettre pause », ce que veulent dire les chiffres sur les boîtes, où partent
      les petits achats : des élèves de terminale répondent aux questions posées par vingt parents.`,
    themes: ['jeux_videos', 'parentalite', 'economie_numerique'],
    supportTypes: ['article', 'infographie'],
    audiences: ['parents', 'adolescents_12_18', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 52, drawing: 'cards',
    contents: [
      text(`Certaines parties se jouent à plusieurs, en direct. Quitter au milieu, c’est abandonner son équipe et parfois être
        puni par le jeu. Demandez « **tu finis dans combien de temps ?** » plutôt que « éteins ». Une partie dure en général de
        dix à quarante minutes, et nous savons vous le dire.`, '« Mets pause ! »'),
      text(`PEGI 3, 7, 12, 16, 18 : c’est un conseil d’âge sur le **contenu**, pas sur la difficulté. Les petits dessins à côté
        expliquent pourquoi : violence, peur, langage, hasard, achats. Un jeu PEGI 3 peut être très difficile, et un PEGI 12
        très bête.`, 'Les chiffres sur la boîte'),
      section('L’argent qui ne se voit pas'),
      text(`- Les **pièces virtuelles** : on oublie ce que coûte une pièce. Refaites le calcul ensemble, en euros.
        - Les **coffres surprises** : on paie sans savoir ce qu’il y a dedans. C’est du hasard, dites-le avec ce mot.
        - Le **passe de saison** : il pousse à jouer tous les jours pour « rentabiliser ».

        Le réglage le plus utile est le code d’achat. Il se fait en trois minutes sur la console.`),
      text(`Asseyez-vous à côté de nous vingt minutes et posez des questions bêtes. Laissez-nous vous apprendre à perdre. Vous
        saurez avec qui nous parlons, et vous verrez peut-être que nous construisons des choses.`, 'Ce que nous aimerions'),
      link('Comprendre la signalétique', 'https://pegi.info', 'Le site européen des âges conseillés.'),
    ],
  },
  {
    key: 'mon-espace-sante', base: 'passeurs', author: 'nadia', contributors: ['aissatou'],
    title: 'Mon espace santé : activer, lire, refuser, en connaissance de cause',
    description: `Un carnet de santé en ligne existe peut-être déjà à votre nom. Cet atelier d’e-santé aide à décider ce que
      l’on en fait : qui peut le lire, comment masquer un document, comment le fermer.`,
    themes: ['numerique_en_sante', 'donnees', 'demarches_et_services_en_ligne'],
    supportTypes: ['support_pedagogique', 'tutoriel'],
    audiences: ['adultes', 'seniors_personnes_agees', 'personnes_perte_autonomie', 'aidants_numeriques', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 115, drawing: 'health',
    contents: [
      text(`Trois noms proches, trois usages. **ameli** parle d’argent : remboursements, attestations. **Mon espace santé**
        parle de soins : ordonnances, analyses, vaccins. Le **site du médecin** parle de rendez-vous. Dessinez trois tiroirs au
        tableau et faites ranger des papiers fictifs ; l’exercice prend dix minutes et dissipe la moitié des malentendus.`,
      'Trois tiroirs'),
      section('Décider'),
      text(`1. **Activer** avec la carte Vitale et un code reçu, ou par FranceConnect.
        2. **Lire** la liste des professionnels qui peuvent consulter le dossier.
        3. **Masquer** un document : il reste, mais seuls vous et son auteur le voyez.
        4. **Couper** l’accès d’urgence si on le souhaite, après avoir compris à quoi il sert.
        5. **Fermer** l’espace : c’est possible à tout moment, sans se justifier et sans perdre ses remboursements.`),
      text(`Travaillez sur un compte de démonstration ou sur papier. Ne demandez jamais à voir un document de santé, même pour
        aider. Si une personne vous tend son écran, posez votre main à plat devant : « Je n’ai pas besoin de lire, dites-moi
        seulement le titre du bouton. »`, 'La place du médiateur'),
      text(`L’ordonnance retrouvée un dimanche soir, le carnet de vaccination d’un enfant avant une inscription, la liste des
        allergies pour un aidant qui accompagne un parent. Voilà les usages qui donnent envie ; commencez par eux.`,
      'À quoi cela sert, vraiment'),
      link('Le service public', 'https://www.monespacesante.fr', 'Activation, réglages et fermeture.'),
    ],
  },
  {
    key: 'teleconsultation', base: 'ccas', author: 'aissatou', contributors: ['maeva'],
    title: 'Préparer sa téléconsultation : la check-list du CCAS',
    description: `Voir un médecin à distance demande une pièce calme, un bon éclairage et trois papiers. Une liste à suivre avec
      la personne la veille, et un repère pour savoir quand il ne faut surtout pas rester derrière un écran.`,
    themes: ['numerique_en_sante', 'inclusion_numerique'],
    supportTypes: ['modele_notice', 'boite_outils'],
    audiences: ['personnes_perte_autonomie', 'travailleurs_sociaux', 'aidants_numeriques', 'seniors_personnes_agees'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 36, drawing: 'health',
    contents: [
      text(`- Le lien ou l’application ouverts une première fois, son et image testés avec nous.
        - La carte Vitale et la carte de mutuelle sur la table.
        - La liste des médicaments, écrite, avec les doses.
        - Trois questions, de la plus importante à la moins importante.
        - Un verre d’eau, les lunettes, l’appareil auditif **chargé**.`, 'La veille'),
      text(`On se place face à une fenêtre. Le téléphone est calé contre une pile de livres, à hauteur des yeux. On coupe la
        télévision. Si un proche est là, il se présente au médecin : personne n’écoute en cachette.

        La personne parle la première. L’aidant complète à la fin, si elle le demande.`, 'Pendant'),
      text(`Douleur dans la poitrine, difficulté à parler ou à bouger un côté du corps, essoufflement soudain, chute avec choc à
        la tête : **on appelle le 15**. Une téléconsultation n’est pas un service d’urgence. Écrivez ce numéro au feutre sur la
        notice.`, 'Quand ne pas le faire'),
      section('Au CCAS'),
      text(`Nous prêtons une petite salle le lundi et le jeudi, avec une tablette et un casque. L’agente d’accueil installe,
        puis sort. Elle revient à la fin pour enregistrer l’ordonnance **sur le téléphone de la personne**, jamais sur
        le nôtre.`),
      see('mon-espace-sante', 'Pour retrouver ensuite l’ordonnance.'),
    ],
  },
  {
    key: 'reseaux-ados', base: 'passeurs', author: 'solene', contributors: ['lilou', 'nadia'],
    title: 'Réseaux sociaux au lycée : le procès d’une publication',
    description: `Une séance en forme de procès : accusation, défense, témoins, jurés. On juge une publication qui a mal tourné,
      et l’on apprend les réglages, le droit à l’image et les recours sans un seul diaporama.`,
    themes: ['communication_en_ligne_et_reseaux_sociaux', 'citoyennete_et_engagement', 'usages_responsables_du_numerique'],
    supportTypes: ['jeu', 'support_pedagogique'],
    audiences: ['adolescents_12_18', 'enseignants_professionnels_formation', 'parents', 'mediateurs_numeriques'],
    licence: 'cc_by_nc_sa_4_0', state: 'published', daysAgo: 246, drawing: 'conversation',
    contents: [
      text(`Samedi, un élève publie une vidéo de huit secondes : un camarade glisse dans l’escalier. Lundi, 1 400 vues. Mardi,
        un surnom. Jeudi, le camarade ne vient plus. **Personne n’a voulu cela.** Tout est inventé, et tout le monde y croit.`,
      'L’affaire'),
      section('Les rôles'),
      text(`- L’auteur, et ses deux avocates.
        - La personne filmée, qui choisit de parler ou non.
        - L’ami qui a partagé « pour rire ».
        - La plateforme, jouée par deux élèves très sûrs d’eux.
        - Six jurés, qui n’ont pas le droit de décider d’une punition, seulement d’une **réparation**.

        Préparation trente minutes, audience quarante, délibéré dix. Le professeur ne fait que donner la parole.`),
      text(`Pendant le délibéré, on cherche vraiment : comment signaler ? combien de temps avant le retrait ? qui peut voir mes
        anciennes publications ? On fait les réglages sur les téléphones, à deux, en échangeant les appareils. L’échange amuse
        et oblige à expliquer.`, 'Le moment technique'),
      text(`Prévenez l’infirmière et la vie scolaire. Si un élève sort ou se tait, on ne le rappelle pas devant les autres.
        Terminez par le **3018**, numéro gratuit contre le cyberharcèlement : écrivez-le au tableau et laissez-le toute la
        semaine.`, 'Précautions'),
      see('verifier-image', 'Une autre séance, sur les images truquées.'),
    ],
  },
  {
    key: 'regler-son-ecran', base: 'passeurs', author: 'joaquim', contributors: ['marcel'],
    title: 'Accessibilité numérique : régler son écran pour lire sans fatigue',
    description: `Grossir, contraster, ralentir, faire lire à voix haute : les réglages d’accessibilité servent à tout le monde.
      Un atelier d’une heure trente où chacun repart avec un appareil à sa taille.`,
    themes: ['accessibilite', 'usage_du_materiel_informatique', 'inclusion_numerique'],
    supportTypes: ['tutoriel', 'support_pedagogique'],
    audiences: [
      'personne_situation_handicap', 'seniors_personnes_agees', 'mediateurs_numeriques', 'personnes_perte_autonomie',
      'tous_publics',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 155, drawing: 'accessibility',
    contents: [
      text(`On distribue des lunettes de bricolage dont on a troublé les verres, des gants de jardin, des bouchons d’oreilles.
        Chacun essaie d’envoyer un message. Ce n’est **pas** une simulation du handicap, personne ne peut l’imiter en dix
        minutes. C’est une façon de comprendre pourquoi un bouton trop petit est un mur.`, 'Ouvrir les yeux'),
      image('accessibility', 'Un écran montrant quatre pictogrammes : une silhouette, un œil, une oreille et une main.'),
      section('Six réglages'),
      text(`1. **La taille du texte**, puis celle de l’affichage : ce n’est pas la même chose.
        2. **Le contraste** et le mode sombre ; certains yeux préfèrent le clair.
        3. **Le zoom** par triple appui, pour les moments difficiles.
        4. **La lecture à voix haute** d’une page ou d’un passage.
        5. **La dictée**, très utile quand les mains tremblent.
        6. **Le délai d’appui** : on ralentit la réponse aux gestes involontaires.`),
      text(`Réglez un seul paramètre à la fois, gardez-le dix minutes, demandez : mieux, pareil, moins bien ? Notez la valeur
        sur une carte que la personne garde : un appareil se remplace, le réglage se retrouve. Marcel a collé la sienne au dos
        de sa tablette.`, 'La méthode'),
      text(`Si rien ne convient, un ergothérapeute ou une association spécialisée en saura plus que nous. Demandez à la
        personne : elle connaît souvent déjà le bon contact, et personne ne le lui a demandé.`, 'Passer le relais'),
      link('Le référentiel officiel', 'https://accessibilite.numerique.gouv.fr', 'Pour ceux qui fabriquent des sites.'),
    ],
  },
  {
    key: 'facile-a-lire', base: 'ccas', author: 'elodie', contributors: ['gwenaelle', 'maeva'],
    title: 'Écrire facile à lire : réécrire un courrier en sept gestes',
    description: `Un courrier que l’on ne comprend pas est un courrier que l’on n’ouvre plus. Méthode, exemple avant et après,
      et manière de faire relire par les premiers concernés.`,
    themes: ['accessibilite', 'inclusion_numerique'],
    supportTypes: ['methodologie', 'modele_notice'],
    audiences: [
      'administrations_etablissements_publics', 'collectivites_territoriales', 'personne_situation_handicap',
      'personne_situation_illetrisme', 'travailleurs_sociaux',
    ],
    licence: 'etalab_2_0', state: 'published', daysAgo: 281, drawing: 'mailbox',
    contents: [
      text(`> « Nous vous saurions gré de bien vouloir nous faire parvenir, dans les meilleurs délais, les pièces manquantes
        afférentes à votre demande, à défaut desquelles celle-ci serait réputée abandonnée. »`, 'Avant'),
      text(`> **Il manque 2 papiers dans votre dossier.**
        >
        > 1. Votre dernière quittance de loyer.
        > 2. Votre attestation d’assurance.
        >
        > Envoyez-les avant le 15. Sans ces papiers, nous devrons fermer votre demande. Une question ? Appelez-nous.`, 'Après'),
      section('Les sept gestes'),
      text(`1. Une idée par phrase, quinze mots au plus.
        2. Le plus important en premier.
        3. Des mots du quotidien ; un sigle se dit en entier.
        4. « Vous » et « nous », à la forme active.
        5. Des dates, pas des délais.
        6. De l’espace, des caractères de 14 points, jamais de soulignement.
        7. Un nom et un numéro à la fin.`),
      text(`Un texte facile à lire au sens européen est **relu par des personnes concernées**. Nous travaillons avec quatre
        relecteurs de l’établissement d’aide par le travail de Courvaudel, payés pour cela. Ils ont supprimé de nos lettres le
        mot « afférent », et aussi le mot « bien » dans « veuillez bien » : « Si c’est pas bien, vous faites quoi ? »`,
      'Faire relire'),
      text(`Depuis un an, les dossiers incomplets sont passés de 44 à 27 %.`, 'Le résultat'),
    ],
  },
  {
    key: 'visio-famille', base: 'passeurs', author: 'nadia',
    title: 'Première visioconférence en famille, un dimanche à 11 heures',
    description: `Se voir à distance sans stress : répéter à deux, régler le son, gérer les silences. Un atelier pensé avec la
      résidence autonomie de Montauvert-le-Haut, avec une fiche pour les familles à l’autre bout.`,
    themes: ['communication_en_ligne_et_reseaux_sociaux', 'maitrise_des_outils_numeriques'],
    supportTypes: ['support_pedagogique', 'tutoriel'],
    audiences: ['seniors_personnes_agees', 'personnes_perte_autonomie', 'aidants_numeriques', 'parents'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 330, drawing: 'video',
    contents: [
      text(`On installe deux tablettes dans deux pièces voisines. Les résidents s’appellent d’une pièce à l’autre : « Tu me
        vois ? » On rit beaucoup, on se trompe de bouton, on recommence. **Personne n’appelle sa famille ce jour-là.** La
        première fois ne doit rien coûter.`, 'Répéter sans enjeu'),
      text(`- L’image est noire : un doigt est posé sur la caméra, neuf fois sur dix.
        - On ne m’entend pas : le micro est barré de rouge, j’appuie dessus.
        - Ça siffle : deux appareils sont trop proches.
        - Je vois mon menton : je cale la tablette plus haut.
        - Tout est figé : je raccroche et je rappelle, ce n’est pas impoli.`, 'Les cinq petites pannes'),
      section('La fiche pour la famille'),
      text(`Envoyez-la avant le premier vrai appel. Elle dit : parlez lentement, l’un après l’autre ; ayez une photo ou un
        dessin à montrer ; acceptez les silences ; ne corrigez pas le cadrage ; prévenez deux minutes avant la fin. Et
        choisissez une heure fixe : à Montauvert, c’est le dimanche à onze heures, entre la messe et le repas, et tout le
        couloir le sait.`),
      text(`Un appel réussi dure de huit à quinze minutes. Au-delà, la fatigue fait oublier le plaisir, et l’on garde le
        souvenir de la fatigue.`, 'La bonne durée'),
      see('telephone-huit-gestes', 'Si la personne n’a qu’un téléphone.'),
    ],
  },
]
