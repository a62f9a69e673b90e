import type { BaseKey } from './bases.ts'
import type { PersonKey } from './people.ts'

/** The resources that each person saved, the latest first. */
export const saves: Partial<Record<PersonKey, string[]>> = {
  'nadia': ['cafe-des-parents', 'grille-diagnostic', 'facile-a-lire', 'sobriete', 'reperer-illettrisme', 'capsule-video'],
  'joaquim': ['trajet-car-train', 'fiche-etabli', 'reperer-illettrisme', 'debuter-a-71-ans', 'equivalents-libres'],
  'stephane': ['atelier-collectif', 'charte-deconnexion', 'ecoconception', 'collecte-materiel'],
  'dimitri': ['ou-dorment-les-donnees', 'compte-pirate', 'reunion-qui-decide'],
  'elodie': ['note-aux-elus', 'qui-fait-quoi', 'faire-pour-autrui', 'reunion-qui-decide', 'annuaire-lieux'],
  'aissatou': ['qui-fait-quoi', 'faire-pour-autrui', 'mon-espace-sante', 'franceconnect', 'lexique-en-images',
    'cafe-des-parents'],
  'maeva': ['annuaire-lieux', 'franceconnect', 'carte-identite', 'changer-adresse', 'facile-a-lire'],
  'jean-baptiste': ['franceconnect', 'budget-mensuel', 'charte-deconnexion'],
  'gwenaelle': ['cv-en-ligne', 'annuaire-lieux', 'actualisation-emploi', 'portfolio-licence', 'telephone-huit-gestes'],
  'mamadou': ['ia-charte', 'capteurs-riviere', 'contribuer-carte-libre', 'plagiat', 'sobriete'],
  'solene': ['ia-debranchee', 'hameconnage', 'programmer-sans-ecran', 'plagiat', 'jeux-video-pegi', 'verifier-image'],
  'beatrice': ['classe-inversee', 'autopositionnement', 'reunion-qui-decide', 'ia-debranchee'],
  'karim': ['charte-deconnexion', 'facile-a-lire', 'stage-convention', 'prendre-des-notes'],
  'lilou': ['grand-oral', 'capteurs-riviere', 'prendre-des-notes', 'verifier-image', 'ia-debranchee'],
  'yanis': ['installer-systeme-libre', 'portfolio-licence', 'ia-charte', 'stage-convention', 'sobriete'],
  'thi-lan': ['evaluer-competences', 'classe-inversee', 'capsule-video', 'donnees-personnelles'],
  'marcel': ['souris', 'regler-son-ecran', 'visio-famille', 'faux-conseiller', 'hameconnage', 'phrase-de-passe'],
  'svitlana': ['titre-de-sejour', 'lexique-en-images', 'changer-adresse', 'caf-actualiser', 'numeriser-au-telephone'],
  'odile': ['actualisation-emploi', 'cv-en-ligne', 'droits-demi-heure', 'micro-entreprise-outils', 'teleconsultation'],
  'murielle': ['faire-pour-autrui', 'annuaire-lieux', 'facile-a-lire', 'ia-debranchee'],
}

/** The collections that somebody else keeps at hand. */
export const savedCollections: Partial<Record<PersonKey, string[]>> = {
  aissatou: ['guichet', 'parcours-debutant'],
  joaquim: ['parcours-debutant', 'materiel'],
  solene: ['memoire-traces'],
  murielle: ['guichet', 'pour-les-elus'],
  marcel: ['parcours-debutant'],
}

export const follows: Partial<Record<PersonKey, { bases?: BaseKey[], people?: PersonKey[] }>> = {
  nadia: { bases: ['ccas', 'reemploi'], people: ['solene', 'aissatou'] },
  aissatou: { bases: ['passeurs'], people: ['nadia', 'gwenaelle'] },
  elodie: { bases: ['passeurs', 'reemploi'], people: ['stephane'] },
  mamadou: { bases: ['passeurs'], people: ['thi-lan', 'solene'] },
  solene: { bases: ['universite', 'reemploi'], people: ['nadia', 'mamadou'] },
  lilou: { bases: ['passeurs', 'reemploi'], people: ['solene', 'marcel'] },
  yanis: { bases: ['universite'], people: ['dimitri'] },
  marcel: { bases: ['passeurs'], people: ['joaquim'] },
  svitlana: { bases: ['ccas', 'passeurs'], people: ['gwenaelle'] },
  odile: { bases: ['ccas'], people: ['gwenaelle', 'marcel'] },
  murielle: { bases: ['ccas'], people: ['stephane'] },
  beatrice: { bases: ['passeurs'], people: ['mamadou'] },
}
