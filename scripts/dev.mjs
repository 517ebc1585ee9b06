import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, runNode } from './run.mjs'

requireNode()
await main(async () => {
  await ensureInstalled()
  // Vite serves the pages from inside the server, so one program is all there is to watch.
  return runNode('tsx/dist/cli.mjs', ['watch', 'apps/server/src/main.ts', '--dev', ...process.argv.slice(2)])
})
