import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const socialWork: Resource[] = [
  {
    key: 'premier-accueil', base: 'ccas', author: 'maeva', contributors: ['elodie'],
    title: 'Accueillir au CCAS : les cinq premières minutes',
    description: `Un regard, une chaise, une question ouverte : tout se joue avant le formulaire. Repères d’une agente d’accueil
      pour recevoir une personne inquiète, pressée, en colère, ou qui ne parle pas encore français.`,
    themes: ['inclusion_numerique', 'acteurs_du_numerique'],
    supportTypes: ['methodologie', 'article'],
    audiences: [
      'administrations_etablissements_publics', 'travailleurs_sociaux', 'collectivites_territoriales',
      'aidants_numeriques',
    ],
    licence: 'etalab_2_0', state: 'published', daysAgo: 323, drawing: 'conversation',
    contents: [
      text(`Je lève les yeux **avant** de finir ma ligne. Je dis bonjour, mon prénom, et combien de temps il faudra attendre :
        « Vingt minutes, vous pouvez vous asseoir là, je viens vous chercher. » Une attente annoncée est une attente
        supportable.`,
      'Minute 1 : voir'),
      text(`« Qu’est-ce que je peux faire pour vous ? » suffit. Ensuite je me tais. Les gens commencent souvent par autre chose
        que leur vraie demande. Si je coupe pour demander le numéro de dossier, la vraie demande rentre chez elle.`,
      'Minutes 2 et 3 : écouter'),
      section('Quand c’est difficile'),
      text(`- **La colère** : elle s’adresse à la lettre reçue, pas à moi. Je baisse la voix, je propose de s’asseoir, je répète
        ce que j’ai compris.
        - **Les larmes** : un verre d’eau, le petit bureau, rien à dire.
        - **La langue** : une feuille d’images, un interprète par téléphone. Jamais l’enfant pour une affaire d’adulte.
        - **Le silence** : je propose d’écrire, ou de revenir. La porte reste ouverte.`),
      text(`Je dis ce qui va se passer, qui va s’en occuper, quand. Je l’écris sur un carton, avec notre numéro. Si la démarche
        se fait en ligne, je demande : « Vous préférez que l’on vous montre, ou que l’on soit à côté de vous ? » C’est une
        question, pas un diagnostic.`, 'Minutes 4 et 5 : conclure'),
      see('grille-diagnostic', 'Si la question du numérique se pose.'),
      see('confidentialite-guichet', 'L’aménagement qui va avec.'),
    ],
  },
  {
    key: 'trame-entretien', base: 'ccas', author: 'aissatou', contributors: ['elodie', 'gwenaelle'],
    title: 'Fiche d’entretien : mener un premier rendez-vous sans interrogatoire',
    description: `Une trame en trois temps, ouvrir, faire le tour, convenir, qui laisse de la place à la personne et ne
      recueille que l’utile. Avec la fiche à imprimer et nos conseils pour noter sans trahir.`,
    themes: ['inclusion_numerique', 'donnees'],
    supportTypes: ['modele_notice', 'boite_outils', 'questionnaire'],
    audiences: ['travailleurs_sociaux', 'administrations_etablissements_publics', 'autres_professionnels'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 292, drawing: 'checklist',
    contents: [
      text(`Trente minutes, deux chaises en angle, l’écran éteint au début. On note à la main et l’on saisit après : taper en
        écoutant, c’est tourner le dos. Quand il faut vraiment l’ordinateur, on tourne l’écran **vers** la personne.`,
      'Le cadre'),
      file('La trame à imprimer', 'trame-entretien.pdf', 'Une page ; les lignes vides comptent autant que les questions.'),
      section('Noter juste ce qu’il faut'),
      text(`- Des faits, datés. « Dit dormir dans sa voiture depuis le 3 » plutôt que « situation précaire ».
        - Les mots de la personne entre guillemets.
        - Pas d’opinion religieuse, politique ou syndicale. Pas de santé, sauf si l’aide demandée l’exige et qu’elle est
        d’accord.
        - Rien que vous n’oseriez lui lire. **Vous le lui lirez** : c’est la dernière étape.`),
      text(`La question la plus utile de la trame est celle de l’entourage : « Sur qui pouvez-vous compter pour une chose
        pratique ? » Elle dit l’isolement mieux que n’importe quel score. Et l’une des plus délicates est celle des démarches :
        on demande **comment** la personne fait, jamais si elle « sait ».`, 'Deux questions qui comptent'),
      text(`Convenir, c’est écrire deux lignes : ce que la personne fera, ce que je ferai. Si ma ligne est plus longue que la
        sienne, je me demande pourquoi.`, 'Finir'),
      see('droits-demi-heure', 'Le rendez-vous suivant, très souvent.'),
    ],
  },
  {
    key: 'budget-mensuel', base: 'ccas', author: 'aissatou', contributors: ['jean-baptiste'],
    title: 'Budget : remplir ensemble un tableau mensuel qui ne fait pas honte',
    description: `Un tableur simple, trois couleurs et une règle : on ne juge pas une dépense. Pour voir clair dans un mois
      difficile, préparer une demande d’aide ou un plan d’apurement. Modèle à télécharger.`,
    themes: ['economie_numerique', 'maitrise_des_outils_numeriques', 'demarches_et_services_en_ligne'],
    supportTypes: ['boite_outils', 'logiciel'],
    audiences: ['travailleurs_sociaux', 'personnes_en_insertion_sociale', 'particuliers', 'jeunes_adultes_18_25', 'parents'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 218, drawing: 'budget',
    contents: [
      text(`On commence par ce qui **arrive**, pas par ce qui manque. Puis les charges qui tombent toutes seules. Puis la vie.
        Si l’on fait l’inverse, la personne se retrouve à justifier un paquet de cigarettes avant d’avoir parlé du loyer.`,
      'L’ordre compte'),
      file('Le tableau à télécharger', 'budget-mensuel.csv',
        'Seize lignes prêtes à remplir, à ouvrir avec n’importe quel tableur.'),
      section('Trois couleurs'),
      text(`- **Vert** : je peux agir ce mois-ci (forfait, abonnement oublié, aide non demandée).
        - **Orange** : je peux agir, mais pas seul (facture d’énergie, découvert, crédit).
        - **Gris** : on n’y touche pas. Le cadeau d’anniversaire de la petite est gris. Ne discutez jamais le gris.`),
      text(`Une facture d’eau de 240 € tous les six mois, c’est 40 € chaque mois. Une rentrée scolaire, un contrôle technique,
        les fêtes : on divise par douze. C’est presque toujours là que le trou se cache, dans ce qui n’arrive pas tous les mois.`,
      'Mensualiser l’invisible'),
      text(`Le tableau appartient à la personne. Elle l’enregistre sur sa clé ou son téléphone, ou repart avec une copie papier.
        Au CCAS, nous ne gardons que le total, et seulement si une demande d’aide le requiert. En cas de surendettement, le
        dossier se dépose gratuitement auprès de la Banque de France.`, 'Ce que l’on garde'),
      link('Banque de France', 'https://www.banque-france.fr', 'Surendettement, droit au compte, information gratuite.'),
    ],
  },
  {
    key: 'cv-en-ligne', base: 'ccas', author: 'gwenaelle', contributors: ['nadia'],
    title: 'Un CV qui arrive : fabriquer, enregistrer, envoyer et relancer',
    description: `Le meilleur CV du monde ne sert à rien s’il part en « doc1.odt » sans message. Atelier emploi en quatre
      étapes, à faire sur ordinateur ou sur téléphone.`,
    themes: ['emploi_et_entrepreunariat', 'maitrise_des_outils_numeriques', 'communication_en_ligne_et_reseaux_sociaux'],
    supportTypes: ['support_pedagogique', 'tutoriel'],
    audiences: [
      'personnes_insertion_professionnelle', 'jeunes_adultes_18_25', 'travailleurs_sociaux',
      'refugies_demandeurs_asile',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 184, drawing: 'mailbox',
    contents: [
      text(`Avant l’écran, dix minutes de parole : « Racontez-moi une journée de travail dont vous êtes fier. » J’écris les
        verbes au tableau : réparer, calmer, compter, conduire, porter, traduire. **Les verbes font le CV.** Un couple de
        retraités élevé, trois enfants gardés, un jardin vendu au marché : ce sont aussi des compétences.`, 'Fabriquer'),
      text(`- Une page, une police, pas de jauge en étoiles.
        - Téléphone et adresse électronique corrects : on les appelle, pour de vrai.
        - Pas de date de naissance, pas de situation familiale, photo facultative.
        - En PDF, sous le nom \`NOM-metier.pdf\`.
        - Une copie dans la messagerie : on s’envoie le CV à soi-même.`, 'Enregistrer'),
      section('Envoyer'),
      text(`L’objet dit le poste et la disponibilité. Quatre phrases dans le corps : pourquoi vous, pourquoi moi, quand je peux
        commencer, comment me joindre. On relit à voix haute. On vérifie la pièce jointe **avant** d’écrire le nom du
        destinataire : c’est l’ordre qui évite l’envoi vide.`),
      text(`Huit jours plus tard, on appelle. Entraînez-vous à deux : « Bonjour, je vous ai écrit lundi… » Sur quarante-trois
        relances faites à l’atelier, onze ont donné un rendez-vous. Aucune n’a été mal reçue.`, 'Relancer'),
      see('trajet-car-train', 'Y aller, maintenant.'),
    ],
  },
  {
    key: 'atelier-collectif', base: 'ccas', author: 'elodie', contributors: ['stephane', 'aissatou'],
    title: 'Monter un atelier collectif avec le réseau de médiation : le mode d’emploi',
    description: `Du besoin repéré en entretien au premier jour de l’atelier : qui décide, qui paie, où l’on se met, comment on
      invite sans stigmatiser, et comment on sait si cela a servi.`,
    themes: ['inclusion_numerique', 'acteurs_du_numerique', 'gouvernances_partagees'],
    supportTypes: ['methodologie'],
    audiences: ['travailleurs_sociaux', 'mediateurs_numeriques', 'collectivites_territoriales', 'associations_acteurs_ess'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 236, drawing: 'meeting',
    contents: [
      text(`Quand trois personnes posent la même question dans le mois, nous appelons les Passeurs. Pas avant : un atelier sans
        besoin remplit une salle de collègues. Pas après : à dix, il y a déjà de l’amertume.`, 'Le signal'),
      section('Qui fait quoi'),
      text(`- Le **CCAS** invite, accueille, offre le café et la garde d’enfants.
        - Le **médiateur** anime. Il ne connaît pas les dossiers et ne les demande pas.
        - La **travailleuse sociale** passe à la fin, dix minutes, pour ceux qui veulent un rendez-vous.
        - Les **participants** choisissent le sujet de la troisième séance. C’est écrit sur l’invitation.`),
      text(`N’écrivez pas « atelier pour personnes en difficulté ». Écrivez « Envoyer une photo à ses petits-enfants » ou « Mes
        papiers sur mon téléphone ». Un appel vaut dix affiches, un appel par une personne connue en vaut trente. Le taux de
        présence est passé de 35 à 78 % quand Maëva a téléphoné la veille.`, 'Inviter'),
      text(`Trois questions, un mois après : avez-vous refait le geste seul ? avez-vous aidé quelqu’un ? que manque-t-il ? La
        deuxième est notre préférée. **Un atelier réussi fabrique des aidants.**`, 'Savoir si cela a servi'),
      see('qui-fait-quoi', 'Le tableau de répartition, plus large.'),
    ],
  },
  {
    key: 'note-aux-elus', base: 'passeurs', author: 'stephane', contributors: ['elodie'],
    title: 'Convaincre un conseil municipal : la note de deux pages sur l’inclusion numérique',
    description: `Pas de grands mots, pas de moyenne nationale : des chiffres de la commune, une histoire vraie rendue anonyme,
      trois choix possibles et leur prix. Le modèle de note que nous laissons aux élus.`,
    themes: ['citoyennete_et_engagement', 'inclusion_numerique', 'territoires_connectes_et_durables'],
    supportTypes: ['modele_notice', 'article'],
    audiences: ['elus', 'collectivites_territoriales', 'associations_acteurs_ess'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 79, drawing: 'townHall',
    contents: [
      text(`Un conseil municipal lit une note en quatre minutes, souvent le soir même. Deux pages, donc, et **la décision
        demandée dès la troisième ligne**.`, 'La contrainte'),
      section('Le plan'),
      text(`1. **La demande** : « Nous proposons une permanence hebdomadaire à l’ancienne école, pour 3 400 € par an. »
        2. **La situation** : nombre d’habitants venus l’an dernier au bus, motifs, kilomètres parcourus faute de permanence.
        3. **Une histoire** : rendue méconnaissable, avec l’accord de la personne.
        4. **Trois options** : ne rien faire, faire un peu, faire bien. Avec le coût, et **le coût de ne rien faire**.
        5. **L’évaluation** : ce que l’on comptera, et quand on reviendra en parler.`),
      text(`Évitez les « fractures » et les « illectronistes ». Dites « des habitants qui ne peuvent pas inscrire leur enfant à
        la cantine ». Un élu qui reconnaît quelqu’un de sa rue n’a plus besoin d’être convaincu.`, 'Les mots'),
      image('network', 'Une maison au centre d’un réseau d’habitants reliés par des traits.',
        'Le schéma de la page deux : qui dépend de la permanence.'),
      text(`Apportez une démonstration de trois minutes : invitez un conseiller à prendre rendez-vous en préfecture depuis son
        propre téléphone. Ne riez pas. Aidez-le.`, 'Le jour du conseil'),
      see('annuaire-lieux', 'Les données de départ.'),
    ],
  },
  {
    key: 'lexique-en-images', base: 'ccas', author: 'gwenaelle', contributors: ['svitlana', 'maeva'],
    title: 'Vingt mots de l’administration expliqués à des personnes allophones',
    description: `« Pièce », « caisse », « foyer », « titre » : ces mots ont un sens au guichet et un autre dans la vie. Un
      lexique commenté par des apprenantes de français, à illustrer ensemble en atelier.`,
    themes: ['inclusion_numerique', 'education_et_formation', 'demarches_et_services_en_ligne'],
    supportTypes: ['infographie', 'support_pedagogique'],
    audiences: ['personne_allophone', 'refugies_demandeurs_asile', 'travailleurs_sociaux', 'associations_acteurs_ess'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 61, drawing: 'cards',
    contents: [
      text(`Svitlana avait compris « apportez vos pièces » : elle est venue avec de la monnaie. Nous avons ri, puis nous avons
        cherché tous les mots qui jouent ce tour. Il y en avait vingt en une heure.`, 'Une histoire de monnaie'),
      section('Huit mots du lexique'),
      text(`- **Pièce (justificative)** : un papier qui prouve.
        - **Caisse** : un organisme qui verse de l’argent ou rembourse.
        - **Foyer** : les personnes qui vivent et mangent ensemble.
        - **Titre (de séjour)** : une carte, pas un diplôme.
        - **Droit** : ce que je peux demander. « Avoir droit » n’est pas « avoir raison ».
        - **Espace** : ma page personnelle sur un site.
        - **Valider** : dire que c’est fini. Après, c’est difficile de changer.
        - **Sous huitaine** : avant huit jours.`),
      text(`1. Chacune choisit un mot et raconte ce qu’elle avait compris.
        2. Le groupe propose un dessin. Pas de traduction tout de suite.
        3. On retrouve le mot sur un vrai courrier, surligneur en main.
        4. On le cherche à l’écran, sur le site concerné.
        5. On fabrique la carte : dessin devant, phrase simple derrière.`, 'L’atelier'),
      text(`Ne traduisez pas « Caf » ou « préfecture » : gardez le mot français et expliquez-le. C’est lui que la personne verra
        écrit. Prévoyez en revanche un temps où chacune l’écrit dans sa langue, pour elle.`, 'Traduire ou non ?'),
      see('titre-de-sejour', 'Une démarche où ces mots reviennent.'),
    ],
  },
]
