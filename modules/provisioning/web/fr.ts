const people = (count: number) => count === 1 ? '1 personne' : `${count.toLocaleString('fr-FR')} personnes`
const rows = (count: number) => count === 1 ? '1 ligne' : `${count.toLocaleString('fr-FR')} lignes`

const fields = {
  eppn: 'Identifiant eduPersonPrincipalName', externalId: 'Identifiant externe', studentId: 'Numéro étudiant', employeeId: 'Matricule',
  username: 'Nom de connexion', email: 'Adresse électronique', lastName: 'Nom', firstName: 'Prénom', role: 'Rôle', group: 'Groupe', status: 'Statut',
  validFrom: 'Date de début', validTo: 'Date de fin', ignore: 'Ne pas reprendre', identifier: 'Identifiant ou adresse',
} as Record<string, string>

const issues: Record<string, string> = {
  required: 'manque', 'too-long': 'est trop long', email: 'n’est pas une adresse électronique', date: 'n’est pas une date connue (exemple : 01/09/2026)',
  role: 'n’est pas un rôle connu', 'role-not-yours': 'est un rôle que vous ne pouvez pas donner', identifier: 'manque : il faut un identifiant ou une adresse',
  dates: 'est avant la date de début', place: 'ne convient pas à ce rôle', duplicate: 'est déjà dans la liste', conflict: 'désigne plusieurs personnes différentes',
  'organisations.last-administrator': 'ne peut pas changer : ce serait la dernière personne responsable', 'organisations.role-misplaced': 'ne convient pas à ce rôle',
  'organisations.dates-reversed': 'est avant la date de début',
}

