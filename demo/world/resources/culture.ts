import { image, link, section, see, text, type Resource } from '../resource.ts'

export const culture: Resource[] = [
  {
    key: 'verifier-image', base: 'passeurs', author: 'solene',
    title: 'Vérifier une image avant de la partager : l’enquête en quatre indices',
    description: `Recadrage, vieille photo, légende fausse, image fabriquée : les élèves mènent l’enquête comme une rédaction,
      puis rédigent la dépêche qui corrige. Séance de deux heures, prête à l’emploi.`,
    themes: ['citoyennete_et_engagement', 'communication_en_ligne_et_reseaux_sociaux', 'intelligence_artificielle'],
    supportTypes: ['support_pedagogique', 'methodologie'],
    audiences: ['adolescents_12_18', 'enseignants_professionnels_formation', 'jeunes_adultes_18_25', 'tous_publics'],
    licence: 'cc_by_nc_sa_4_0', state: 'published', daysAgo: 137, drawing: 'magnifier',
    contents: [
      text(`« Inondation à Port-Aubrain : le pont emporté ! » La photo montre un pont cassé, une eau brune, trois pompiers. Elle
        a fait le tour du lycée. Le pont, lui, va très bien : on le voit par la fenêtre.`, 'La dépêche de départ'),
      section('Quatre indices'),
      text(`1. **Qui parle ?** Un compte créé hier, un pseudonyme, un média connu ?
        2. **Quand ?** La recherche d’image inversée retrouve les apparitions plus anciennes.
        3. **Où ?** Panneaux, plaques, arbres, uniformes : les pompiers de la photo portent un casque que l’on n’utilise pas
        ici.
        4. **Que montre-t-on, et que dit-on ?** La légende ment plus souvent que l’image.`),
      text(`Pour les images fabriquées par une intelligence artificielle, n’apprenez pas à « compter les doigts » : dans six
        mois, ce sera faux. Apprenez à chercher **une deuxième source**. Ce réflexe-là ne vieillit pas.`,
      'Et les images fabriquées ?'),
      text(`Par groupes, les élèves écrivent la correction : trois phrases, le fait exact, la preuve, le lien. On vote pour
        celle que l’on partagerait vraiment. Les corrections moqueuses perdent à chaque fois, et la discussion qui suit est la
        meilleure de l’année.`, 'Corriger sans humilier'),
      see('reseaux-ados', 'La séance sœur, sur la responsabilité.'),
    ],
  },
  {
    key: 'musee-a-distance', base: 'passeurs', author: 'nadia', contributors: ['murielle'],
    title: 'Visiter un musée depuis la médiathèque : petite galerie d’un après-midi',
    description: `Composer à plusieurs une exposition de douze œuvres libres de droits, l’imprimer, l’accrocher et la raconter.
      Un prétexte délicieux pour apprendre à chercher, enregistrer, citer et légender.`,
    themes: ['arts_et_culture', 'navigation_sur_internet', 'maitrise_des_outils_numeriques'],
    supportTypes: ['support_pedagogique', 'site_web'],
    audiences: ['adultes', 'seniors_personnes_agees', 'enfants_6_12', 'personne_allophone', 'tous_publics'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 227, drawing: 'museum',
    contents: [
      text(`On tire un thème au chapeau : les mains, la pluie, le repas, attendre. Chacun cherche deux œuvres dans les
        collections en ligne des musées, choisit la meilleure reproduction, vérifie qu’elle est **libre de réutilisation**, et
        l’enregistre avec un nom que les autres comprendront.`, 'Le thème au chapeau'),
      image('museum', 'Deux visiteurs de dos devant trois tableaux et un vase posé sur un socle.'),
      section('Ce que l’on apprend sans le dire'),
      text(`- Écrire une requête : « main » ne donne rien, « main gravure dix-huitième » donne tout.
        - Lire une notice : auteur, date, technique, lieu de conservation, droits.
        - Distinguer une image large d’une vignette.
        - Copier, coller, redimensionner.
        - Écrire une légende de deux phrases, dont une commence par « Je l’ai choisie parce que… ».`),
      text(`On imprime en couleur, on découpe, on accroche dans l’escalier. Le vernissage a lieu le vendredi suivant ; chacun
        présente son œuvre en une minute. Les apprenants en français langue étrangère sont souvent les plus applaudis : ils
        parlent de ce qu’ils aiment, et le vocabulaire suit.`, 'L’accrochage'),
      text(`Prévoyez les encres : douze tirages A4 coûtent environ six euros. Le reste est gratuit.`, 'Budget'),
    ],
  },
  {
    key: 'programmer-sans-ecran', base: 'passeurs', author: 'nadia', contributors: ['yanis', 'lilou'],
    title: 'Programmer sans écran : le robot sandwich et autres algorithmes de cuisine',
    description: `Un adulte-robot exécute à la lettre les consignes des enfants. Catastrophes garanties, notions comprises :
      séquence, condition, boucle, bogue. Pour les 6–12 ans, avec une passerelle vers la programmation par blocs.`,
    themes: ['code_et_programmation', 'education_et_formation', 'parentalite'],
    supportTypes: ['jeu', 'support_pedagogique'],
    audiences: ['enfants_6_12', 'parents', 'mediateurs_numeriques', 'enseignants_professionnels_formation'],
    licence: 'cc_by_sa_4_0', state: 'published', daysAgo: 346, drawing: 'code',
    contents: [
      text(`« Mets la confiture sur le pain. » Le robot pose le pot fermé sur le paquet fermé. Les enfants hurlent de rire, et
        ont compris : **une machine fait ce qu’on dit, pas ce qu’on veut**. On recommence en écrivant chaque consigne sur une
        bande de papier.`, 'Le robot sandwich'),
      section('Les mots qui arrivent tout seuls'),
      text(`- **Séquence** : l’ordre des bandes.
        - **Condition** : « si le pot est fermé, alors tourner le couvercle ».
        - **Boucle** : « répéter jusqu’à ce que la tartine soit couverte ».
        - **Bogue** : la bande qui manque. On ne gronde pas un bogue, on le cherche.`),
      text(`1. Accueil et allergies alimentaires (demandez **avant**, toujours).
        2. Première partie avec une consigne orale.
        3. Écriture des bandes, par trois.
        4. Échange : un groupe exécute le programme d’un autre.
        5. Correction, puis dégustation.
        6. Sur ordinateur, un chat à déplacer avec des blocs.`, 'Déroulé d’une heure trente'),
      text(`Les plus jeunes (6–7 ans) ne lisent pas tous : préparez des bandes dessinées. Les plus grands veulent aller vite sur
        l’écran ; gardez la dégustation pour après les blocs, c’est un excellent argument.`, 'Adapter'),
      link('Programmer avec des blocs', 'https://scratch.mit.edu', 'Gratuit, en français, sans installation.'),
    ],
  },
]
