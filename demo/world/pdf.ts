const [width, height, margin] = [595, 842, 56]
const beyondLatin1: Record<string, number> = {
  '€': 0x80, '…': 0x85, 'Œ': 0x8c, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, 'œ': 0x9c,
}

/** A PDF string in WinAnsi, as one Latin-1 character a byte; what that encoding lacks is refused. */
const written = (text: string) => `(${Array.from(text, (letter) => {
  const byte = beyondLatin1[letter] ?? letter.codePointAt(0)!
  if (byte > 255) throw new Error(`« ${letter} » cannot be written in a demonstration PDF`)
  return '()\\'.includes(letter) ? `\\${letter}` : String.fromCharCode(byte)
}).join('')})`

/** French punctuation stays with its word: the spaces before « : » and inside quotation marks do not break. */
const wrapped = (text: string, room: number, size: number) => {
  const words = text.replace(/ (?=[:;?!»])|(?<=«) /g, '\u00a0').split(' ')
  const rows: string[] = []
  for (const word of words) {
    const longer = `${rows.at(-1)} ${word}`
    if (rows.length && longer.length * size * 0.48 <= room) rows[rows.length - 1] = longer
    else rows.push(word)
  }
  return rows
}

const styles = [
  { mark: '# ', font: 'F2', size: 22, leading: 28, before: 0, indent: 0 },
  { mark: '## ', font: 'F2', size: 15, leading: 22, before: 14, indent: 0 },
  { mark: '- ', font: 'F1', size: 12, leading: 17, before: 2, indent: 16 },
  { mark: '[] ', font: 'F1', size: 12, leading: 19, before: 4, indent: 24 },
  { mark: '', font: 'F1', size: 12, leading: 17, before: 6, indent: 0 },
]

/** The drawing orders of each page. A line « ____ » is room to write by hand. */
const pagesOf = (source: string, scale: number) => {
  const pages: string[][] = [[]]
  let y = height - margin
  for (const line of source.trim().split('\n').map((row) => row.trim()).filter(Boolean)) {
    const { mark, font, ...plain } = styles.find((style) => line.startsWith(style.mark))!
    const [size, leading, before, indent] = [plain.size, plain.leading, plain.before, plain.indent].map((points) =>
      Math.round(points * scale)) as [number, number, number, number]
    const ruled = line.startsWith('____')
    const rows = ruled ? [''] : wrapped(line.slice(mark.length), width - 2 * margin - indent, size)
    if (y - before - rows.length * leading < margin) { pages.push([]); y = height - margin }
    y -= before
    rows.forEach((row, index) => {
      y -= leading
      const page = pages.at(-1)!
      if (index === 0 && mark === '- ') page.push(`BT /F1 ${size} Tf ${margin} ${y} Td ${written('•')} Tj ET`)
      if (index === 0 && mark === '[] ') page.push(`${margin} ${y - 2} 12 12 re S`)
      if (ruled) page.push(`0.6 G ${margin} ${y} m ${width - margin} ${y} l S 0 G`)
      else page.push(`BT /${font} ${size} Tf ${margin + indent} ${y} Td ${written(row)} Tj ET`)
    })
  }
  return pages.map((page) => page.join('\n'))
}

/** A printable A4 sheet from a few marked lines: « # » title, « ## » heading, « - » item, « [] » box to tick, « ____ » line. */
export const pdf = (source: string, scale = 1) => {
  const pages = pagesOf(source, scale)
  const title = source.trim().split('\n')[0]!.replace(/^#+\s*/, '')
  const font = (name: string) => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${6 + 2 * i} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    font('Helvetica'), font('Helvetica-Bold'), `<< /Title ${written(title)} /Producer (Sillage) >>`,
    ...pages.flatMap((drawing, i) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${7 + 2 * i} 0 R
/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>`,
      `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    ]),
  ]
  const parts = ['%PDF-1.4\n%âãÏÓ\n', ...objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`)]
  const starts = objects.map((_, i) => parts.slice(0, i + 1).join('').length)
  const table = starts.map((start) => `${String(start).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(`${parts.join('')}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer
<< /Size ${objects.length + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${parts.join('').length}\n%%EOF\n`, 'latin1')
}
