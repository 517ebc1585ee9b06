import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, run } from './run.mjs'

// Made-up messages against the core, by the hundred thousand: `npm run fuzz -- --runs 1000000 --seed 7`.
requireNode()
await main(async () => {
  await ensureInstalled()
  return run(process.execPath, ['--import', 'tsx', 'tests/fuzzing/run.ts', ...process.argv.slice(2)])
})
