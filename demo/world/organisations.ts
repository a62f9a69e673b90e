import type { SeedOrganisation } from '#modules/organisations/seed.ts'

/** Numbers whose keys hold and that nobody has: no SIREN begins with 9995, no establishment is the 9901st. */
export const organisations: SeedOrganisation[] = [
  {
    key: 'universite', kind: 'establishment', name: 'Université du Val d’Aubrière', siret: '99958101000017', uai: '0589901X',
    groups: [
      { key: 'licence-pro', kind: 'programme', name: 'Licence professionnelle Médiation et territoires', code: 'LP-MET' },
      { key: 'lp-2026', kind: 'cohort', name: 'LP Médiation, promotion de l’année', code: 'LP-MET-A', within: 'licence-pro' },
      { key: 'informatique', kind: 'programme', name: 'Licence d’informatique', code: 'L-INFO' },
      { key: 'l2-info', kind: 'cohort', name: 'L2 Informatique', code: 'L2-INFO', within: 'informatique' },
      { key: 'l2-info-b', kind: 'class', name: 'L2 Informatique, groupe B', code: 'L2-INFO-B', within: 'l2-info' },
      { key: 'master', kind: 'programme', name: 'Master Ingénierie pédagogique', code: 'M-IP' },
      { key: 'm2-ip', kind: 'cohort', name: 'M2 Ingénierie pédagogique', code: 'M2-IP', within: 'master' },
    ],
    members: [
      { person: 'mamadou', role: 'structure-manager', daysAgo: 380 },
        { person: 'mamadou', role: 'teacher', group: 'l2-info', daysAgo: 380 },
      { person: 'mamadou', role: 'teacher', group: 'm2-ip', daysAgo: 80 },
        { person: 'karim', role: 'pedagogical-administrator', daysAgo: 380 },
      { person: 'beatrice', role: 'programme-manager', group: 'licence-pro', daysAgo: 380 },
        { person: 'beatrice', role: 'teacher', group: 'm2-ip', daysAgo: 80 },
      { person: 'yanis', role: 'student', group: 'l2-info-b', daysAgo: 75, until: 290 },
        { person: 'thi-lan', role: 'student', group: 'm2-ip', daysAgo: 75, until: 290 },
      { person: 'odile', role: 'student', group: 'lp-2026', daysAgo: 75, until: 290 },
      { person: 'gwenaelle', role: 'teacher', group: 'lp-2026', daysAgo: 60, until: 30 },
    ],
    invitations: [
      { by: 'beatrice', email: 'anselme.kouyatte@courriel.example', role: 'student', group: 'lp-2026',
        message: 'Bienvenue dans la promotion : votre dossier est accepté.' },
      { by: 'karim', email: 'irene.falcoz@courriel.example', role: 'teacher', group: 'l2-info',
        message: 'Pour vos travaux dirigés du second semestre.' },
    ],
  },
  {
    key: 'lycee', kind: 'establishment', name: 'Lycée Simone-Auberval de Montauvert-le-Haut', siret: '99958102800019', uai: '0589902Y',
      acceptsRequests: true,
    welcome: 'Pour les élèves, les familles et l’équipe du lycée. Indiquez la classe concernée.',
    groups: [
      { key: 'terminale', kind: 'class', name: 'Terminale générale 2', code: 'TG2' },
        { key: 'seconde', kind: 'class', name: 'Seconde 4', code: '2DE4' },
      { key: 'numerique', kind: 'team', name: 'Équipe numérique' },
    ],
    members: [
      { person: 'solene', role: 'structure-manager', daysAgo: 380 }, { person: 'solene', role: 'teacher', group: 'terminale', daysAgo: 80 },
      { person: 'solene', role: 'teacher', group: 'seconde', daysAgo: 80 },
        { person: 'lilou', role: 'student', group: 'terminale', daysAgo: 75, until: 230 },
    ],
    requests: [{ person: 'svitlana', message: 'Mon fils arrive en seconde 4 lundi. Je voudrais suivre ses cours et ses messages.' }],
  },
  {
    key: 'mairie', kind: 'administration', name: 'Mairie de Saint-Brévin-sur-Aubre', siret: '99958103600012',
    groups: [{ key: 'etat-civil', kind: 'team', name: 'État civil' }],
    members: [
      { person: 'murielle', role: 'structure-manager', daysAgo: 380 },
        { person: 'murielle', role: 'reception-agent', group: 'etat-civil', daysAgo: 380 },
    ],
  },
  {
    key: 'ccas', kind: 'social-structure', name: 'CCAS de Saint-Brévin-sur-Aubre', siret: '99958104400016', parent: 'mairie',
    groups: [{ key: 'accueil', kind: 'team', name: 'Accueil' }, { key: 'insertion', kind: 'team', name: 'Insertion et logement' }],
    members: [
      { person: 'elodie', role: 'structure-manager', daysAgo: 380 }, { person: 'aissatou', role: 'social-worker', daysAgo: 380 },
      { person: 'jean-baptiste', role: 'instructor', daysAgo: 300 }, { person: 'maeva', role: 'reception-agent', group: 'accueil',
        daysAgo: 380 },
      { person: 'gwenaelle', role: 'referent', group: 'insertion', daysAgo: 200 },
    ],
    invitations: [{ by: 'elodie', email: 'noemie.saint-laurent@courriel.example', role: 'social-worker',
      message: 'Pour le remplacement de février.' }],
  },
  {
    key: 'passeurs', kind: 'mediation-structure', name: 'Les Passeurs numériques du Val d’Aubrière', siret: '99958105100011',
      acceptsRequests: true,
    welcome: 'Pour les médiatrices, les médiateurs et les bénévoles du Val. Dites où et quand vous pouvez tenir une permanence.',
    groups: [{ key: 'bus', kind: 'team', name: 'Bus du vendredi' }, { key: 'samedi', kind: 'team', name: 'Permanences du samedi' }],
    members: [
      { person: 'stephane', role: 'structure-manager', daysAgo: 380 }, { person: 'nadia', role: 'mediator', daysAgo: 380 },
      { person: 'joaquim', role: 'mediator', daysAgo: 380 }, { person: 'joaquim', role: 'mediator', group: 'bus', daysAgo: 380 },
      { person: 'nadia', role: 'mediator', group: 'bus', daysAgo: 200 }, { person: 'dimitri', role: 'mediator', daysAgo: 250 },
      { person: 'solene', role: 'mediator', group: 'samedi', daysAgo: 120 }, { person: 'gwenaelle', role: 'referent', daysAgo: 200 },
    ],
    requests: [{ person: 'marcel',
      message: 'Je peux tenir la permanence des Essarges le mardi matin : j’y ai appris, à mon tour d’aider.' }],
  },
]
