import type { Pool } from 'pg'
import { createEngine, type Engine } from '#kernel/operation/engine.ts'
import { portsOf, type Module } from '#kernel/operation/module.ts'
import { access } from '#modules/access/module.ts'
import { seedDirectory, seedLists, type SeedDirectory, type SeedList } from '#modules/provisioning/seed.ts'

/** As spreadsheets of French schools write: ISO-8859-1, semicolons, CRLF. */
const sheet = (...lines: string[]): Buffer => Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1')

const pupils = [
  'Amrani;Inès', 'Bachelet;Timéo', 'Benhamou;Sarah', 'Bouvard;Lucie', 'Camara;Ibrahima', 'Chastaing;Émile', 'Da Costa;Mathéo', 'Delaunoy;Jeanne',
  'El Kharraz;Yasmine', 'Fauvel;Gabin', 'Garrigou;Ambre', 'Hoarau;Loïc', 'Issartel;Rose', 'Jolivet;Maël', 'Kaczmarek;Anna', 'Lambinet;Noé',
  'Mbemba;Grâce', 'Nguyen Van;Kim-Anh', 'Ollivier;Baptiste', 'Pelletan;Zoé', 'Rahmouni;Ilyès', 'Salomé;Éloïse', 'Traoré;Aminata', 'Vasnier;Hugo',
]
const seconde: SeedList = {
  by: 'solene', organisation: 'lycee', name: 'Seconde 4 - rentrée.csv', role: 'student', doneDaysAgo: 76,
  bytes: sheet('INE;Nom;Prénom;Division', ...pupils.map((name, at) => `0740${String(311 + at * 7).padStart(6, '0')}${'ABCDEFGHJK'[at % 10]};${name};2DE4`)),
}

const L2 = 'numéro étudiant;nom;prénom;courriel;rôle;groupe'
const enrolled: SeedList = {
  by: 'karim', organisation: 'universite', name: 'inscrits-L2-info-novembre.csv', role: 'student',
  bytes: sheet(L2,
    '22604118;Abdallah;Nassim;nassim.abdallah@etu.univ-aubriere.example;étudiant;L2-INFO-B',
    '22604131;Barthélemy;Océane;oceane.barthelemy@etu.univ-aubriere.example;étudiante;L2-INFO-B',
    '22604140;Cissokho;Fatou;fatou.cissokho@etu.univ-aubriere.example;étudiante;L2-INFO-B',
    '22604152;Debruyne;Théo;theo.debruyne(at)etu.univ-aubriere.example;étudiant;L2-INFO-B',
    '22604167;Escoffier;Manon;manon.escoffier@etu.univ-aubriere.example;étudiante;L2-INFO-B',
    '22604173;;Jérémie;jeremie.f@etu.univ-aubriere.example;étudiant;L2-INFO-B',
    '22604188;Gourvennec;Nolwenn;nolwenn.gourvennec@etu.univ-aubriere.example;étudiante;L2-INFO-B',
    '22604195;Hadjadj;Samir;samir.hadjadj@etu.univ-aubriere.example;moniteur;L2-INFO-B',
    '22604202;Iturria;Xan;xan.iturria@etu.univ-aubriere.example;étudiant;L2-INFO-B',
    '22604202;Iturria;Xan;xan.iturria@etu.univ-aubriere.example;étudiant;L2-INFO-B',
    '22604219;Oukaci;Yanis;yanis.oukaci@val-aubriere.example;étudiant;L2-INFO-B',
    '22604226;Zerbib;Hannah;hannah.zerbib@etu.univ-aubriere.example;étudiante;L2-INFO-B'),
}

const staff: SeedDirectory = {
  organisation: 'universite',
  users: [
    { userName: 'claire.aubertin@univ-aubriere.example', givenName: 'Claire', familyName: 'Aubertin', role: 'teacher', title: 'Professeure des universités', group: 'Département d’informatique' },
    { userName: 'oumar.sylla@univ-aubriere.example', givenName: 'Oumar', familyName: 'Sylla', role: 'teacher', title: 'Maître de conférences', group: 'Département d’informatique' },
    { userName: 'lucie.tranchant@univ-aubriere.example', givenName: 'Lucie', familyName: 'Tranchant', role: 'teacher', title: 'Attachée temporaire', group: 'Département d’informatique' },
    { userName: 'henri.maupertuis@univ-aubriere.example', givenName: 'Henri', familyName: 'Maupertuis', role: 'teacher', title: 'Professeur agrégé', group: 'Département de géographie' },
    { userName: 'soraya.belkacem@univ-aubriere.example', givenName: 'Soraya', familyName: 'Belkacem', role: 'teacher', title: 'Maîtresse de conférences', group: 'Département de géographie' },
    { userName: 'pauline.roudier@univ-aubriere.example', givenName: 'Pauline', familyName: 'Roudier', role: 'member', title: 'Bibliothécaire' },
    { userName: 'joel.mariette@univ-aubriere.example', givenName: 'Joël', familyName: 'Mariette', role: 'member', title: 'Technicien audiovisuel' },
  ],
}

interface Given {
  engine: Engine; owner: Pool; modules: readonly Module[]; people: ReadonlyMap<string, string>; places: ReadonlyMap<string, string>; work: () => Promise<void>
}

/** The program by which the university's directory speaks, as the platform's administrator opened it. Nobody has its secret. */
const programOf = async ({ owner, modules, people, places }: Given): Promise<string> => {
  const now = new Date().toISOString()
  const actor = {
    id: people.get('camille')!, grants: [{ scope: 'platform', id: '', role: 'administrator' }], timeZone: 'Europe/Paris',
    session: { id: people.get('camille')!, method: 'demonstration', signedInAt: now, provedAt: now },
  }
  const { output } = await createEngine(owner, portsOf(modules)).run(access.backOffice.operations['createApiClient']!, {
    organisationId: places.get('universite')!, name: 'Annuaire de l’université', scopes: ['provisioning:write'], roles: ['structure-manager'],
  }, { actor, origin: { request: 'seed' } })
  return (output as { clientId: string }).clientId
}

/** A list of a class, done at the start of the year; one that waits with rows in quarantine; a directory that pushes. */
export const seedImports = async (given: Given): Promise<void> => {
  await seedDirectory(given, await programOf(given), staff)
  await seedLists(given, [seconde, enrolled])
}
