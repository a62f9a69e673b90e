import { link, section, see, text, type Resource } from '../resource.ts'

export const procedures: Resource[] = [
  {
    key: 'franceconnect', base: 'passeurs', author: 'nadia', contributors: ['murielle'],
    title: 'FranceConnect expliqué avec un trousseau de clés',
    description: `Pourquoi le site des impôts ouvre-t-il la porte de la retraite ? Une explication avec de vraies clés, puis une
      première connexion accompagnée, et la réponse aux cinq inquiétudes que l’on entend à chaque fois.`,
    themes: ['demarches_et_services_en_ligne', 'donnees', 'risques_cyber_et_protection'],
    supportTypes: ['support_pedagogique', 'infographie'],
    audiences: ['mediateurs_numeriques', 'aidants_numeriques', 'adultes', 'seniors_personnes_agees'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 332, drawing: 'phoneLock',
    contents: [
      text(`Posez sur la table un trousseau et trois boîtes fermées. La clé des impôts ouvre la boîte « impôts ». Un gardien
        connaît cette clé : il peut certifier aux deux autres boîtes que c’est bien vous. **FranceConnect est ce gardien.** Il
        n’a pas de clé à lui, il ne garde pas ce qu’il y a dans les boîtes, et il note seulement qui est passé.`,
      'L’explication avec les mains'),
      section('La première connexion'),
      text(`1. Choisir avec la personne le compte qu’elle maîtrise le mieux : impôts, Assurance maladie, La Poste…
        2. Vérifier que le nom de naissance et la date y sont justes : une erreur d’accent bloque tout.
        3. Aller sur le service voulu, appuyer sur le bouton FranceConnect, choisir le compte.
        4. Lire ensemble la page qui dit **quelles informations seront transmises**.
        5. Ouvrir le courriel de confirmation qui arrive : c’est l’alarme si quelqu’un d’autre essaie un jour.`),
      text(`- *« On va tout savoir de moi. »* Le service reçoit votre identité, pas votre dossier voisin.
        - *« Si on vole une clé, on ouvre tout. »* C’est vrai, d’où la phrase de passe solide sur le compte choisi.
        - *« Je peux refuser ? »* Oui, on peut créer un compte propre à chaque site, et le papier reste souvent possible.`,
      'Les inquiétudes'),
      link('Le site officiel', 'https://franceconnect.gouv.fr', 'On y trouve l’historique de ses connexions.'),
      see('phrase-de-passe', 'Le mot de passe qui protège toutes les portes.'),
    ],
  },
  {
    key: 'compte-ameli', base: 'passeurs', author: 'nadia',
    title: 'Ouvrir et comprendre son compte ameli',
    description: `De la création du compte à la lecture d’un remboursement : deux séances d’une heure, avec la liste exacte de
      ce qu’il faut apporter et les trois pages vraiment utiles.`,
    themes: ['demarches_et_services_en_ligne', 'numerique_en_sante'],
    supportTypes: ['tutoriel', 'support_pedagogique'],
    audiences: ['adultes', 'aidants_numeriques', 'mediateurs_numeriques', 'personnes_en_insertion_sociale'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 318, drawing: 'health',
    contents: [
      text(`La carte Vitale, un relevé d’identité bancaire déjà connu de la caisse, le code postal, une adresse électronique que
        l’on sait ouvrir, et le téléphone chargé. **Sans l’adresse électronique, reportez la séance** : on perd quarante minutes
        et la confiance.`,
      'Ce qu’il faut apporter'),
      text(`1. Taper ameli.fr dans la barre d’adresse et chercher « Mon compte ».
        2. Créer le compte : numéro de sécurité sociale, nom, date de naissance, code postal, quelques chiffres du compte
        bancaire.
        3. Fabriquer le mot de passe sur papier avant de le taper.
        4. Se déconnecter et revenir seul.`, 'Première séance : entrer'),
      text(`- **Mes paiements** : on choisit une consultation et l’on cherche ensemble le tarif, la part remboursée, la
        participation forfaitaire.
        - **Mes démarches** : l’attestation de droits, à enregistrer et à imprimer.
        - **Mes messages** : c’est ici que la caisse écrit. Elle ne demande jamais un numéro de carte bancaire par message.`,
      'Seconde séance : lire trois pages'),
      text(`Le médiateur sort de la pièce, ou tourne le dos, dès que la page des paiements s’affiche. Un remboursement dit
        beaucoup d’une vie. Travaillez avec une capture d’écran factice et laissez la personne retrouver seule la même ligne
        chez elle.`, 'Discrétion'),
      link('Le site de l’Assurance maladie', 'https://www.ameli.fr', 'À enregistrer en favori pendant la séance.'),
      see('mon-espace-sante', 'À ne pas confondre : le dossier médical est ailleurs.'),
    ],
  },
  {
    key: 'declarer-revenus', base: 'passeurs', author: 'joaquim',
    title: 'Déclarer ses revenus en ligne : une permanence de printemps qui tient la route',
    description: `Organiser une permanence « impôts » sans devenir conseiller fiscal : préparation, répartition des rôles,
      déroulé d’un rendez-vous de trente minutes et limites à dire d’emblée.`,
    themes: ['demarches_et_services_en_ligne', 'acteurs_du_numerique'],
    supportTypes: ['methodologie', 'support_pedagogique'],
    audiences: ['mediateurs_numeriques', 'aidants_numeriques', 'associations_acteurs_ess', 'particuliers'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 162, drawing: 'townHall',
    contents: [
      text(`Écrivez-le sur la porte : *« Nous vous aidons à vous servir du site. Nous ne calculons pas votre impôt. »* Pour une
        question de fond (pension alimentaire, vente d’une maison, frais réels), on prépare la question et l’on prend
        rendez-vous avec le centre des finances publiques.`, 'La limite à dire d’abord'),
      section('Un rendez-vous de trente minutes'),
      text(`1. **Cinq minutes** : la personne sort son dernier avis et retrouve le numéro fiscal, le numéro d’accès en ligne et
        le revenu fiscal de référence.
        2. **Dix minutes** : connexion, lecture de ce qui est prérempli. On compare avec l’attestation de l’employeur ou de la
        caisse.
        3. **Dix minutes** : ce qui a changé dans l’année. Naissance, déménagement, séparation, retraite, don, emploi à
        domicile.
        4. **Cinq minutes** : on relit le résumé, **la personne appuie elle-même** sur « Signer », on enregistre l’accusé de
        réception.`),
      text(`La déclaration peut être corrigée en ligne après coup, pendant plusieurs mois. Dites-le : beaucoup de gens tremblent
        devant le dernier bouton. Et si tout est prérempli et juste, il n’y a parfois rien à faire ; c’est alors l’occasion de
        l’apprendre.`,
      'Rassurer'),
      text(`L’an dernier : 112 rendez-vous en six semaines, 9 renvoyés vers l’administration, 31 personnes qui ont déclaré
        seules cette année. C’est ce dernier chiffre que nous regardons.`, 'Ce que l’on compte'),
      link('Le site des impôts', 'https://www.impots.gouv.fr',
        'Le seul site où déclarer ; méfiez-vous des annonces qui l’imitent.'),
    ],
  },
  {
    key: 'caf-actualiser', base: 'ccas', author: 'jean-baptiste', contributors: ['aissatou'],
    title: 'Caf : actualiser sa situation sans se tromper de case',
    description: `Les erreurs que l’on voit passer à l’instruction et comment les éviter : montant net ou brut, vie de couple,
      changement d’adresse, ressources de l’enfant. Un pas-à-pas à suivre avec la personne.`,
    themes: ['demarches_et_services_en_ligne'],
    supportTypes: ['tutoriel', 'modele_notice'],
    audiences: ['travailleurs_sociaux', 'aidants_numeriques', 'particuliers', 'parents'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 201, drawing: 'checklist',
    contents: [
      text(`Les trois quarts des trop-perçus que nous rencontrons au CCAS viennent d’une **erreur de bonne foi**. Remplir
        lentement une fois coûte moins cher que rembourser pendant un an.`),
      section('Avant de se connecter'),
      text(`- Les bulletins de salaire des trois derniers mois, dépliés dans l’ordre.
        - La date exacte de ce qui a changé : emménagement, reprise d’emploi, naissance, départ d’un enfant.
        - Le numéro d’allocataire et un accès à la messagerie.`),
      text(`1. **Net ou brut ?** La page le précise à chaque fois. Pour la prime d’activité, on recopie le « montant net
        social », une ligne à part sur le bulletin.
        2. **Seul ou en couple ?** La vie commune compte dès qu’elle existe, mariage ou non. Si la situation est floue, on en
        parle avec une travailleuse sociale avant de cocher.
        3. **Mois de paiement ou mois travaillé ?** C’est la date où l’argent arrive sur le compte qui compte.
        4. **L’enfant apprenti** a des ressources : elles se déclarent.
        5. **Zéro** s’écrit. Une case vide bloque le dossier, une case à zéro le fait avancer.`, 'Les cinq pièges'),
      text(`Enregistrez le récapitulatif en PDF, notez la date, et regardez une semaine plus tard si un message demande une
        pièce. En cas de dette annoncée, **on peut demander un délai ou une remise** : ne laissez pas la personne seule avec le
        courrier.`, 'Après l’envoi'),
      link('Le site de la Caf', 'https://www.caf.fr', 'Espace « Mon compte » et simulateurs.'),
      see('budget-mensuel', 'Si l’allocation change, le budget aussi.'),
    ],
  },
  {
    key: 'actualisation-emploi', base: 'ccas', author: 'gwenaelle', contributors: ['odile'],
    title: 'S’actualiser chaque mois à France Travail : la routine qui évite la radiation',
    description: `Une notice d’une page et un rituel mensuel pour ne jamais oublier l’actualisation, y compris sans ordinateur.
      Écrite avec une demandeuse d’emploi en reconversion.`,
    themes: ['demarches_et_services_en_ligne', 'emploi_et_entrepreunariat'],
    supportTypes: ['modele_notice'],
    audiences: ['personnes_insertion_professionnelle', 'travailleurs_sociaux', 'aidants_numeriques', 'adultes'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 133, drawing: 'checklist',
    contents: [
      text(`L’actualisation s’ouvre vers la fin du mois et se ferme au milieu du suivant ; le calendrier exact est affiché dans
        l’espace personnel. Odile propose de choisir **une date à soi** : le jour où l’on sort les poubelles jaunes, le premier
        marché du mois, peu importe, mais toujours la même.`, 'Une date à soi'),
      text(`1. Ouvrir l’application ou le site et se connecter.
        2. Répondre aux questions : ai-je travaillé, étudié, été malade, changé de situation ?
        3. Indiquer les heures et le salaire brut, même estimés, contrat par contrat.
        4. Confirmer que l’on cherche toujours un emploi.
        5. **Garder la preuve** : capture d’écran ou attestation du mois.`, 'Les cinq étapes'),
      text(`- Pas d’ordinateur : une borne est disponible en agence, et le téléphone fonctionne aussi.
        - J’ai oublié une mission de deux heures : on la corrige, on ne la cache pas.
        - Je pars en formation : je le déclare, même si « tout le monde est au courant ».
        - Je ne comprends pas la question : j’appelle avant de répondre au hasard.`, 'Questions fréquentes'),
      text(`« La première année, j’ai raté deux fois la date. Depuis que j’ai mis une alarme qui s’appelle *loyer*, je n’oublie
        plus. » — Odile`,
        'Le mot de la fin'),
      link('Le site de France Travail', 'https://www.francetravail.fr',
        'Actualisation, calendrier des paiements et rendez-vous.'),
    ],
  },
  {
    key: 'titre-de-sejour', base: 'ccas', author: 'aissatou', contributors: ['svitlana'],
    title: 'Préparer une demande de titre de séjour en ligne',
    description: `Une démarche longue, qui se prépare hors ligne : pièces, traductions, photo, dates. Ce guide bilingue dans
      l’esprit (phrases courtes, mots expliqués) aide à arriver devant l’écran avec tout ce qu’il faut.`,
    themes: ['demarches_et_services_en_ligne', 'inclusion_numerique'],
    supportTypes: ['tutoriel', 'boite_outils'],
    audiences: [
      'refugies_demandeurs_asile', 'personne_allophone', 'travailleurs_sociaux', 'aidants_numeriques',
      'associations_acteurs_ess',
    ],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 149, drawing: 'townHall',
    contents: [
      text(`La session en ligne s’interrompt si l’on reste trop longtemps sans rien faire. **Tout préparer avant** change tout :
        on compte une heure de préparation, puis vingt minutes de saisie.`, 'Préparer, puis saisir'),
      section('La pochette'),
      text(`- Le titre actuel ou le visa, recto et verso.
        - Le passeport, toutes les pages tamponnées.
        - Un justificatif de domicile de moins de six mois ; si l’on est hébergé, l’attestation et la pièce d’identité de
        l’hébergeant.
        - Le code de la photo numérique, pris en cabine agréée ou chez un photographe.
        - Les actes étrangers avec leur traduction par un traducteur agréé.

        Chaque pièce devient un fichier séparé, lisible, avec un nom court : \`passeport.pdf\`, \`domicile.pdf\`.`),
      text(`- **Justificatif de domicile** : papier qui montre où j’habite.
        - **Récépissé** ou **attestation** : papier qui prouve que ma demande est en cours.
        - **Renouvellement** : je demande à continuer.
        - **Instruction** : quelqu’un lit mon dossier.

        Svitlana conseille de photographier la page de confirmation et de noter le numéro de la demande dans trois endroits.`,
      'Quatre mots à connaître'),
      text(`Le CCAS aide à comprendre et à déposer. Il ne donne pas de conseil juridique : en cas de refus, de délai dépassé ou
        de doute sur le motif, orientez vers une association spécialisée ou un avocat, **sans attendre la fin du titre**.`,
      'Limite de notre rôle'),
      link('Le service en ligne', 'https://administration-etrangers-en-france.interieur.gouv.fr',
        'Dépôt et suivi de la demande.'),
      see('numeriser-au-telephone', 'Des pièces lisibles du premier coup.'),
    ],
  },
  {
    key: 'droits-demi-heure', base: 'ccas', author: 'jean-baptiste', contributors: ['elodie'],
    title: 'Vérifier ses droits en une demi-heure, simulateur à l’appui',
    description: `Un rendez-vous court et cadré pour repérer une aide non demandée. Ce que l’on prépare, comment lire les
      résultats d’une simulation et comment ne pas créer de faux espoirs.`,
    themes: ['demarches_et_services_en_ligne', 'inclusion_numerique'],
    supportTypes: ['methodologie', 'site_web'],
    audiences: ['travailleurs_sociaux', 'personnes_en_insertion_sociale', 'particuliers', 'aidants_numeriques'],
    licence: 'etalab_2_0', state: 'published', daysAgo: 57, drawing: 'magnifier',
    contents: [
      text(`Une personne sur trois qui pourrait toucher le revenu de solidarité active (RSA) ne le demande pas, et bien d’autres
        aides dorment. La raison la plus fréquente n’est pas la fierté : c’est **de ne pas savoir que l’on y a droit**, ou
        d’avoir eu droit et perdu, un jour, et de ne plus y croire.`, 'Pourquoi'),
      text(`- **Minutes 0 à 5** : le foyer. Qui vit là, de quel âge, depuis quand ?
        - **Minutes 5 à 15** : les ressources des douze derniers mois, sans entrer dans le détail des dépenses.
        - **Minutes 15 à 25** : la simulation. La personne regarde l’écran, on lit chaque question à voix haute.
        - **Minutes 25 à 30** : on choisit **une** aide à demander cette semaine, pas cinq.`, 'Le déroulé'),
      text(`Un simulateur donne une estimation. Dites « il est possible que », jamais « vous aurez ». Imprimez le résultat,
        écrivez la date dessus, et précisez ce qui pourrait le changer : une séparation, un petit contrat, un enfant qui part.

        À l’instruction, je vois arriver des gens furieux contre un chiffre qu’on leur avait « promis ». La prudence est une
        forme de respect.`, 'Lire le résultat'),
      link('Mes droits sociaux', 'https://www.mesdroitssociaux.gouv.fr', 'Le simulateur public, avec ou sans connexion.'),
      see('trame-entretien', 'Pour aller plus loin, en entretien complet.'),
    ],
  },
]
