import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fonts } from './fonts.ts'
import { buildIslands } from './islands.ts'
import { sweep, writeAsset, writeBeside } from './output.ts'
import { stylesheet, type Theme } from './stylesheet.ts'
import { usedClasses } from './used.ts'

/** Addresses of what a page loads, by theme. The portal reads it once from `manifest.json`. */
export interface DesignManifest {
  /** Stylesheet of each theme. */
  neutral: string
  state: string
  /** Behaviour of pages that are not hydrated; harmless, and useful, on those that are. */
  islands: string
  /** The stream of the person who has signed in: for their pages alone. */
  live: string
  favicon: string
  /** Own mark, for mail and elsewhere outside pages (pages draw it inline). */
  mark: string
  fonts: Record<Theme, string[]>
}

/**
 * Writes into `outDir` all that is served under `/design/`: stylesheets of both themes, fonts, behaviour, mark, each with its
 * .br and .gz, `manifest.json`, and the service workers, which the portal serves at `/sw.js` and `/push-worker.js`. Deterministic: the same sources give the same
 * names.
 */
export async function buildCss(outDir: string, options: { gallery?: boolean } = {}): Promise<void> {
  const used = await usedClasses(options)
  const theme = async (name: Theme) => {
    const addresses: Record<string, string> = {}
    for (const [key, path] of Object.entries(fonts[name])) {
      addresses[key] = await writeAsset(outDir, `${key}.woff2`, await readFile(path()))
    }
    return { css: await writeAsset(outDir, `${name}.css`, await stylesheet(name, name === 'state' ? used
      : withoutStateMark(used), addresses)), fonts: Object.values(addresses) }
  }
  const picture = async (name: string) => writeAsset(outDir, name, await readFile(join(import.meta.dirname, '../mark', name)))
  const [neutral, state, islands, favicon, mark] =
    await Promise.all([theme('neutral'), theme('state'), buildIslands(outDir), picture('favicon.svg'), picture('mark.svg')])
  const manifest: DesignManifest = {
    neutral: neutral.css, state: state.css, ...islands, favicon, mark,
    fonts: { neutral: neutral.fonts, state: state.fonts },
  }
  await writeBeside(outDir, 'manifest.json', JSON.stringify(manifest, null, 2))
  await sweep(outDir, ['manifest.json', 'sw.js', 'push-worker.js', ...Object.values(manifest).filter((one) => typeof one === 'string'),
    ...neutral.fonts, ...state.fonts])
}

const withoutStateMark = (used: Set<string>) => new Set([...used].filter((name) => !name.startsWith('fr-logo')))

if (import.meta.main) await buildCss(process.argv[2] ?? 'build/design')
