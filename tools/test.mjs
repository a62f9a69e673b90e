// `npm test [-- paths]`: installs what is missing, then checks the types, the lint and every test. Its last line is the sum,
// in which the type check and the lint are one test each.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { install, recentNode, root, run } from './install.mjs'

install()
const node = recentNode()
const program = (name) => path.join(root, 'node_modules', name)
const paths = process.argv.slice(2)
const results = mkdtempSync(path.join(tmpdir(), 'sillage-test-'))
let [passed, failed] = [0, 0]

await check('types', ['typescript/bin/tsc', '--noEmit'])
await check('lint', ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings'])
await vitest()
rmSync(results, { recursive: true, force: true })
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

async function check(name, [script, ...options]) {
  const began = Date.now()
  const code = await runNode([program(script), ...options])
  if (code === 0) passed++
  else failed++
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)`)
}

async function vitest() {
  const report = path.join(results, 'vitest.json')
  const code = await runNode([program('vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json',
    `--outputFile.json=${report}`, ...paths])
  const counts = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  passed += counts?.numPassedTests ?? 0
  // A file that cannot even be loaded holds no failed test, and neither does a failed set-up: they count all the same.
  const isUnloaded = ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  const unloaded = counts?.testResults.filter(isUnloaded).length ?? 0
  const known = (counts?.numFailedTests ?? 0) + unloaded
  failed += code !== 0 && known === 0 ? 1 : known
}

/** With the recent Node first in the path, for the programs that a test starts. */
function runNode(options) {
  const PATH = [path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter)
  // Each file of tests is a process of its own, which reads the same libraries: compiled once, they cost a quarter less.
  return run(node, options, { env: { ...process.env, PATH, NODE_ENV: 'test', NODE_COMPILE_CACHE: path.join(results, 'compiled') } })
}
