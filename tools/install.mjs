// What `npm start` and `npm test` share before anything is installed: plain JavaScript, no dependency, Node 20 or later.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const modules = path.join(root, 'node_modules')
const stamp = path.join(modules, '.sillage-installed')
const major = (version) => Number(/\d+/.exec(version)?.[0] ?? 0)

/** Ends with one sentence and no stack. @returns {never} */
export const refuse = (sentence) => {
  console.error(sentence)
  process.exit(1)
}

/** Installs the packages when they are missing or are not those of package-lock.json. */
export function install() {
  if (major(process.versions.node) < 20) refuse(`Sillage needs Node 20 or later, and this is Node ${process.versions.node}.`)
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(`${lock} ${process.platform} ${process.arch}`).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!isInstalled(JSON.parse(lock).packages)) {
    console.log('Installing the packages that Sillage needs; the first time takes about a minute…')
    const began = Date.now()
    const options = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund',
      '--loglevel=error']
    const npm = process.env.npm_execpath
    const done = npm
      ? spawnSync(process.execPath, [npm, ...options], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', options, { cwd: root, stdio: 'inherit' })
    if (done.signal) process.exit(130)
    if (done.status !== 0) refuse('The packages could not be installed: npm says why above; correct that, then try again.')
    console.log(`✓ packages installed (${((Date.now() - began) / 1000).toFixed(1)} s)`)
  }
  try {
    writeFileSync(stamp, wanted)
  } catch {
    // A read-only project still works: the check is only slower.
  }
}

/** After an `npm ci` by hand there is no stamp, but npm's own note says what it installed. */
function isInstalled(wanted) {
  try {
    const installed = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages
    return Object.entries(wanted).every(([name, { version, optional, link }]) =>
      name === '' || link || installed[name]?.version === version || (optional && !installed[name]))
  } catch {
    return false
  }
}

/** A Node that runs TypeScript: the one that comes with the packages, else the present one when it is recent enough. */
export function recentNode() {
  const ours = path.join(modules, '.bin/node')
  if (existsSync(ours) && spawnSync(ours, ['--version']).status === 0) return ours
  if (major(process.versions.node) >= 24) return process.execPath
  return refuse(`Sillage runs on Node 24, which npm could not provide for this system: install it, then try again.`)
}

/**
 * Runs a program in the foreground: what we are told by signal it is told, its exit code is given back. @returns
 * {Promise<number>}
 */
export function run(program, options, settings = {}) {
  const child = spawn(program, options, { cwd: root, stdio: 'inherit', ...settings })
  const told = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => {
    const tell = () => { child.kill(signal) }
    process.on(signal, tell)
    return () => process.off(signal, tell)
  })
  return new Promise((resolve) => {
    child.on('error', (error) => refuse(`${path.basename(program)} does not start: ${error.message}`))
    child.on('close', (code, signal) => {
      for (const forget of told) forget()
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}
