import { existsSync, readFileSync } from 'node:fs'
import { ROOT, run, StepFailed } from './run.mjs'

/** Installs what Forumpad needs, if it is not there already. Quiet unless it fails. */
export async function ensureInstalled() {
  if (isInstalled() && (await sqliteLoads())) return
  process.stdout.write('Installing what Forumpad needs. SQLite may be compiled here, which takes about a minute.\n')
  // "include": somebody who sets NODE_ENV=production still builds from source, and that needs all of it.
  const [command, args] = npm(['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'])
  const code = await run(command, args, { quiet: true })
  if (code !== 0) throw new StepFailed('The installation failed: npm says why above. Mend that and start again.')
  if (!(await sqliteLoads())) {
    throw new StepFailed(
      'SQLite was not built for this Node: install python3, make and a C++ compiler, remove node_modules, and start again.',
    )
  }
}

/** npm keeps its own record of what lies in node_modules; it must hold everything that the lockfile asks for. */
function isInstalled() {
  const record = `${ROOT}node_modules/.package-lock.json`
  if (!existsSync(record)) return false
  return recordMatches(
    JSON.parse(readFileSync(`${ROOT}package-lock.json`, 'utf8')),
    JSON.parse(readFileSync(record, 'utf8')),
  )
}

/** Whether npm's record of an installation holds all that a lockfile asks for. Packages of other platforms may miss. */
export function recordMatches(lock, record) {
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true
    const there = record.packages[path]
    if (!there) return wanted.optional === true || wanted.devOptional === true
    return there.version === wanted.version && there.integrity === wanted.integrity
  })
}

/** Compiled code fits one Node only, and npm may have been told not to compile: the proof is to open a database. */
async function sqliteLoads() {
  if (!existsSync(`${ROOT}node_modules/better-sqlite3`)) return false
  const probe = "import Database from 'better-sqlite3'; new Database(':memory:').close()"
  const options = { quiet: true, silent: true }
  return (await run(process.execPath, ['--input-type=module', '--eval', probe], options)) === 0
}

/** The npm that started this script, else the one on the path. */
function npm(args) {
  const started = process.env.npm_execpath
  return started?.endsWith('npm-cli.js') ? [process.execPath, [started, ...args]] : ['npm', args]
}
