const count = (n: number, one: string, many: string) => `${n.toLocaleString('fr-FR')} ${n < 2 ? one : many}`
const resources = (n: number) => count(n, 'ressource', 'ressources')

/** A base in one archive, taken away and brought in. */
export const fr = {
  refusals: {
    'bases.package-broken': 'Ce fichier n’est pas l’archive d’une base, ou il est abîmé. Téléchargez-la de nouveau depuis la base d’origine.',
    'bases.package-manifest': 'La description de cette archive n’est pas valable. Téléchargez l’archive de nouveau depuis la base d’origine.',
    'bases.package-name': 'Cette archive contient un fichier qu’une archive de base ne contient pas. Retirez-le, puis recommencez.',
    'bases.import-not-ready': 'Cet import a changé d’état entre-temps. Voici où il en est.',
    'bases.package-too-large': 'Cette archive est trop lourde. Elle peut peser 50 Mo, et 250 Mo une fois ouverte.',
  },
  bring: {
    family: 'Bases et ressources', label: 'L’import d’une base est terminé',
    told: (title: string, n: number) => n === 0 ? `L’import de « ${title} » est terminé : tout y était déjà`
      : `L’import de « ${title} » est terminé : ${n < 2 ? `${resources(n)} est arrivée` : `${resources(n)} sont arrivées`}`,
    toldFailed: (title: string) => `L’import de « ${title} » s’est arrêté`,
    link: 'Importer une base', here: 'Importer une archive dans cette base', title: 'Importer une base',
    lead: 'L’archive d’une base, téléchargée ici ou sur un autre Sillage, revient avec ses ressources, ses brouillons, ses collections et ses fichiers.',
    file: 'Archive de la base', formats: 'Archive ZIP', hint: '50 Mo au plus.', place: 'Où l’importer', newBase: 'Dans une nouvelle base',
    placeHint: 'Ce qui est déjà dans la base choisie reste tel quel : on peut importer deux fois la même archive.',
    submit: 'Lire l’archive', next: 'Rien n’est importé tout de suite : vous verrez d’abord ce que contient l’archive.',
    history: 'Vos imports', historyTable: 'Imports de bases', none: 'Vous n’avez rien importé ces trois derniers mois.',
    columns: { file: 'Archive', state: 'État', at: 'Envoyée' },
    states: {
      reading: 'En cours de lecture', ready: 'À confirmer', unreadable: 'Illisible', bringing: 'En cours', done: 'Terminé',
        failed: 'Arrêté',
    } as Record<string, string>,
    unnamed: 'Archive sans nom',
    reading: 'Nous lisons l’archive', bringing: 'L’import est en cours', progress: (done: number,
      all: number) => `${done} sur ${resources(all)}`,
    leave: 'Vous pouvez quitter cette page : une notification vous dira quand c’est terminé.', again: 'Voir où il en est',
    unreadable: 'Cette archive ne peut pas être importée', failed: 'L’import s’est arrêté',
    failedMore: 'Ce qui est déjà arrivé reste en place. Vous pouvez reprendre : rien ne viendra deux fois.',
    reasons: {
      'not-found': 'La base n’existe plus, ou vous n’y avez plus accès.', forbidden: 'Vous n’administrez plus cette base.',
      'bases.base-gone': 'La base a été supprimée.', 'bases.no-file': 'Le fichier n’est plus là. Envoyez-le de nouveau.',
    } as Record<string, string>,
    would: 'Ce que contient l’archive', did: 'Ce qui a été importé', into: 'Base',
      isNew: (title: string) => `« ${title} », une nouvelle base`,
    counts: {
      new: 'Nouvelles ressources', known: 'Déjà dans la base', published: 'Publiées', drafts: 'Brouillons',
        rejected: 'Impossibles à importer',
      collections: 'Collections', files: 'Fichiers',
    },
    files: (n: number, bytes: number) => n === 0 ? 'Aucun' : `${n.toLocaleString('fr-FR')} (${(bytes / 1_000_000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })} Mo)`,
    lines: 'Ressources de l’archive', lineColumns: { title: 'Titre', what: 'Ce qu’elle deviendra', did: 'Ce qu’elle est devenue' },
    line: { known: 'Déjà dans la base : elle reste telle quelle', published: 'Publiée', draft: 'Brouillon' } as Record<string, string>,
    draftFor: (why: string) => `Brouillon. ${why}`,
    rejected: 'Ressources qui ne peuvent pas venir', rejectedColumns: { title: 'Ressource', why: 'Pourquoi' },
    codes: {
      missing: 'Son texte n’est pas dans l’archive.', altered: 'Un de ses fichiers manque, ou n’est pas celui d’origine.',
      invalid: 'Elle dépasse une limite, ou son texte a été abîmé.',
    } as Record<string, string>,
    where: (place: string) => `Endroit : ${place}.`,
    decide: 'Importer ?', decideNew: 'Une base sera créée. Vous l’administrerez, et les ressources porteront votre nom.',
    decideInto: (title: string) => `Les nouvelles ressources rejoindront « ${title} », sous votre nom.`,
    confirm: 'Importer', resume: 'Reprendre l’import', abandon: 'Abandonner', forget: 'Retirer de la liste',
      nothing: 'Tout ce que contient cette archive est déjà dans la base.',
    see: (title: string) => `Voir la base « ${title} »`, seeDrafts: 'Voir mes brouillons',
  },
  take: {
    title: 'Emporter cette base',
    lead: 'Une archive contient les ressources, les brouillons, les collections et les fichiers, pour les garder ou les installer ailleurs. '
      + 'Les membres et les avis n’y sont pas.',
    link: 'Télécharger la base (archive ZIP)',
  },
  done: {
    importResources: 'Les ressources sont dans la base.', confirmPackageImport: 'L’import commence.',
      abandonPackageImport: 'L’import est retiré de la liste.',
  },
}
