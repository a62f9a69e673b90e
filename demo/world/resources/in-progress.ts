import { image, section, see, text, type Resource } from '../resource.ts'

/** What the public does not see: private resources, and drafts in the state in which people leave drafts. */
export const inProgress: Resource[] = [
  {
    key: 'essais-atelier-ia', base: 'fabrique', author: 'nadia', contributors: ['solene', 'joaquim'],
    title: 'Carnet d’essais : l’atelier « IA débranchée », versions 1 à 4',
    description: `Nos notes de quatre essais, avec ce que le public a dit, ce que nous avons coupé et ce qui reste à régler
      avant la version publique. Réservé aux membres de la Fabrique.`,
    themes: ['intelligence_artificielle', 'education_et_formation'],
    supportTypes: ['article'],
    audiences: ['mediateurs_numeriques', 'enseignants_professionnels_formation'],
    licence: 'no_licence', state: 'private', daysAgo: 101, drawing: 'robot',
    contents: [
      text(`Médiathèque, onze personnes. Une heure cinquante au lieu d’une heure quinze. Le jeu des animaux a duré quarante
        minutes parce que personne n’était d’accord sur le pingouin. **Décision** : retirer le pingouin, garder la
        chauve-souris.`, 'Essai 1'),
      text(`Lycée des Trois-Rives, vingt-six élèves, Solène. Trop de cartes pour autant de monde ; trois groupes sur six ont
        décroché. La phrase à compléter a très bien marché quand un élève a proposé « un car » à la place d’« un café ».
        **Décision** : six cartes par groupe, et un rôle de secrétaire.`, 'Essai 2'),
      text(`Bus, place du Lavoir, cinq personnes dont deux qui lisent difficilement. Joaquim a lu les cartes à voix haute. Le
        troisième jeu a été le plus fort : « On s’est trompés tous ensemble, comme quand on croit un voisin. » **Décision** :
        garder cette phrase dans la conclusion.`, 'Essai 3'),
      section('Reste à faire'),
      text(`- Trouver un autre mot que « biais » pour le jeu 3.
        - Dessiner les cartes en noir et blanc, imprimables partout.
        - Essayer sans animateur formé : Murielle est volontaire.`),
      see('ia-debranchee', 'La version publiée, issue de ces essais.'),
    ],
  },
  {
    key: 'bilan-annuel-trame', base: 'fabrique', author: 'joaquim', contributors: ['nadia', 'aissatou'],
    title: 'Trame du bilan annuel commun : ce que l’on compte et ce que l’on raconte',
    description: `Document de travail pour harmoniser nos bilans avant la réunion des financeurs. Les indicateurs proposés, ceux
      que nous refusons, et les récits à recueillir.`,
    themes: ['acteurs_du_numerique', 'gouvernances_partagees'],
    supportTypes: ['methodologie', 'modele_notice'],
    audiences: ['associations_acteurs_ess', 'collectivites_territoriales'],
    licence: 'no_licence', state: 'private', daysAgo: 44, drawing: 'budget',
    contents: [
      text(`- Nombre de personnes différentes, pas seulement de passages.
        - Part de celles qui ont refait seules la démarche, un mois après.
        - Distance moyenne entre le domicile et la permanence.
        - Heures de préparation : elles sont toujours oubliées, et elles font un tiers du travail.`, 'Ce que l’on compte'),
      text(`Le temps moyen par personne, que l’on nous demande chaque année. Aïssatou l’a bien dit : « S’il baisse, est-ce que
        nous sommes efficaces, ou est-ce que nous écoutons moins ? » Nous proposons de donner la médiane, avec deux exemples.`,
      'Ce que l’on refuse de compter seul'),
      section('Trois récits par structure'),
      text(`Un récit tient en dix lignes : la situation, ce qui a été tenté, ce qui a changé, ce qui n’a pas changé. La personne
        relit et donne son accord. On modifie l’âge, le village et le métier. **Un récit qui échoue est bienvenu** : il montre
        ce qui manque.`),
      text(`À relire par toutes et tous avant le prochain comité. Nadia fusionne le vendredi.`, 'Calendrier'),
    ],
  },
  {
    key: 'relances-candidatures', author: 'odile',
    title: 'Mes relances de candidature : qui, quand, quelle réponse',
    description: `Mon tableau de bord personnel pendant la reconversion. Je le garde privé, mais je le montre à Gwenaëlle avant
      chaque rendez-vous.`,
    themes: ['emploi_et_entrepreunariat', 'maitrise_des_outils_numeriques'],
    supportTypes: ['methodologie'],
    audiences: ['particuliers', 'personnes_insertion_professionnelle'],
    licence: 'no_licence', state: 'private', daysAgo: 12, drawing: 'mailbox',
    contents: [
      text(`Une ligne par envoi : la date, le lieu, la personne à qui j’ai parlé, ce qu’elle a dit **avec ses mots**, la date de
        relance. Je relance à huit jours, par téléphone, entre dix heures et onze heures et demie. L’après-midi, les cabinets
        médicaux n’ont pas le temps.`, 'Ma règle'),
      text(`- Cabinet de la place du Lavoir : « rappelez après les congés ». Noté pour le lundi de la rentrée.
        - Maison de santé de Port-Aubrain : entretien d’information obtenu, une demi-heure, très gentille coordinatrice.
        - Centre hospitalier : dossier en ligne, accusé reçu, pas de nom. Demander à Gwenaëlle si elle connaît quelqu’un.
        - Cabinet dentaire de Courvaudel : non, mais ils m’ont expliqué pourquoi.`, 'Où j’en suis'),
      section('Ce que j’ai appris'),
      text(`La première phrase au téléphone change tout. « Je vous appelle au sujet de ma candidature » fait fuir. « Je termine
        ma formation en juin et j’aimerais comprendre comment vous travaillez » ouvre une porte sur trois. Je l’ai écrite sur un
        papier collé au téléphone, et je souris en la disant, même si personne ne me voit.`),
    ],
  },
  {
    key: 'brouillon-fibre', base: 'passeurs', author: 'joaquim',
    title: 'Fin du réseau cuivre : répondre aux questions du village',
    description: `Brouillon. Le téléphone fixe de ma mère va-t-il s’arrêter ? Que faire de l’alarme, de la téléassistance, du
      terminal de paiement ? Réponses simples à tenir prêtes avant la réunion publique.`,
    themes: ['territoires_connectes_et_durables', 'acteurs_du_numerique', 'inclusion_numerique'],
    supportTypes: ['article'],
    audiences: ['tous_publics', 'seniors_personnes_agees', 'elus'],
    licence: 'etalab_2_0', state: 'draft', daysAgo: 3, drawing: 'network',
    contents: [
      text(`La ligne de cuivre ferme commune par commune, avec un calendrier annoncé longtemps à l’avance. Avant la date, on
        choisit une offre sur la fibre, ou sur un réseau mobile. Personne ne vient couper « demain », quoi qu’en dise le
        démarcheur du samedi.`, 'Ce qui change'),
      section('Les questions déjà posées'),
      text(`- « Et ma **téléassistance** ? » Appeler le prestataire : le boîtier doit souvent être changé, en général sans
        frais. **À vérifier avec Élodie.**
        - « Mon vieux téléphone gris ? » Il se branche sur la box. Il ne marche plus en cas de coupure d’électricité.
        - « Je n’ai pas Internet, je n’en veux pas. » Il existe des offres de téléphone seul.
        - « Il faut percer mon mur ? » *À compléter avec des photos de Courvaudel.*`),
      text(`Personne n’est obligé de signer sur le pas de la porte. On garde le papier, on dit « je vais en parler », et l’on
        vient au bus. Reste à écrire : le cas du terminal de paiement de l’épicerie, et le numéro de la mairie.`,
      'Les démarcheurs'),
    ],
  },
  {
    key: 'brouillon-emploi-du-temps', base: 'universite', author: 'karim', contributors: ['thi-lan'],
    title: 'Emploi du temps : lire, exporter, être prévenu d’un changement',
    description: `Brouillon de notice pour la rentrée. Comment mettre son emploi du temps dans l’agenda de son téléphone et ne
      plus se présenter devant une salle vide.`,
    themes: ['education_et_formation', 'maitrise_des_outils_numeriques'],
    supportTypes: ['modele_notice', 'tutoriel'],
    audiences: ['jeunes_adultes_18_25', 'enseignants_professionnels_formation'],
    licence: 'etalab_2_0', state: 'draft', daysAgo: 8, drawing: 'compass',
    contents: [
      text(`Chaque semaine de septembre, une vingtaine d’étudiants attendent devant la mauvaise porte. L’information était
        juste, mais ils l’avaient photographiée trois jours plus tôt. **Une photo d’emploi du temps vieillit mal** ; un
        abonnement se met à jour.`, 'Le problème'),
      text(`1. Ouvrir son calendrier, choisir son groupe.
        2. Copier l’adresse d’abonnement (et non « télécharger »).
        3. La coller dans l’agenda du téléphone, rubrique « ajouter un calendrier par adresse ».
        4. Vérifier le lendemain qu’une séance déplacée a bien bougé.`, 'S’abonner'),
      image('compass', 'Une grande boussole posée sur une colline.'),
      text(`Thi-Lan : ajouter le cas des étudiants qui suivent deux groupes, et celui de l’alternance. Karim : captures d’écran
        à refaire quand le nouveau calendrier sera en ligne. L’adresse d’abonnement est personnelle, il faut le dire : qui l’a
        peut lire mon agenda.`, 'À compléter'),
    ],
  },
  {
    key: 'brouillon-imprimante', base: 'reemploi', author: 'dimitri',
    title: 'Sauver une imprimante : ce qui vaut la peine, ce qui ne la vaut pas',
    description: `Brouillon. Têtes bouchées, tampons pleins, pilotes disparus : l’arbre de décision de l’atelier, pour arrêter
      de passer trois heures sur un appareil à quarante euros.`,
    themes: ['materiel_reconditionne', 'usage_du_materiel_informatique'],
    supportTypes: ['boite_outils'],
    audiences: ['associations_acteurs_ess', 'particuliers'],
    licence: 'cc_by_sa_4_0', state: 'draft', daysAgo: 19, drawing: 'repair',
    contents: [
      text(`1. Laser ou jet d’encre ? Laser : on continue. Jet d’encre : lire la suite avant d’ouvrir.
        2. Le prix des cartouches dépasse-t-il celui de l’appareil ? On prévient la personne, et elle décide.
        3. Un pilote existe-t-il pour un système actuel ? Sinon, stop.
        4. La page de test est-elle blanche ? Nettoyage, deux fois, pas davantage : chaque nettoyage boit l’encre.`,
      'L’arbre de décision'),
      text(`Un tampon absorbeur saturé se change en vingt minutes sur les modèles où il est accessible. Sur les autres,
        l’appareil se bloque et affiche un code. **Liste des modèles à faire** avec les bénévoles du samedi.`, 'Le tampon plein'),
      section('Ce que l’on propose à la place'),
      text(`Beaucoup de gens impriment dix pages par an. La mairie, la médiathèque et le CCAS ont une imprimante. Le dire est
        parfois la meilleure réparation. Pour une famille avec des collégiens, une laser noir et blanc d’occasion, à cinquante
        euros, dure dix ans. *Ajouter une photo de la LP grise.*`),
    ],
  },
]
