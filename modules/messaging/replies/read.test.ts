import { beforeAll, expect, test } from 'vitest'
import { configureReplies } from './address.ts'
import { readReply } from './read.ts'

beforeAll(() => configureReplies({ domain: 'reponses.example.fr' }))
const token = '0123456789abcdef0123456789abcdef'
const mail = (lines: string[]) => Buffer.from([`To: reply+${token}@reponses.example.fr`, 'From: eva@example.org', 'MIME-Version: 1.0',
  ...lines].join('\r\n'))

test('a mail of HTML alone is read as its words, without what it quotes nor the picture of its signature', async () => {
  const html = '<html><head><style>p{color:red}</style></head><body><p>D&rsquo;accord pour <b>14&nbsp;h</b>.</p><p>Merci&nbsp;!</p>'
    + '<div class="gmail_quote">Le sam. 21 nov. 2026 à 10:12, Sillage &lt;bonjour@sillage.example&gt; a écrit&nbsp;:<br>'
    + '<blockquote>Théo Martin vous a écrit</blockquote></div><img src="cid:logo@x"></body></html>'
  const read = await readReply(mail([
    'Message-ID: <1@x>', 'Content-Type: multipart/related; boundary="r"', '', '--r', 'Content-Type: text/html; charset=utf-8', '', html,
    '--r', 'Content-Type: image/png; name="logo.png"', 'Content-ID: <logo@x>', 'Content-Disposition: inline; filename="logo.png"',
    'Content-Transfer-Encoding: base64', '', 'iVBORw0KGgo=', '--r--', '']), {})
  expect(read).toMatchObject({ tokens: [token], id: '<1@x>', from: 'eva@example.org', files: [] })
  expect(read!.body.replaceAll('\u00a0', ' ').replace(/\s*\n\s*/g, '\n')).toBe('D’accord pour 14 h.\nMerci !')
})

test('older character sets, quoted lines and a photograph of a telephone are read', async () => {
  const read = await readReply(mail([
    'Content-Type: multipart/mixed; boundary="m"', '', '--m', 'Content-Type: text/plain; charset=iso-8859-1',
      'Content-Transfer-Encoding: quoted-printable', '',
    'D=E9j=E0 fait, =E0 demain', '', 'Envoy=E9 de mon iPhone', '--m', 'Content-Type: image/jpeg; name="IMG_1.jpg"',
    'Content-Disposition: inline; filename="IMG_1.jpg"', 'Content-Transfer-Encoding: base64', '', 'AAAA', '--m--', '']), {})
  expect(read).toMatchObject({ body: 'Déjà fait, à demain', files: [{ name: 'IMG_1.jpg' }] })
})

test('the address is that of the envelope when the server says it; a mail without an identifier has that of its bytes', async () => {
  const hidden = Buffer.from('From: eva@example.org\r\nTo: undisclosed-recipients:;\r\n\r\nOui')
  const read = await readReply(hidden, { from: 'eva@example.org', to: [`reply+${token}@reponses.example.fr`] })
  expect(read).toMatchObject({ tokens: [token], body: 'Oui', id: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect((await readReply(hidden, {}))!.tokens).toEqual([])
  expect(await readReply(Buffer.from(''), {})).toMatchObject({ tokens: [], body: '' })
})
