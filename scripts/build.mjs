import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compressFolder } from './compress.mjs'
import { firstVisit, inWords } from './first-visit.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, runNode, StepFailed } from './run.mjs'

const STAMP = `${ROOT}apps/server/dist/built-from.txt`

/** Builds pages and server unless they are built from exactly these sources. */
export async function ensureBuilt() {
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourcesHash()) return
  process.stdout.write('Building.\n')
  await build({ quiet: true })
}

/** Builds the pages for the browser, the pages for the server, and the server. */
export async function build({ quiet = false } = {}) {
  const hash = sourcesHash()
  rmSync(STAMP, { force: true })
  const vite = async (what, args) => {
    const code = await runNode('vite/bin/vite.js', ['build', '--logLevel', 'warn', ...args], {
      quiet,
      env: { NODE_ENV: 'production' },
    })
    if (code !== 0) throw new StepFailed(`Building ${what} failed: see above.`)
  }
  // In this order: the server's pages name the files that the browser's build made.
  await vite('the pages for the browser', ['apps/web'])
  compressFolder(`${ROOT}apps/web/dist/client/assets`)
  await vite('the pages for the server', ['apps/web', '--ssr'])
  await vite('the server', ['apps/server'])
  writeFileSync(STAMP, hash)
  process.stdout.write(`${inWords(firstVisit(`${ROOT}apps/web/dist/client`))}\n`)
}

/** One hash over everything that the build reads. Tests do not count. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const file of [...filesUnder('apps'), ...filesUnder('packages'), 'package-lock.json', 'tsconfig.json']) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const NOT_BUILT = new Set(['node_modules', 'dist', 'data', 'e2e', 'test-results'])

function filesUnder(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return NOT_BUILT.has(entry.name) ? [] : filesUnder(path)
      return entry.isFile() && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
    })
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode()
  await main(async () => {
    await ensureInstalled()
    await build()
  })
}
