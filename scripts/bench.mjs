import { existsSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, ROOT, run, StepFailed } from './run.mjs'

// Forumpad beside other servers; bench/README.md says how to read it. The others are installed in bench/ alone.
requireNode()
await main(async () => {
  await ensureInstalled()
  await ensureBuilt()
  if (!existsSync(`${ROOT}bench/node_modules/.package-lock.json`)) {
    process.stdout.write(
      'Installing the other servers in bench/. SQLite may be compiled here, which takes some minutes.\n',
    )
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
    if ((await run('npm', args, { cwd: `${ROOT}bench`, quiet: true })) !== 0) {
      throw new StepFailed('The installation in bench/ failed: npm says why above.')
    }
  }
  return run(process.execPath, ['bench/src/run.mjs', ...process.argv.slice(2)])
})
