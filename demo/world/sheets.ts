/** The texts of the printable sheets: see pdf.ts for the marks. */

export const mouse = `
# Ma fiche souris
À garder à côté de l’ordinateur. Atelier des Passeurs numériques du Val d’Aubrière.
## Bien s’installer
- La souris est à côté du clavier, le fil vers l’écran.
- La paume est posée, le poignet ne flotte pas.
- L’index est sur le bouton de gauche, le majeur sur celui de droite.
## Les quatre gestes
- Un clic : j’appuie une fois à gauche. Je choisis.
- Deux clics rapides : j’ouvre. La souris ne doit pas bouger entre les deux.
- Clic à droite : j’ouvre un petit menu. Je clique ailleurs pour le fermer.
- La molette : je fais descendre ou monter la page.
## J’ai réussi à…
[] déplacer la flèche dans les quatre coins de l’écran
[] ouvrir puis fermer la corbeille
[] faire glisser un dossier d’un côté à l’autre
[] lire une page entière avec la molette
## Si ça coince
- La flèche a disparu : je secoue doucement la souris.
- Je suis au bord de la table : je soulève la souris et je la repose au milieu.
- Le double-clic ne marche pas : un clic, puis la touche Entrée.
Mes notes :
____
____`

export const diagnosis = `
# Grille de repérage en dix questions
À remplir à deux, en parlant. Aucun nom sur cette feuille.
## Le matériel et l’accès
[] 1. Avez-vous un téléphone ou un ordinateur qui marche, rien qu’à vous ?
[] 2. Pouvez-vous aller sur Internet quand vous en avez besoin ?
[] 3. Avez-vous une adresse électronique que vous lisez au moins une fois par semaine ?
## Les gestes
[] 4. Savez-vous écrire et envoyer un message ?
[] 5. Savez-vous retrouver un document que vous avez reçu ?
[] 6. Savez-vous photographier un papier et l’envoyer ?
## Les démarches
[] 7. Avez-vous fait seul une démarche en ligne cette année ?
[] 8. Retrouvez-vous vos codes sans aide ?
## La confiance
[] 9. Savez-vous à qui demander quand un message vous paraît bizarre ?
[] 10. Avez-vous envie d’apprendre à le faire vous-même ?
## Lecture
- De 0 à 3 cases : accompagnement individuel, à chaque démarche, avec accord écrit.
- De 4 à 7 cases : atelier collectif de proximité, puis une permanence pour s’exercer.
- De 8 à 10 cases : autonomie ; proposer la fiche mémo et un numéro en cas de besoin.
- Question 10 non cochée : on respecte, et on repose la question dans six mois.
Ce que la personne souhaite, avec ses mots :
____
____`

export const phishingCards = `
# Vrai ou piège ? Douze messages à trier
Découper, mélanger, trier à plusieurs. Les réponses sont au bas de la feuille.
## Les cartes
- 1. « Votre colis est bloqué. Réglez 1,95 € ici : suivi-colis-relance.example »
- 2. « Rappel : votre rendez-vous au CCAS est jeudi à 10 h 15. Pour annuler, appelez l’accueil. »
- 3. « Votre carte Vitale expire. Mettez à jour vos coordonnées bancaires sous 24 h. »
- 4. « Maman, j’ai cassé mon téléphone, écris-moi sur ce nouveau numéro. »
- 5. « Votre avis d’impôt est disponible. Connectez-vous à votre espace comme d’habitude. » (sans lien)
- 6. « Amende impayée : dernier avis avant majoration. Payez par carte en ligne. »
- 7. « Bonjour, service fraude de votre banque : dictez-moi le code que vous venez de recevoir. »
- 8. « Votre facture d’eau est arrivée. Elle sera prélevée le 12, comme prévu au contrat. »
- 9. « Vous avez gagné un vélo électrique ! Il ne reste que les frais de livraison. »
- 10. « Code de connexion : 482 913. Ne le communiquez à personne. » (vous venez de vous connecter)
- 11. « Gagnez 300 € par jour en notant des vidéos, sans expérience. »
- 12. « Votre compte formation va expirer, appelez vite un conseiller. »
## Réponses
- Pièges : 1, 3, 4, 6, 7, 9, 11, 12. Plausibles : 2, 5, 8, 10.
- Une carte plausible reste à vérifier : on passe par son propre chemin, jamais par le lien.
## Les trois questions
[] Est-ce qu’on me presse ?
[] Est-ce qu’on me demande de l’argent, un code ou une pièce d’identité ?
[] Est-ce que je peux vérifier autrement ?`

