import { join } from 'node:path'
import { buildBackOffice } from '#apps/back-office/build.ts'
import { buildPages, compressFolder, project } from '#apps/bundle/pages.ts'
import { buildCss } from '#design/css/build.ts'

/** Builds what browsers load and what the server runs: `build/design` and `build/portal`, or `build/demonstration`. */
export const build = async ({ demonstration }: { demonstration: boolean }): Promise<void> => {
  await buildCss(join(project, 'build/design'))
  await buildPages('portal', { SILLAGE_DEMONSTRATION: demonstration ? '1' : '' })
  await compressFolder(join(project, 'build', demonstration ? 'demonstration' : 'portal', 'client/assets'))
}

if (import.meta.main) {
  await build({ demonstration: process.argv.includes('--demonstration') })
  await buildBackOffice()
}
