import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import mjml2html from 'mjml'

/**
 * The HTML of `letter.mjml`, its slots still empty. MJML weighs 60 MB and half a second at its first letter, so it runs when the letter
 * changes (`node modules/mail/generate-letter.ts`) and not in the product.
 */
export const renderLetter = async (): Promise<string> => {
  const source = await readFile(join(import.meta.dirname, 'letter.mjml'), 'utf8')
  const { html, errors } = await mjml2html(source, { validationLevel: 'strict', fonts: {} })
  if (errors.length) throw new Error(errors.map((error) => error.formattedMessage).join('\n'))
  return html
}

export const letterFile = join(import.meta.dirname, 'letter.gen.ts')
export const letterSource = (html: string): string =>
  `// Made from letter.mjml by generate-letter.ts.\nexport const letter = ${JSON.stringify(html)}\n`

if (process.argv[1] === import.meta.filename) await writeFile(letterFile, letterSource(await renderLetter()))
