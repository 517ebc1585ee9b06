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
  // In this process and not in a child: arguments, signals and the exit code then need nobody to carry them.
  await import('../apps/server/dist/main.js')
}
