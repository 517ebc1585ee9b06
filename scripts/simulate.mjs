import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, runNode } from './run.mjs'

// npm run simulate -- [--runs 100000] [--seed N] [--steps N] [--workers N] [--from N]
requireNode()
await main(async () => {
  await ensureInstalled()
  return runNode('tsx/dist/cli.mjs', ['tests/simulation/command.ts', ...process.argv.slice(2)])
})
