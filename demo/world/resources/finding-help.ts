import { file, image, link, section, see, text, type Resource } from '../resource.ts'

export const findingHelp: Resource[] = [
  {
    key: 'grille-diagnostic', base: 'ccas', author: 'aissatou', contributors: ['nadia', 'maeva'],
    title: 'Grille de diagnostic : dix questions pour repérer les difficultés numériques',
    description: `Une grille à remplir à deux, en parlant, en moins de dix minutes. Elle ne note personne : elle aide à choisir
      entre un accompagnement individuel, un atelier ou un simple coup de pouce. Utilisée à l’accueil et en entretien social.`,
    themes: ['diagnostic_de_competences_numeriques', 'inclusion_numerique'],
    supportTypes: ['questionnaire', 'boite_outils'],
    audiences: ['travailleurs_sociaux', 'aidants_numeriques', 'mediateurs_numeriques', 'administrations_etablissements_publics'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 304, drawing: 'checklist',
    contents: [
      text(`Nous avons essayé un test en ligne de quarante questions. Les personnes le quittaient à la septième, et nous
        n’apprenions que leur fatigue. Cette grille tient sur une page, se remplit avec un crayon, et **ne porte aucun nom**.

        Posez les questions dans l’ordre qui vient. « Vous lisez vos courriels où, d’habitude ? » vaut mieux que « Avez-vous une
        adresse électronique ? »`, 'Pourquoi une feuille'),
      section('Comment s’en servir'),
      text(`- **À l’accueil** : les trois premières questions suffisent pour savoir vers quel guichet aller.
        - **En entretien** : la grille entière, quand la confiance est là.
        - **En équipe** : une fois par trimestre, on additionne les feuilles anonymes pour programmer les ateliers.

        La question 10, sur l’envie d’apprendre, est la plus importante. Une personne a le droit de répondre non. On
        l’accompagne alors vraiment, et on repose la question plus tard.`),
      file('La grille imprimable', 'grille-diagnostic.pdf',
        'Dix questions, une lecture des résultats, une place pour les mots de la personne.'),
      text(`Ce que la grille ne voit pas : la lecture difficile, la honte, le téléphone partagé à cinq. Si les réponses arrivent
        trop vite, proposez un geste concret (« Vous me montrez comment vous appelez votre fille ? ») : on apprend davantage en
        regardant.`, 'Les limites'),
      see('reperer-illettrisme', 'Quand la difficulté n’est pas d’abord numérique.'),
    ],
  },
  {
    key: 'autopositionnement', base: 'universite', author: 'thi-lan', contributors: ['karim'],
    title: 'Se situer en quinze minutes : auto-positionnement numérique de rentrée',
    description: `Un questionnaire d’entrée en licence, sans note ni classement, qui oriente vers trois parcours d’appui. Le
      texte des questions, la lecture des réponses et ce que deux promotions nous ont appris.`,
    themes: ['diagnostic_de_competences_numeriques', 'education_et_formation'],
    supportTypes: ['questionnaire'],
    audiences: ['enseignants_professionnels_formation', 'jeunes_adultes_18_25'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 176, drawing: 'compass',
    contents: [
      text(`On suppose souvent que les étudiants « savent ». Ils savent publier une vidéo ; un sur trois n’a jamais mis un
        sommaire automatique, et un sur quatre dépose son travail en photo. Le questionnaire sert à le dire **sans humilier
        personne**, dès la première semaine.`, 'Le constat'),
      text(`Chaque question décrit une situation et propose quatre réponses, de « je ne vois pas de quoi il s’agit » à « je
        pourrais l’expliquer ».

        1. Je dois rendre un rapport de douze pages avec une table des matières.
        2. Le lien du cours ne s’ouvre pas et la séance commence dans cinq minutes.
        3. Deux camarades ont modifié le même fichier.
        4. Je trouve une statistique sur un site : puis-je la citer ?
        5. Je reçois un message de « la scolarité » qui me demande mon mot de passe.`, 'Cinq situations parmi douze'),
      text(`Les réponses restent à l’étudiant. Le service pédagogique ne reçoit que des totaux par groupe de vingt personnes au
        moins. Cette règle, écrite en haut de la page, a fait passer le taux de réponse de 48 à 81 %.`, 'Ce que l’on garde'),
      link('Pour compléter', 'https://pix.fr',
        'Le service public d’évaluation des compétences numériques, utilisé ensuite en autonomie.'),
      see('portfolio-licence', 'Le résultat peut devenir la première page du portfolio.'),
    ],
  },
  {
    key: 'qui-fait-quoi', base: 'passeurs', author: 'stephane', contributors: ['gwenaelle', 'murielle'],
    title: 'Qui fait quoi ? Orienter une personne vers le bon interlocuteur numérique',
    description: `Médiateur, écrivain public, conseiller de maison de services, travailleur social, bénévole : un tableau de
      repères pour ne plus renvoyer quelqu’un trois fois. Avec la phrase à dire et le geste de passage de relais.`,
    themes: ['acteurs_du_numerique', 'inclusion_numerique', 'territoires_connectes_et_durables'],
    supportTypes: ['methodologie', 'infographie'],
    audiences: ['travailleurs_sociaux', 'collectivites_territoriales', 'aidants_numeriques', 'elus', 'associations_acteurs_ess'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 242, drawing: 'network',
    contents: [
      text(`| La personne dit… | On pense à… | Pourquoi |
        | --- | --- | --- |
        | « Je n’y arrive pas toute seule » | Médiateur numérique | Il apprend à faire |
        | « Je ne sais pas ce à quoi j’ai droit » | Travailleur social | Il évalue la situation |
        | « Je dois écrire une lettre » | Écrivain public | Il met en mots |
        | « Il faut que ce soit fait aujourd’hui » | Aidant habilité | Il peut agir avec un mandat |
        | « Mon ordinateur est en panne » | Atelier de réemploi | Il répare |`, 'Le tableau de repères'),
      text(`Donner un papier avec une adresse n’est pas orienter. Nous appelons cela « envoyer ». Orienter, c’est **téléphoner
        devant la personne**, dire son prénom si elle est d’accord, et fixer une heure. Sur cent personnes envoyées, trente
        arrivent. Sur cent personnes orientées, plus de quatre-vingts.`, 'Envoyer ou orienter'),
      text(`1. Demander : « Voulez-vous que je les appelle avec vous ? »
        2. Dire le strict nécessaire, sans raconter la situation.
        3. Noter le rendez-vous sur un carton, avec le nom de celui ou celle qui attend.
        4. Rappeler une semaine plus tard.`, 'Le passage de relais'),
      see('annuaire-lieux', 'Les lieux du Val, avec leurs horaires.'),
    ],
  },
  {
    key: 'reperer-illettrisme', base: 'ccas', author: 'gwenaelle', contributors: ['aissatou'],
    title: '« J’ai oublié mes lunettes » : repérer l’illettrisme sans blesser',
    description: `Une demande d’aide numérique cache parfois une difficulté de lecture. Signes, attitudes et phrases qui ouvrent
      la porte, tirés de nos permanences. Avec une liste d’aménagements simples à l’écran.`,
    themes: ['inclusion_numerique', 'accessibilite', 'diagnostic_de_competences_numeriques'],
    supportTypes: ['article', 'methodologie'],
    audiences: ['travailleurs_sociaux', 'mediateurs_numeriques', 'personne_situation_illetrisme', 'aidants_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 187, drawing: 'conversation',
    contents: [
      text(`Les lunettes oubliées, la main qui fait mal, l’enfant qui remplit le formulaire, le papier que l’on « lira à la
        maison »… Un signe seul ne veut rien dire. Trois signes répétés méritent que l’on ralentisse. L’illettrisme concerne des
        personnes qui ont été scolarisées en français ; beaucoup travaillent, conduisent, élèvent des enfants, et déploient une
        énergie immense pour que cela ne se voie pas.`, 'Des signes, pas des preuves'),
      section('Ce qui aide'),
      text(`- Lire à voix haute pour tout le monde, comme si c’était l’usage de la maison.
        - Proposer : « Je vous lis, et vous me dites si c’est bien ça ? »
        - Montrer la **lecture vocale** du téléphone, utile à chacun quand les yeux fatiguent.
        - Remplacer les consignes par des photos de l’écran, numérotées.
        - Faire enregistrer un message vocal plutôt qu’écrire.`),
      text(`Évitez le mot « illettrisme » au premier entretien. Dites plutôt : « Beaucoup de personnes que je reçois me disent
        que les courriers sont difficiles. Et vous ? » La question ouvre une porte ; on n’est pas obligé d’entrer ce jour-là.

        Le jour où la personne en parle, ayez sous la main le nom d’une formatrice, pas celui d’un organisme.`,
      'Les mots pour le dire'),
      see('facile-a-lire', 'Pour réécrire vos propres courriers.'),
    ],
  },
  {
    key: 'annuaire-lieux', base: 'passeurs', author: 'stephane', contributors: ['murielle'],
    title: 'Annuaire des lieux d’aide au numérique du Val d’Aubrière',
    description: `Les lieux où l’on peut se faire aider dans le Val : jours, horaires, nombre de postes, accès en fauteuil. Un
      tableau libre de réutilisation, mis à jour à chaque changement de permanence.`,
    themes: ['acteurs_du_numerique', 'donnees', 'territoires_connectes_et_durables'],
    supportTypes: ['annuaire'],
    audiences: ['tous_publics', 'collectivites_territoriales', 'travailleurs_sociaux'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 41, drawing: 'map',
    contents: [
      text(`Cet annuaire est tenu par le réseau des Passeurs avec la mairie de Saint-Brévin-sur-Aubre. Chaque structure relit sa
        ligne deux fois par an. Si vous arrivez devant une porte fermée, dites-le en commentaire : **un horaire faux fait plus
        de mal qu’un horaire absent**.`, 'Qui le tient à jour'),
      file('Le tableau à télécharger', 'annuaire-lieux.csv',
        'Format CSV, séparateur point-virgule ; s’ouvre dans tous les tableurs.'),
      text(`- Imprimez les lignes de votre commune et affichez-les à la boulangerie : c’est là que l’on demande.
        - Les mairies peuvent reprendre les données sur leur site en citant « Les Passeurs numériques du Val d’Aubrière ».
        - La colonne « Accessible en fauteuil » a été vérifiée sur place, porte par porte, avec un utilisateur de fauteuil.`,
      'Comment l’utiliser'),
      text(`Nous avons choisi de ne pas faire figurer de noms ni de numéros personnels. Les agents changent, les bénévoles ont
        une vie, et un tableau public se copie vite. Pour joindre quelqu’un, passez par le numéro de la mairie ou du CCAS.`,
      'Ce qui n’y figure pas'),
      see('carte-permanences', 'La même information, sur une carte.'),
    ],
  },
  {
    key: 'carte-permanences', base: 'passeurs', author: 'stephane', contributors: ['mamadou'],
    title: 'Cartographier les permanences : une carte que les habitants ont corrigée',
    description: `Comment nous avons construit la carte de l’aide numérique du Val avec un fond libre, trois réunions et un sac
      de gommettes. Le récit, la méthode et les erreurs à ne pas refaire.`,
    themes: ['territoires_connectes_et_durables', 'communs_numeriques', 'citoyennete_et_engagement'],
    supportTypes: ['cartographie', 'methodologie'],
    audiences: ['collectivites_territoriales', 'elus', 'associations_acteurs_ess', 'mediateurs_numeriques'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 118, drawing: 'map',
    contents: [
      text(`Sur le papier, le Val était bien couvert : personne à plus de quinze minutes d’un lieu d’aide. Puis Mme Rouvelet,
        des Essarges, a posé son doigt sur la carte : « Quinze minutes en voiture. Moi, je n’en ai plus. » Nous avons
        recommencé.`, 'Le doigt sur la carte'),
      image('map', 'Une carte dépliée traversée par une rivière, avec trois repères de couleur.',
        'Le fond imprimé en grand, avant les gommettes.'),
      text(`1. **Imprimer** un fond de carte en très grand format, avec les arrêts de car.
        2. **Inviter** au marché, pas en réunion. On tient un stand de deux heures.
        3. **Coller** : vert pour « j’y vais », orange pour « je voudrais », noir pour « je n’y arrive pas ».
        4. **Calculer** les temps de trajet en car et à pied, un jour ordinaire.
        5. **Publier** la carte et les données, avec la date.`, 'La méthode en cinq temps'),
      text(`Les points noirs dessinaient une ligne : celle du car de 14 h, supprimé pendant les vacances. L’atelier des Essarges
        est passé au matin, et la fréquentation a doublé. La carte n’a rien prouvé toute seule ; elle a permis d’en parler avec
        la région, chiffres en main.`, 'Ce que cela a changé'),
      link('Le fond de carte libre', 'https://www.openstreetmap.org', 'La carte du monde que chacun peut corriger.'),
      see('contribuer-carte-libre', 'Pour ajouter soi-même un lieu manquant.'),
    ],
  },
]
