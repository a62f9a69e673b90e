import { expect, test } from 'vitest'
import { stripReply } from './strip.ts'

const asked = ['Théo Martin vous a écrit', '', 'Voir :', 'https://sillage.example/messages/1']
const marked = asked.map((line) => line ? `> ${line}` : '>')
const reply = 'reply+0123456789abcdef0123456789abcdef@reponses.example.fr'

test.each<[string, string[], string]>([
  ['Gmail', ['Oui, à 14 h.', '', 'Le sam. 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a', 'écrit :', '', ...marked],
    'Oui, à 14 h.'],
  ['Gmail, one line', ['Oui.', '', 'Le sam. 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a écrit :', '', ...marked], 'Oui.'],
  ['Gmail, cut before the address', [
    'Oui, j’y serai.', 'Merci !', '', `Le sam. 21 nov. 2026 à 10:12, Sillage`, `<${reply}> a écrit :`, '', ...marked],
      'Oui, j’y serai.\nMerci !'],
  ['Outlook', ['Bonjour,', '', 'Je suis d’accord.', '', '________________________________', 'De : Sillage <bonjour@sillage.example>',
    'Envoyé : samedi 21 novembre 2026 10:12', 'À : Odile Rakotobe <odile@example.org>', 'Objet : Théo Martin vous a écrit', '', ...asked],
  'Bonjour,\n\nJe suis d’accord.'],
  ['Outlook, in bold, without a rule', ['D’accord.', '', '*De :* Sillage', '*Envoyé :* samedi 21 novembre 2026 10:12', '*À :* Odile',
    '*Objet :* Théo',
    '', ...asked], 'D’accord.'],
  ['Outlook, message d’origine', ['D’accord.', '', '-----Message d’origine-----', 'De : Sillage', 'Envoyé : samedi 21 novembre 2026',
    ...asked], 'D’accord.'],
  ['Outlook on a telephone', ['Vu, merci', '', 'Télécharger Outlook pour iOS<https://aka.ms/o0ukef>', '________________________________',
    'De : Sillage <bonjour@sillage.example>', 'Envoyé : Saturday, November 21, 2026 10:12:00 AM', 'À : Odile', 'Objet : Théo', ...asked],
      'Vu, merci'],
  ['Apple Mail', ['Parfait.', '', '> Le 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a écrit :', '> ', ...marked], 'Parfait.'],
  ['iPhone', ['Parfait', '', 'Envoyé de mon iPhone', '', '> Le 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a écrit :', '> ',
    ...marked],
    'Parfait'],
  ['Thunderbird', ['C’est noté.', '', '-- ', 'Odile Rakotobe', 'Licence professionnelle', '', 'Le 21/11/2026 à 10:12, Sillage a écrit :',
    ...marked],
    'C’est noté.'],
  ['Thunderbird, below what is quoted', ['Le 21/11/2026 à 10:12, Sillage a écrit :', ...marked, '', 'Je réponds en bas.'],
    'Je réponds en bas.'],
  ['Thunderbird, French typography', ['Oui\u00a0!', '', 'Le 21/11/2026 à 10:12, Sillage a écrit\u00a0:', ...marked], 'Oui\u00a0!'],
  ['a page kept as text, without marks', ['Oui', '', 'Le sam. 21 nov. 2026 à 10:12, Sillage <bonjour@sillage.example> a écrit :', '',
    ...asked], 'Oui'],
  ['signed', ['Je vous envoie le dossier.', '', 'Bien cordialement,', 'Odile Rakotobe', '06 00 00 00 00'], 'Je vous envoie le dossier.'],
  ['a formula alone', ['Bonne journée !'], 'Bonne journée !'],
  ['words that look like it', ['Le chat de 3 ans dort.', 'De plus : tout va bien.', 'Il a écrit : non.'],
    'Le chat de 3 ans dort.\nDe plus : tout va bien.\nIl a écrit : non.'],
  ['nothing', ['', 'Envoyé de mon iPhone', '', ...marked], ''],
  ['only what is quoted', ['Le 21/11/2026 à 10:12, Sillage a écrit :', ...marked], ''],
])('%s', (_, lines, written) => {
  expect(stripReply(lines.join('\r\n'))).toBe(written)
})

test('a mail made to be slow is read in little time', () => {
  const started = performance.now()
  for (const line of ['Le 1 '.repeat(4000), 'On \n'.repeat(5000), '>'.repeat(20_000), 'De : <'.repeat(3500),
    `${'a '.repeat(9000)}wrote:`]) stripReply(line)
  expect(performance.now() - started).toBeLessThan(4000)
})