export const hackedAccount = `
# Compte piraté : la première heure
À afficher près du poste. On respire, puis on suit l’ordre.
## 1. Reprendre la main (10 minutes)
[] Depuis un appareil sûr, changer le mot de passe de la messagerie en premier.
[] Fermer toutes les sessions ouvertes ailleurs.
[] Activer la double vérification.
## 2. Limiter les dégâts (20 minutes)
[] Changer le mot de passe des comptes qui utilisaient le même.
[] Appeler sa banque si un moyen de paiement était enregistré.
[] Regarder si la messagerie renvoie les courriels à une adresse inconnue.
## 3. Prévenir (15 minutes)
[] Prévenir ses proches par un autre canal : « N’ouvrez rien qui vienne de moi. »
[] Garder les preuves : captures d’écran, adresses, heures.
## 4. Signaler (15 minutes)
[] Faire le diagnostic sur cybermalveillance.gouv.fr.
[] Déposer plainte s’il y a perte d’argent ou usurpation d’identité.
Heure de début :
____
Ce que j’ai déjà fait :
____
____`

export const workbench = `
# Fiche d’établi : remettre un portable en état
Second Souffle, Port-Aubrain. Une fiche par machine, elle la suit jusqu’à la remise.
Numéro d’inventaire, marque et modèle :
____
## Avant d’ouvrir
[] Le donateur a signé la feuille de don et d’effacement
[] Photo du dessus, du dessous et des vis
[] Batterie retirée ou débranchée, bracelet relié à la masse
## Contrôles
[] Écran : pas de fissure, luminosité régulière
[] Clavier : les cinq rangées répondent
[] Batterie : au moins une heure et demie de navigation
[] Disque : aucun secteur en erreur ; sinon, remplacement
[] Mémoire : 4 Go au moins, 8 Go de préférence
[] Ventilateur dépoussiéré, pâte thermique refaite si la machine a plus de cinq ans
## Effacement et système
[] Effacement complet du disque, certificat imprimé
[] Système libre installé, mises à jour faites
[] Comptes : un seul, sans mot de passe connu de l’atelier
## Remise
[] Chargeur testé et étiqueté
[] Fiche de prise en main donnée et lue ensemble
Temps passé, pièces changées :
____
____`

export const interview = `
# Trame du premier entretien
CCAS de Saint-Brévin-sur-Aubre. On note ce qui sert à aider, rien de plus.
## Ouvrir (5 minutes)
[] Je me présente, je dis combien de temps nous avons.
[] J’explique ce que je note, qui peut le lire et comment le faire corriger.
[] Je demande : qu’est-ce qui vous amène, et qu’est-ce qui presse le plus ?
La demande, avec les mots de la personne :
____
____
## Faire le tour (15 minutes)
[] Logement : où dort la personne, jusqu’à quand ?
[] Ressources : ce qui arrive, ce qui s’est arrêté, ce qui n’a pas été demandé
[] Santé : a-t-elle une couverture, un médecin, une complémentaire ?
[] Entourage : sur qui peut-elle compter ?
[] Démarches : fait-elle seule, avec aide, ou pas du tout en ligne ?
## Convenir (10 minutes)
Ce que la personne fera :
____
Ce que je ferai, et pour quand :
____
[] Je relis à voix haute ce que j’ai noté.
[] Je donne la date du prochain échange et un numéro direct.`

export const unpluggedAi = `
L’INTELLIGENCE ARTIFICIELLE SANS ORDINATEUR — déroulé de l’animation (1 h 15)

MATÉRIEL
Soixante cartes de mots, une ficelle, un dé, du papier, un tableau.

0 h 00 — Accueil
Chacun écrit sur un papier une chose qu’une machine « intelligente » fait déjà chez lui. On affiche sans commenter.

0 h 10 — La machine à compléter
Un joueur lit le début d’une phrase : « Le matin, je bois un… ». Chacun propose le mot suivant, en secret.
On compte. Le mot le plus fréquent gagne. Question : le groupe a-t-il compris la phrase, ou deviné la suite ?

0 h 30 — Le tri qui apprend
On donne vingt cartes d’animaux déjà rangées en deux tas, sans dire la règle.
Le groupe range les suivantes. Puis on ajoute une chauve-souris : que se passe-t-il ?
À retenir : la machine ne connaît que ce qu’on lui a montré.

0 h 50 — Le biais
On refait le tri avec un tas où il manque tous les animaux nocturnes. Le groupe se trompe, avec assurance.

1 h 05 — Trois questions à garder
Avec quoi a-t-on appris à cette machine ?
Qui vérifie ce qu’elle dit ?
Qu’est-ce que je ne lui confierai jamais ?

1 h 15 — On reprend les papiers du début : lesquels change-t-on de colonne ?
`
