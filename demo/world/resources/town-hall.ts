import { image, link, section, see, text, type Resource } from '../resource.ts'

export const townHall: Resource[] = [
  {
    key: 'changer-adresse', author: 'murielle', base: 'passeurs',
    title: 'Déménager : signaler son changement d’adresse sans rien oublier',
    description: `La mairie ne prévient personne à votre place. Cette notice classe les démarches en trois moments et signale
      celles qui se font d’un coup, celles qui attendent un justificatif et celles que tout le monde oublie.`,
    themes: ['demarches_et_services_en_ligne', 'mobilites'],
    supportTypes: ['modele_notice', 'tutoriel'],
    audiences: ['particuliers', 'tous_publics', 'aidants_numeriques'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 74, drawing: 'compass',
    contents: [
      section('Un mois avant'),
      text(`Prévenez le bailleur selon le délai du bail, l’école ou la cantine, l’assurance du logement et le fournisseur
        d’énergie. Demandez la date de coupure et celle d’ouverture : on les choisit, elles ne tombent pas du ciel. Pensez au
        suivi du courrier à La Poste.`),
      section('Dans la semaine qui suit'),
      text(`Un service en ligne permet de prévenir **en une seule fois** plusieurs organismes : impôts, Assurance maladie,
        retraite, France Travail, Caf, fournisseurs d’énergie. Il faut l’ancienne adresse, la nouvelle, la date, et ses numéros
        de client.

        Ce service ne prévient pas la banque, l’employeur, la mutuelle, ni les abonnements. Faites-en une petite liste : on
        raye, on respire.`),
      section('Dans les trois mois'),
      text(`- **Carte grise** : dans le mois qui suit, l’adresse doit être corrigée.
        - **Listes électorales** : inscription dans la nouvelle commune, en ligne ou en mairie.
        - **Titre de séjour** : la déclaration est obligatoire, dans les trois mois.
        - **Médecin traitant** : on peut le garder, ou en choisir un autre.
        - **Carte d’identité** : on n’est pas obligé de la refaire.`),
      text(`À l’état civil, je vois chaque été des familles qui ont inscrit les enfants à l’école sans avoir signalé leur
        adresse à la Caf. L’aide au logement s’arrête, et il faut trois mois pour remettre d’aplomb. Commencez par elle.`,
      'Le conseil du guichet'),
      link('Le service de changement d’adresse', 'https://www.service-public.fr',
        'Cherchez « changement d’adresse » sur la page d’accueil.'),
    ],
  },
  {
    key: 'faire-pour-autrui', base: 'passeurs', author: 'stephane', contributors: ['elodie', 'aissatou'],
    title: 'Faire une démarche à la place de quelqu’un : ce qui protège tout le monde',
    description: `Mots de passe sur un cahier, procurations orales, signatures « pour aller plus vite » : on le fait tous, et
      c’est risqué. Les règles, le mandat écrit et un modèle de registre pour agir proprement.`,
    themes: ['demarches_et_services_en_ligne', 'donnees', 'acteurs_du_numerique', 'risques_cyber_et_protection'],
    supportTypes: ['methodologie', 'boite_outils'],
    audiences: ['aidants_numeriques', 'travailleurs_sociaux', 'mediateurs_numeriques', 'personnes_perte_autonomie', 'elus'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 226, drawing: 'conversation',
    contents: [
      text(`- **Avec** la personne : elle est là, elle décide, elle appuie. C’est toujours préférable.
        - **Pour** la personne : elle a donné un accord écrit, pour une démarche précise, pendant une durée limitée.
        - **À la place** de la personne, sans accord : on s’arrête. Si elle ne peut plus consentir, c’est une question de
        protection juridique, pas de numérique.`, 'Avec, pour, à la place'),
      section('Le mandat en cinq lignes'),
      text(`1. Qui donne l’accord, qui le reçoit.
        2. Pour quelle démarche, sur quel site.
        3. Jusqu’à quelle date.
        4. Quelles informations seront vues.
        5. Comment revenir sur cet accord : un mot suffit.

        Deux exemplaires signés : un pour elle, un dans un classeur fermé à clé. Le service Aidants Connect permet aux
        professionnels habilités d’agir **sans connaître les codes** de la personne.`),
      text(`- Garder une liste de mots de passe, même « dans un tiroir que personne n’ouvre ».
        - Utiliser sa propre adresse électronique pour créer un compte à quelqu’un.
        - Laisser une session ouverte sur le poste de la permanence.
        - Répondre à une question médicale ou familiale sans l’avoir posée.`, 'Ce que l’on ne fait plus'),
      link('Aidants Connect', 'https://aidantsconnect.beta.gouv.fr', 'L’habilitation des aidants professionnels.'),
      see('confidentialite-guichet', 'Pour l’aménagement du guichet lui-même.'),
    ],
  },
  {
    key: 'carte-identite', base: 'passeurs', author: 'murielle',
    title: 'Carte d’identité : de la pré-demande en ligne au guichet de la mairie',
    description: `Ce qui se fait chez soi, ce qui se fait au guichet, et pourquoi certains repartent les mains vides. La notice
      que nous donnons à Saint-Brévin-sur-Aubre, libre à adapter par toute mairie équipée.`,
    themes: ['demarches_et_services_en_ligne', 'citoyennete_et_engagement'],
    supportTypes: ['modele_notice'],
    audiences: ['particuliers', 'tous_publics', 'collectivites_territoriales', 'administrations_etablissements_publics'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 268, drawing: 'townHall',
    contents: [
      text(`1. Remplir la pré-demande en ligne et **noter son numéro**.
        2. Prendre rendez-vous dans une mairie équipée, pas forcément la sienne.
        3. Réunir les pièces : photo de moins de six mois, justificatif de domicile de moins d’un an, ancienne carte.
        4. Venir en personne, enfants compris : les empreintes se prennent au guichet à partir de douze ans.
        5. Retirer la carte au même endroit, après le SMS.`, 'Le chemin'),
      image('townHall', 'La façade d’une mairie à colonnes, avec une horloge et un drapeau.'),
      text(`- La photo est jolie mais découpée à la maison, ou l’on sourit.
        - Le justificatif est au nom du conjoint, sans attestation d’hébergement.
        - Le nom d’usage n’est pas celui de l’acte de naissance.
        - En cas de perte, la déclaration n’a pas été faite, et le timbre fiscal n’a pas été acheté.`,
      'Les quatre raisons d’un retour'),
      text(`La pré-demande n’est pas obligatoire. Le formulaire en carton existe toujours : demandez-le sans vous excuser. Nous
        prenons aussi dix minutes, le mercredi après-midi, pour la remplir avec vous dans la salle du rez-de-chaussée.

        Aux collègues des mairies : affichez le délai **réel** du moment, même s’il est long. Les gens s’organisent très bien
        avec une mauvaise nouvelle exacte.`, 'Et sans Internet ?'),
      link('France Titres', 'https://france-titres.gouv.fr', 'La pré-demande et le suivi de fabrication.'),
    ],
  },
]
