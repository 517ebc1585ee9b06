import { resolve } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main } from './run.mjs'

requireNode()
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
})

if (process.exitCode === 0) {
  process.env.NODE_ENV = 'production'
  process.argv.splice(2, Number.POSITIVE_INFINITY, ...fromCallersFolder(process.argv.slice(2)))
  // In this process and not in a child: a signal and an exit code then need nobody to carry them.
  await import('../apps/server/dist/main.js')
}

/** npm runs scripts in the repository, but `--agenda FILE` is meant from where the person stands. */
function fromCallersFolder(args) {
  const from = process.env.INIT_CWD ?? process.cwd()
  const absolute = (place) => (/^[a-z][a-z+.-]+:/i.test(place) ? place : resolve(from, place))
  return args.map((arg, at) => {
    if (arg.startsWith('--agenda=')) return `--agenda=${absolute(arg.slice('--agenda='.length))}`
    return args[at - 1] === '--agenda' ? absolute(arg) : arg
  })
}
