import type { Look } from './drawings/portrait.ts'
import { prose } from './prose.ts'

export type PersonRole =
  | 'mediator' | 'structure manager' | 'repair technician' | 'social worker' | 'reception agent' | 'instructor' | 'referent'
  | 'teacher' | 'programme manager' | 'pedagogical administrator' | 'student' | 'citizen' | 'town-hall agent'
  | 'platform administrator'

interface PersonShape {
  key: string
  firstName: string
  lastName: string
  email: string
  /** Their job or situation, as their profile shows it. */
  title: string
  location: string
  department?: string
  about: string
  role: PersonRole
  public: boolean
  /** What one can try when signing in as them. */
  pitch: string
  look: Look
}

/** An invented valley; its places and people do not exist. */
export const territory = {
  name: 'le Val d’Aubrière',
  town: 'Saint-Brévin-sur-Aubre',
  villages: ['Courvaudel', 'La Chapelle-Aubrière', 'Les Essarges', 'Montauvert-le-Haut', 'Port-Aubrain'],
  department: '58',
  mailDomain: 'val-aubriere.example',
}

export const people = [
  {
    key: 'nadia', firstName: 'Nadia', lastName: 'Cherkati', email: 'nadia.cherkati@val-aubriere.example',
    title: 'Médiatrice numérique', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'mediator', public: true,
    about: prose(`Je tiens l’espace public numérique de la médiathèque quatre jours par semaine et je prends la route le
      vendredi avec le bus des Passeurs. J’écris mes ateliers comme on écrit une recette : ce qu’il faut, combien de temps, et
      ce qui rate d’habitude.`),
    pitch: 'Reprendre le brouillon sur la fibre de la base des Passeurs, lui ajouter une image et un fichier, puis le publier.',
    look: { skin: 2, hair: 'curly', hairColor: '#2b1d1a', top: '#d9653b' },
  },
  {
    key: 'joaquim', firstName: 'Joaquim', lastName: 'Valadier', email: 'joaquim.valadier@val-aubriere.example',
    title: 'Médiateur numérique itinérant', location: 'Courvaudel', department: '58', role: 'mediator', public: true,
    about: prose(`Ancien facteur, devenu médiateur après une reconversion. Je conduis le bus numérique dans onze villages du
      Val. Ma règle : on ne touche jamais la souris de quelqu’un d’autre.`),
    pitch: 'Corriger une ressource des Passeurs à plusieurs : les brouillons de la base sont dans « Mes ressources ».',
    look: { skin: 1, hair: 'short', hairColor: '#6b6257', beard: true, top: '#2f6f73' },
  },
  {
    key: 'stephane', firstName: 'Stéphane', lastName: 'Weiszler', email: 'stephane.weiszler@val-aubriere.example',
    title: 'Responsable du réseau des Passeurs numériques', location: 'Saint-Brévin-sur-Aubre', department: '58',
    role: 'structure manager', public: true,
    about: prose(`Je coordonne six médiatrices et médiateurs, un bus et une trentaine de permanences. Je cherche surtout à ce
      que ce qui marche dans un village serve dans le suivant.`),
    pitch: 'Administrer la base des Passeurs : ajouter un membre, changer son rôle, retoucher la présentation.',
    look: { skin: 0, hair: 'receding', hairColor: '#8b8077', glasses: true, top: '#34507a' },
  },
  {
    key: 'dimitri', firstName: 'Dimitri', lastName: 'Zaragossian', email: 'dimitri.zaragossian@val-aubriere.example',
    title: 'Technicien du réemploi', location: 'Port-Aubrain', department: '58', role: 'repair technician', public: true,
    about: prose(`J’ouvre des ordinateurs depuis l’âge de douze ans et j’en sauve environ quatre cents par an à l’atelier de
      Port-Aubrain. Tout ce que je sais faire tient dans des fiches d’établi que chacun peut copier.`),
    pitch: 'Ranger les fiches de l’atelier dans une collection de la base, et finir le brouillon sur l’imprimante.',
    look: { skin: 1, hair: 'short', hairColor: '#1f1a18', beard: true, top: '#5d6b3a' },
  },
  {
    key: 'elodie', firstName: 'Élodie', lastName: 'Vasseur-Nkemba', email: 'elodie.vasseur-nkemba@val-aubriere.example',
    title: 'Directrice du CCAS', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'structure manager', public: true,
    about: prose(`Je dirige le centre communal d’action sociale et ses dix-huit agents. Nous partageons nos trames parce que
      personne ne devrait réinventer une fiche d’entretien un lundi matin.`),
    pitch: 'Administrer la base du CCAS : changer le rôle d’un membre, et voir que le dernier administrateur ne peut pas partir.',
    look: { skin: 4, hair: 'bun', hairColor: '#1c1412', top: '#7a3b5e' },
  },
  {
    key: 'aissatou', firstName: 'Aïssatou', lastName: 'Balmont', email: 'aissatou.balmont@val-aubriere.example',
    title: 'Assistante de service social', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'social worker',
    public: true,
    about: prose(`Assistante sociale depuis quatorze ans. La moitié de mes rendez-vous commence par un écran : autant que cela
      se passe bien et que la personne reparte avec ses codes, pas moi.`),
    pitch: 'Chercher « entretien » ou « budget », puis enregistrer une trame dans une collection.',
    look: { skin: 5, hair: 'braids', hairColor: '#17110f', top: '#e0a526' },
  },
  {
    key: 'maeva', firstName: 'Maëva', lastName: 'Tehuritaua', email: 'maeva.tehuritaua@val-aubriere.example',
    title: 'Agente d’accueil du CCAS', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'reception agent',
    public: true,
    about: prose(`Je suis la première personne que l’on voit en entrant. J’ai grandi à Raiatea, je vis dans le Val depuis neuf
      ans, et je connais par cœur le bruit de l’imprimante quand elle va se bloquer.`),
    pitch: 'Trouver en deux mots une fiche d’accueil et l’imprimer.',
    look: { skin: 3, hair: 'long', hairColor: '#20150f', flower: true, top: '#2e8a6d' },
  },
  {
    key: 'jean-baptiste', firstName: 'Jean-Baptiste', lastName: 'Torrigiani',
    email: 'jean-baptiste.torrigiani@val-aubriere.example',
    title: 'Instructeur des aides sociales', location: 'La Chapelle-Aubrière', department: '58', role: 'instructor',
    public: false,
    about: prose(`J’instruis les aides facultatives et les dossiers d’aide sociale légale. J’aime les formulaires courts et les
      pièces lisibles.`),
    pitch: 'Lire le commun avec un profil privé : son nom n’apparaît pas sur les ressources qu’il écrit.',
    look: { skin: 1, hair: 'short', hairColor: '#3a2b22', glasses: true, top: '#4a5568' },
  },
  {
    key: 'gwenaelle', firstName: 'Gwenaëlle', lastName: 'Le Drévo', email: 'gwenaelle.le-drevo@val-aubriere.example',
    title: 'Référente de parcours d’insertion', location: 'Les Essarges', department: '58', role: 'referent', public: true,
    about: prose(`J’accompagne une soixantaine de personnes vers l’emploi, le logement ou simplement vers la suite. Je travaille
      entre le CCAS et le réseau des Passeurs, souvent dans ma voiture.`),
    pitch: 'Modérer : lire une publication mise en attente et un signalement dans « Gérer ». Appartenir à deux bases à la fois.',
    look: { skin: 0, hair: 'bob', hairColor: '#b0532a', top: '#3c5a8c' },
  },
  {
    key: 'mamadou', firstName: 'Mamadou', lastName: 'Diakhaté-Perrin', email: 'mamadou.diakhate-perrin@val-aubriere.example',
    title: 'Maître de conférences en géographie', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'teacher',
    public: true,
    about: prose(`J’enseigne la géographie des services publics et l’analyse de données à l’université du Val d’Aubrière. Je
      publie mes séances avec leurs ratés, c’est souvent la partie la plus lue.`),
    pitch: 'Publier une séance et inviter un collègue à y contribuer.',
    look: { skin: 5, hair: 'short', hairColor: '#14100f', beard: true, glasses: true, top: '#8a4b2d' },
  },
  {
    key: 'solene', firstName: 'Solène', lastName: 'Quintreau', email: 'solene.quintreau@val-aubriere.example',
    title: 'Professeure de lettres et de sciences numériques au lycée', location: 'Montauvert-le-Haut', department: '58',
    role: 'teacher', public: true,
    about: prose(`Professeure au lycée des Trois-Rives, référente numérique et, un samedi par mois, bénévole à l’atelier des
      Passeurs. Je crois beaucoup aux ciseaux, à la colle et aux débats bien préparés.`),
    pitch: 'Préparer un atelier dans la base de travail privée, invisible du public, avant de le proposer à tous.',
    look: { skin: 0, hair: 'long', hairColor: '#caa15c', top: '#b8475a' },
  },
  {
    key: 'beatrice', firstName: 'Béatrice', lastName: 'Lacombrade', email: 'beatrice.lacombrade@val-aubriere.example',
    title: 'Responsable de la licence professionnelle Médiation et territoires', location: 'Saint-Brévin-sur-Aubre',
    department: '58', role: 'programme manager', public: true,
    about: prose(`Je construis des formations avec ceux qui emploieront nos étudiants. Passionnée de référentiels de compétences
      lisibles, ce qui existe, je vous assure.`),
    pitch: 'Administrer la base de l’université : la présenter, choisir qui y écrit.',
    look: { skin: 1, hair: 'bob', hairColor: '#9a9a9c', glasses: true, top: '#2f7a86' },
  },
  {
    key: 'karim', firstName: 'Karim', lastName: 'Benslatni', email: 'karim.benslatni@val-aubriere.example',
    title: 'Gestionnaire de scolarité', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'pedagogical administrator',
    public: true,
    about: prose(`Inscriptions, conventions, emplois du temps : je suis celui qu’on appelle quand une case reste rouge. Je
      transforme les questions que je reçois trois fois en notices.`),
    pitch: 'Mettre à jour une notice publiée sans rien montrer du brouillon, puis la publier à nouveau : sa date et son histoire restent.',
    look: { skin: 2, hair: 'short', hairColor: '#231a15', top: '#586aa3' },
  },
  {
    key: 'lilou', firstName: 'Lilou', lastName: 'Marchandeau', email: 'lilou.marchandeau@val-aubriere.example',
    title: 'Lycéenne en terminale', location: 'Montauvert-le-Haut', department: '58', role: 'student', public: true,
    about: prose(`En terminale au lycée des Trois-Rives. Je prépare le grand oral et je tiens le club de jeux de société du
      jeudi.`),
    pitch: 'Découvrir le commun avec un compte presque neuf : chercher, enregistrer une ressource, ouvrir ses favoris.',
    look: { skin: 1, hair: 'bun', hairColor: '#5a3825', top: '#e27d60' },
  },
  {
    key: 'yanis', firstName: 'Yanis', lastName: 'Oukaci', email: 'yanis.oukaci@val-aubriere.example',
    title: 'Étudiant en deuxième année de licence d’informatique', location: 'Port-Aubrain', department: '58', role: 'student',
    public: true,
    about: prose(`Licence d’informatique le jour, bénévole à l’atelier de réemploi le mercredi soir. J’installe des systèmes
      libres sur des machines que l’on croyait bonnes pour la benne.`),
    pitch: 'Écrire un tutoriel pas à pas avec des images, dans la base de l’atelier de réemploi.',
    look: { skin: 2, hair: 'afro', hairColor: '#1d1613', top: '#4b8b3b' },
  },
  {
    key: 'thi-lan', firstName: 'Thi-Lan', lastName: 'Duvergne', email: 'thi-lan.duvergne@val-aubriere.example',
    title: 'Étudiante en master 2 Ingénierie pédagogique', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'student',
    public: true,
    about: prose(`En alternance au service pédagogique de l’université. Mon mémoire porte sur les traces que laissent les
      étudiants quand ils apprennent, et sur celles qu’il vaut mieux ne pas garder.`),
    pitch: 'Contribuer aux ressources de l’université sans administrer la base, et assembler une collection pour son mémoire.',
    look: { skin: 1, hair: 'long', hairColor: '#191414', glasses: true, top: '#6a4c93' },
  },
  {
    key: 'marcel', firstName: 'Marcel', lastName: 'Houdebray', email: 'marcel.houdebray@val-aubriere.example',
    title: 'Retraité de la menuiserie', location: 'Les Essarges', department: '58', role: 'citizen', public: true,
    about: prose(`Soixante-quatorze ans, quarante et un ans d’établi, trois ans d’ordinateur. Je vais à l’atelier du mardi et
      j’écris pour ceux qui n’osent pas encore.`),
    pitch: 'Lire en grand ou en sombre, et retrouver ce qu’on avait enregistré.',
    look: { skin: 0, hair: 'bald', hairColor: '#cbc4b6', beard: true, glasses: true, top: '#446d92' },
  },
  {
    key: 'svitlana', firstName: 'Svitlana', lastName: 'Koroliv', email: 'svitlana.koroliv@val-aubriere.example',
    title: 'Comptable, apprend le français', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'citizen', public: true,
    about: prose(`Arrivée dans le Val avec mes deux enfants. Comptable de métier, j’apprends le français et j’aide les nouvelles
      familles à lire les sites de l’administration.`),
    pitch: 'Chercher sans les accents (« demarche », « titre de sejour ») et obtenir les mêmes résultats.',
    look: { skin: 0, hair: 'braids', hairColor: '#d8b26a', top: '#3f7cac' },
  },
  {
    key: 'odile', firstName: 'Odile', lastName: 'Rakotobe', email: 'odile.rakotobe@val-aubriere.example',
    title: 'En reconversion vers le secrétariat médical', location: 'Courvaudel', department: '58', role: 'citizen',
    public: false,
    about: prose(`Après vingt ans dans la restauration, je repars en formation. Je garde ici les pages qui m’ont aidée à
      préparer mon dossier.`),
    pitch: 'Tenir des collections privées que personne d’autre ne voit, et n’en rendre publique qu’une seule.',
    look: { skin: 4, hair: 'curly', hairColor: '#2a1c17', top: '#a8577e' },
  },
  {
    key: 'murielle', firstName: 'Murielle', lastName: 'Anatolin', email: 'murielle.anatolin@val-aubriere.example',
    title: 'Agente de l’état civil', location: 'Saint-Brévin-sur-Aubre', department: '58', role: 'town-hall agent', public: true,
    about: prose(`Guichet des titres et de l’état civil à la mairie. Née à Marie-Galante, installée dans le Val par amour des
      rivières. Je rédige les notices que j’aurais aimé trouver à mon arrivée.`),
    pitch: 'Publier une notice de la mairie dans la base des Passeurs, puis la mettre en forme à plusieurs.',
    look: { skin: 5, hair: 'afro', hairColor: '#2a1e1a', glasses: true, top: '#c8553d' },
  },
  {
    key: 'camille', firstName: 'Camille', lastName: 'Rostang', email: 'camille.rostang@val-aubriere.example',
    title: 'Administration de la plateforme', location: 'Saint-Brévin-sur-Aubre', role: 'platform administrator', public: false,
    about: prose(`Je veille sur la plateforme du Val : signalements, modération, comptes et réglages.`),
    pitch: 'Voir ce que voit une personne qui n’appartient à aucune base, avant que l’administration n’arrive.',
    look: { skin: 1, hair: 'short', hairColor: '#7c4a2a', top: '#5b5f97' },
  },
] as const satisfies readonly PersonShape[]

export type PersonKey = typeof people[number]['key']
export type Person = PersonShape & { key: PersonKey }
