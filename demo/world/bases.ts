import type { LogoName } from './drawings/logo.ts'
import type { PersonKey } from './people.ts'
import { prose } from './prose.ts'

interface BaseShape {
  key: string
  title: string
  /** At most 280 characters. */
  excerpt: string
  /** Markdown. */
  description: string
  department?: string
  website?: string
  email?: string
  public: boolean
  administrators: PersonKey[]
  contributors: PersonKey[]
  logo: LogoName
}

export const bases = [
  {
    key: 'passeurs', title: 'Les Passeurs numériques du Val d’Aubrière', public: true, department: '58', logo: 'bridge',
    website: 'https://passeurs.val-aubriere.example', email: 'passeurs@val-aubriere.example',
    administrators: ['stephane', 'nadia'], contributors: ['joaquim', 'gwenaelle', 'murielle', 'solene'],
    excerpt: prose(`Le réseau de médiation numérique du Val : un bus, onze villages, trente permanences. Nous publions nos
      ateliers tels que nous les animons, durées et ratés compris.`),
    description: prose(`Les Passeurs réunissent six médiatrices et médiateurs, la médiathèque de Saint-Brévin-sur-Aubre, quatre
      mairies et une quinzaine de bénévoles. Chaque semaine, environ deux cents personnes poussent une de nos portes pour un
      courriel qui ne part pas, une déclaration à faire ou l’envie de comprendre.

      ## Ce que vous trouverez ici

      - Des **ateliers complets**, testés au moins trois fois avant d’être publiés.
      - Des **fiches à imprimer** en grands caractères, à laisser à la personne.
      - Des **jeux** que l’on peut découper, sans écran.

      ## Notre manière de faire

      Nous ne faisons pas à la place. Quand il le faut vraiment, nous le disons, nous expliquons pourquoi et nous gardons une
      trace de l’accord de la personne. Une erreur dans une fiche ? Laissez un commentaire : nous corrigeons dans la semaine.`),
  },
  {
    key: 'universite', title: 'L’Établi pédagogique — université du Val d’Aubrière', public: true, department: '58', logo: 'cap',
    website: 'https://etabli.univ-aubriere.example', email: 'etabli@univ-aubriere.example',
    administrators: ['beatrice', 'karim'], contributors: ['mamadou', 'thi-lan', 'solene'],
    excerpt: prose(`Le service d’appui pédagogique de l’université partage ses séances, ses grilles et ses méthodes, pour les
      enseignantes, les enseignants et leurs étudiants, du lycée au master.`),
    description: prose(`L’Établi est un atelier ouvert le mardi et le jeudi, bâtiment des Tanneurs, et une base de ressources
      ouverte tous les jours. Nous y déposons ce que les équipes ont réellement utilisé en cours : une grille qui a servi à
      corriger, un scénario qui a tenu deux heures, une notice que la scolarité distribue.

      ## Pour qui ?

      - Les **enseignants**, du lycée et du supérieur, qui cherchent un point de départ plutôt qu’une théorie.
      - Les **étudiants**, pour apprendre à apprendre et préparer un stage.
      - Les **responsables de formation**, pour écrire une approche par compétences que l’on comprend à la première lecture.

      Sauf mention contraire, vous pouvez adapter ces documents à votre discipline et les partager à votre tour.`),
  },
  {
    key: 'ccas', title: 'La mallette du CCAS de Saint-Brévin-sur-Aubre', public: true, department: '58', logo: 'hands',
    website: 'https://ccas.saint-brevin-sur-aubre.example', email: 'mallette@val-aubriere.example',
    administrators: ['elodie'], contributors: ['aissatou', 'maeva', 'jean-baptiste', 'gwenaelle'],
    excerpt: prose(`Trames d’entretien, grilles, affiches et repères juridiques du centre communal d’action sociale, pour
      accueillir et accompagner sans se perdre dans les écrans.`),
    description: prose(`Notre équipe reçoit près de trois mille personnes par an. Une demande sur deux passe désormais par un
      service en ligne, et l’accompagnement social s’en trouve changé : on parle mot de passe avant de parler logement.

      Cette mallette rassemble nos outils de travail, **relus par les agents d’accueil, les travailleuses sociales et les
      instructeurs**. Ils ne contiennent aucune donnée de personne accompagnée, et nous vous invitons à garder cette règle quand
      vous les adaptez.

      1. Accueillir et repérer.
      2. Écouter et noter juste ce qu’il faut.
      3. Ouvrir les droits, avec la personne.
      4. Passer le relais sans perdre personne.`),
  },
  {
    key: 'reemploi', title: 'Second Souffle, atelier de réemploi de Port-Aubrain', public: true, department: '58', logo: 'wrench',
    website: 'https://second-souffle.example', email: 'bonjour@second-souffle.example',
    administrators: ['dimitri'], contributors: ['joaquim', 'yanis', 'mamadou'],
    excerpt: prose(`Une association qui collecte, répare et redistribue du matériel informatique. Ici : nos fiches d’établi, nos
      guides d’achat et nos animations sur la sobriété numérique.`),
    description: prose(`Dans l’ancienne filature de Port-Aubrain, trois salariés et vingt bénévoles remettent en service plus de
      quatre cents ordinateurs par an. Les deux tiers partent chez des familles, des associations et des écoles du Val, avec un
      système libre et une garantie de six mois.

      Nos fiches sont **volontairement simples** : une photo par geste à l’atelier, une phrase par étape ici. Reprenez-les,
      traduisez-les, affichez-les au-dessus de votre établi.

      > Réparer n’est pas une compétence rare. C’est une habitude que l’on a perdue.`),
  },
  {
    key: 'fabrique', title: 'La Fabrique des ateliers (base de travail)', public: false, department: '58', logo: 'flask',
    email: 'fabrique@val-aubriere.example',
    administrators: ['nadia'], contributors: ['aissatou', 'solene', 'joaquim', 'thi-lan'],
    excerpt: prose(`Base de travail privée : nous y essayons nos ateliers avant de les publier, avec nos notes, nos doutes et
      nos versions numéro trois.`),
    description: prose(`Espace réservé aux membres. On y dépose ce qui n’est **pas encore prêt** : une trame à relire, un retour
      d’essai, un jeu dont les règles ne tiennent pas.

      Deux règles : une ressource reste ici deux mois au plus, puis elle est publiée ailleurs ou supprimée ; et personne ne
      critique une version sans proposer la suivante.`),
  },
] as const satisfies readonly BaseShape[]

export type BaseKey = typeof bases[number]['key']
export type Base = BaseShape & { key: BaseKey }
