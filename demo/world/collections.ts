import type { BaseKey } from './bases.ts'
import type { PersonKey } from './people.ts'

export interface Collection {
  key: string
  owner: { person: PersonKey } | { base: BaseKey }
  title: string
  description: string
  public: boolean
  /** In this order. */
  resources: string[]
}

export const collections: Collection[] = [
  {
    key: 'parcours-debutant', owner: { base: 'passeurs' }, public: true, title: 'Le parcours du grand débutant',
    description: 'Huit séances dans l’ordre où nous les proposons aux Essarges, de la souris à la première visioconférence.',
    resources: ['souris', 'clavier', 'lire-une-adresse', 'adresse-email', 'phrase-de-passe', 'hameconnage', 'ranger-documents',
      'visio-famille'],
  },
  {
    key: 'guichet', owner: { base: 'ccas' }, public: true, title: 'Prendre son poste à l’accueil : la première semaine',
    description: 'Ce que Maëva fait lire aux nouveaux collègues, une ressource par jour et une pour le vendredi après-midi.',
    resources: ['premier-accueil', 'confidentialite-guichet', 'grille-diagnostic', 'qui-fait-quoi', 'numeriser-au-telephone',
      'facile-a-lire'],
  },
  {
    key: 'materiel', owner: { base: 'reemploi' }, public: true, title: 'Du don à la remise : la vie d’un ordinateur sauvé',
    description: 'La chaîne complète de l’atelier, pour monter le même chez vous.',
    resources: ['collecte-materiel', 'fiche-etabli', 'installer-systeme-libre', 'equivalents-libres', 'choisir-reconditionne'],
  },
  {
    key: 'memoire-traces', owner: { person: 'thi-lan' }, public: true,
    title: 'Traces d’apprentissage : lectures pour mon mémoire',
    description: 'Ce que l’on garde des étudiants, ce qu’ils en font, et ce qu’il vaudrait mieux ne pas collecter.',
    resources: ['portfolio-licence', 'evaluer-competences', 'donnees-personnelles', 'autopositionnement', 'ia-charte', 'cookies'],
  },
  {
    key: 'pour-les-elus', owner: { person: 'stephane' }, public: true, title: 'À glisser dans le cartable d’un élu',
    description: 'Cinq ressources courtes pour préparer un conseil municipal où l’on parle enfin des gens.',
    resources: ['note-aux-elus', 'carte-permanences', 'collecte-materiel', 'ecoconception', 'reunion-qui-decide'],
  },
  {
    key: 'mon-nouveau-depart', owner: { person: 'odile' }, public: false, title: 'Mon nouveau départ',
    description: 'Ce qui m’aide en ce moment. Rien que pour moi.',
    resources: ['actualisation-emploi', 'cv-en-ligne', 'relances-candidatures', 'budget-mensuel', 'trajet-car-train',
      'prendre-des-notes'],
  },
]
