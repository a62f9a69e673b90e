import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Address under which the portal serves what this build writes. */
export const servedUnder = '/design/'

const alreadyCompressed = /\.(woff2|png|webp)$/

/** Writes one file named after its content, so that it can be cached for ever, with its compressed twins. Answers its address. */
export async function writeAsset(outDir: string, name: string, content: string | Uint8Array): Promise<string> {
  const bytes = Buffer.from(content)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const hashed = name.replace(/(\.\w+)$/, `.${hash}$1`)
  await writeBeside(outDir, hashed, bytes)
  return servedUnder + hashed
}

/** Writes one file under its own name, with its compressed twins. */
export async function writeBeside(outDir: string, name: string, content: string | Uint8Array): Promise<void> {
  const bytes = Buffer.from(content)
  await mkdir(outDir, { recursive: true })
  const write = async (file: string, content: Uint8Array) => {
    await writeFile(join(outDir, `${file}.part`), content)
    await rename(join(outDir, `${file}.part`), join(outDir, file))
  }
  const writes = [write(name, bytes)]
  if (!alreadyCompressed.test(name)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writes.push(
      promisify(brotliCompress)(bytes, { params }).then((small) => write(`${name}.br`, small)),
      promisify(gzip)(bytes, { level: 9 }).then((small) => write(`${name}.gz`, small)),
    )
  }
  await Promise.all(writes)
}

/** Takes away what earlier builds left, once the new manifest is there: a build never leaves a moment without a stylesheet. */
export async function sweep(outDir: string, kept: string[]): Promise<void> {
  const names = new Set(kept.map((address) => address.replace(servedUnder, '')))
  const files = await readdir(outDir, { withFileTypes: true })
  const stale = files.filter((file) => file.isFile() && !names.has(file.name.replace(/\.(br|gz)$/, ''))
    && !file.name.endsWith('.part'))
  await Promise.all(stale.map(({ name }) => rm(join(outDir, name), { force: true })))
}
