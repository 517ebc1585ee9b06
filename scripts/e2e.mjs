import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, runNode } from './run.mjs'

/** Runs the browser journeys; `report` is a file that gets Playwright's results as JSON. */
export async function e2e(args = [], report) {
  const chromium = await ensureChromium()
  const reporters = report ? ['--reporter=list,json'] : []
  return runNode(
    '@playwright/test/cli.js',
    ['test', '--config', 'apps/web/e2e/playwright.config.ts', ...reporters, ...args],
    { env: { CHROMIUM_PATH: chromium, ...(report ? { PLAYWRIGHT_JSON_OUTPUT_FILE: report } : {}) } },
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  requireNode()
  await main(async () => {
    await ensureInstalled()
    await ensureBuilt()
    return e2e(process.argv.slice(2))
  })
}