/** Sentences of the pages. */
export const fr = {
  people, rows, fields,
  menu: 'Importer des personnes',
  nobody: 'Personne sans nom',
  issue: (field: string | null, code: string | null) => `${fields[field ?? ''] ?? 'Ligne'} : ${issues[code ?? ''] ?? 'ne peut pas être repris'}.`,
  roles: {
    student: 'Étudiant, élève', teacher: 'Enseignant', 'programme-manager': 'Responsable de formation', 'pedagogical-administrator': 'Administration pédagogique',
    'structure-manager': 'Direction de la structure', 'social-worker': 'Travail social', instructor: 'Instruction', 'reception-agent': 'Accueil',
    referent: 'Référent', mediator: 'Médiation numérique', member: 'Membre',
  } as Record<string, string>,
  groupKinds: { class: 'Des classes', cohort: 'Des promotions', programme: 'Des formations', team: 'Des équipes' },
  modes: { add: 'Ajouter et mettre à jour', synchronise: 'Synchroniser' } as Record<string, string>,
  encodings: {
    'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 (petit-boutiste)', 'utf-16be': 'UTF-16 (gros-boutiste)', 'windows-1252': 'Windows-1252', 'iso-8859-15': 'ISO-8859-15',
  },
  separators: { ';': 'Point-virgule', ',': 'Virgule', '\t': 'Tabulation', '|': 'Barre verticale' },
  formats: { mahara: 'Mahara', avenirs: 'Avenirs', supann: 'SupAnn', oneroster: 'OneRoster', own: 'Liste simple' } as Record<string, string>,
  states: {
    reading: 'Lecture en cours', unreadable: 'À corriger', ready: 'À vérifier', applying: 'En cours', done: 'Terminé', undoing: 'Annulation en cours',
    undone: 'Annulé', abandoned: 'Abandonné',
  } as Record<string, string>,
  verdicts: { create: 'À créer', same: 'Déjà là, sans changement', change: 'À modifier', propose: 'À qui proposer', leave: 'Départs signalés', invalid: 'En quarantaine' } as Record<string, string>,
  outcomes: { created: 'Créées', existing: 'Déjà là', changed: 'Modifiées', proposed: 'Proposées', left: 'Parties', failed: 'En échec' } as Record<string, string>,
  reasons: {
    quote: 'Un guillemet n’est jamais refermé.', json: 'Ce fichier JSON est mal formé.', empty: 'Ce fichier ne contient personne sous sa ligne de titres.',
    mapping: 'Il faut une colonne pour le nom, une pour le prénom, et une pour un identifiant ou une adresse.',
  } as Record<string, string>,
  places: {
    title: 'Importer des personnes', lead: 'Choisissez l’organisation où faire entrer les personnes de votre liste.',
    empty: 'Vous n’êtes responsable d’aucune organisation.', organisation: 'Organisation',
  },
  imports: {
    title: (name: string) => `Imports : ${name}`, crumb: 'Importer des personnes',
    lead: 'Envoyez une liste de personnes : vous verrez ce qu’elle changerait avant de décider.',
    start: 'Nouvel import', file: 'Votre liste', formats: 'CSV ou JSON : Mahara, Avenirs, SupAnn, OneRoster, ou une liste simple avec une ligne de titres.',
    role: 'Rôle des personnes', roleHint: 'Pour les lignes qui n’en donnent pas.', groupKind: 'Les groupes de la liste sont', mode: 'Que faire de la liste ?',
    modeHint: 'Synchroniser fait aussi partir les personnes venues d’imports précédents et absentes de la liste.',
    send: 'Envoyer la liste', history: 'Imports précédents', empty: 'Aucun import pour le moment.', next: 'Imports plus anciens',
    columns: { file: 'Liste', state: 'État', rows: 'Lignes', by: 'Par', at: 'Le' }, forGroup: 'Tout le monde entrera dans le groupe choisi.',
  },
  import: {
    working: { reading: 'Lecture de la liste', applying: 'Import en cours', undoing: 'Annulation en cours' } as Record<string, string>,
    workingMore: 'Vous pouvez quitter cette page : le travail continue. Elle se met à jour toute seule.',
    progress: (done: number, all: number) => `${done.toLocaleString('fr-FR')} sur ${all.toLocaleString('fr-FR')}`,
    reading: 'Comment la liste est lue', readingLead: 'Corrigez si les accents ou les colonnes ne sont pas les bons.',
    encoding: 'Encodage', separator: 'Séparateur', doubt: 'Nous ne sommes pas sûrs de l’encodage : vérifiez les accents ci-dessous.',
    format: (name: string) => `Format reconnu : ${name}.`, columns: { heading: 'Colonne', examples: 'Exemples', field: 'Contient' },
    fieldOf: (heading: string) => `Ce que contient la colonne ${heading}`, readAgain: 'Relire la liste',
    unreadable: 'Cette liste ne peut pas être lue', line: (line: number) => `Ligne ${line}.`,
    difference: 'Ce que l’import ferait', result: 'Ce que l’import a fait', differenceLead: 'Rien n’est encore changé.',
    departures: (count: number) => `${people(count)} ${count === 1 ? 'perdrait sa place' : 'perdraient leur place'}`,
    departed: (count: number) => `${people(count)} ${count === 1 ? 'a perdu sa place' : 'ont perdu leur place'}`,
    andMore: 'et d’autres',
    massive: 'C’est plus de 10 % des personnes venues d’imports précédents.',
    typeNumber: (count: number) => `Pour confirmer, écrivez le nombre de départs : ${count}`,
    decide: 'Décider', decideLead: 'Vous pourrez annuler tout l’import pendant 90 jours.', confirm: 'Lancer l’import', abandon: 'Abandonner', abandonTitle: 'Abandonner cet import ?', abandonWhat: 'La liste sera effacée. Personne n’est changé.',
    undo: 'Annuler tout l’import', undoTitle: 'Annuler tout l’import ?',
    undoWhat: 'Les places données par cet import prendront fin, les personnes parties retrouveront la leur, et les personnes qu’il a créées et qui ne sont jamais venues seront effacées.',
    report: 'Télécharger le rapport', showRows: 'Voir', quarantine: 'Lignes en quarantaine', quarantineLead: 'Elles ne changent rien tant qu’elles ne sont pas corrigées.',
    lines: 'Lignes', rowColumns: { line: 'Ligne', who: 'Personne', why: 'Raison', todo: 'Corriger' }, correct: 'Corriger', correctLine: (line: number) => `la ligne ${line}`, nextRows: 'Lignes suivantes', noRows: 'Aucune ligne de ce genre.',
    undone: 'Cet import a été annulé.', kept: 'L’annulation est possible pendant 90 jours.',
  },
  row: {
    title: (line: number) => `Corriger la ligne ${line}`, submit: 'Corriger et rejouer', back: 'Revenir à l’import',
  },
  proposals: {
    title: 'Propositions d’organisations', lead: 'Ces organisations ont votre adresse dans une liste. Vous décidez si vous y entrez.',
    empty: 'Aucune organisation ne vous attend.', accept: 'Accepter', refuse: 'Refuser', as: (role: string, groups: string[]) => groups.length ? `${role}, ${groups.join(', ')}` : role,
  },
  report: { line: 'Ligne', state: 'Résultat', reason: 'Raison', waiting: 'En attente', quarantined: 'En quarantaine' },
  refusals: {
    'provisioning.too-large': 'Cette liste est trop lourde : 50 Mo au plus. Coupez-la en plusieurs.',
    'provisioning.empty': 'Ce fichier est vide. Choisissez-en un autre.',
    'provisioning.source-unknown': 'Cette liste n’est plus là. Envoyez-la de nouveau.',
    'provisioning.role-not-yours': 'Vous ne pouvez pas donner ce rôle. Choisissez-en un autre.',
    'provisioning.not-ready': 'Cet import a avancé entre-temps. Regardez où il en est.',
    'provisioning.not-done': 'Seul un import terminé peut être annulé.',
    'provisioning.too-late': 'Cet import date de plus de 90 jours : il ne peut plus être annulé.',
    'provisioning.another-at-work': 'Un autre import de cette organisation est en cours. Attendez qu’il se termine.',
    'provisioning.departures-unconfirmed': 'Beaucoup de personnes perdraient leur place. Écrivez leur nombre exact pour confirmer.',
    'provisioning.mapping-missing': 'Il manque une colonne : il faut le nom, le prénom, et un identifiant ou une adresse.',
    'provisioning.mapping-twice': 'Deux colonnes disent la même chose. Gardez-en une seule.',
    'provisioning.row-settled': 'Cette ligne n’a plus besoin d’être corrigée.',
    ...Object.fromEntries(Object.entries(issues).filter(([code]) => !code.includes('.')).map(([code, words]) => [`provisioning.row-${code}`, `Une valeur ${words}.`])),
  } as Record<string, string>,
  done: {
    startImport: 'Votre liste est reçue. Nous la lisons.', correctReading: 'La liste est relue.', confirmImport: 'L’import est lancé.',
    correctRow: 'La ligne est corrigée.', abandonImport: 'L’import est abandonné.', undoImport: 'L’annulation est lancée.',
    acceptProposal: 'Vous entrez dans l’organisation.', refuseProposal: 'La proposition est refusée.',
  } as Record<string, string>,
}
