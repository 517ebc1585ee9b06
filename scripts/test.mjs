import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './build.mjs'
import { check } from './check.mjs'
import { e2e } from './e2e.mjs'
import { ensureInstalled } from './install.mjs'
import { requireNode } from './node-version.mjs'
import { main, runNode, StepFailed } from './run.mjs'
import {
  closingLine,
  playwrightCounts,
  playwrightFailures,
  secondTries,
  sum,
  vitestCounts,
  vitestFailures,
} from './test-counts.mjs'

/** More journeys than this that need a second try are no chance. */
const MOST_SECOND_TRIES = 2

requireNode()
await main(async () => {
  await ensureInstalled()
  const reports = mkdtempSync(join(tmpdir(), 'forumpad-test-'))
  const failedSteps = []
  const step = async (title, work) => {
    process.stdout.write(`\n== ${title} ==\n`)
    const from = Date.now()
    const failed = await work()
    const took = `${Math.round((Date.now() - from) / 1000)} s`
    process.stdout.write(failed.length === 0 ? `${title}: done in ${took}\n` : `${title}: FAILED after ${took}\n`)
    failedSteps.push(...failed)
  }

  // One after the other: on a small machine two heavy suites only make each other's timings worse.
  await step('Types and lint', check)
  await step('Build', () => builds())
  const unit = join(reports, 'vitest.json')
  await step('Unit and integration', async () => {
    const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unit}`]
    return (await runNode('vitest/vitest.mjs', args)) === 0 ? [] : ['unit and integration']
  })
  const browser = join(reports, 'playwright.json')
  await step('Browser journeys', async () => {
    if (failedSteps.includes('build')) return ['browser journeys, not run without a build']
    if ((await e2e([], browser)) !== 0) return ['browser journeys']
    return secondTries(browser).length > MOST_SECOND_TRIES ? ['browser journeys, too many at the second try'] : []
  })

  const counts = sum([vitestCounts(unit), playwrightCounts(browser)])
  const failures = [...vitestFailures(unit), ...playwrightFailures(browser)]
  const again = secondTries(browser)
  rmSync(reports, { recursive: true, force: true })
  // Again at the end: whoever sees only the last lines of a long log learns what failed.
  for (const each of again) process.stdout.write(`\nNeeded a second try: ${each}\n`)
  for (const each of failures) process.stdout.write(`\nFailed: ${each}\n`)
  process.stdout.write(failedSteps.length === 0 ? '\n' : `\nFailed: ${failedSteps.join('; ')}.\n`)
  process.stdout.write(`${closingLine(counts, failedSteps.length)}\n`)
  return failedSteps.length === 0 && counts.failed === 0 ? 0 : 1
})

async function builds() {
  try {
    await ensureBuilt()
    return []
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error
    process.stderr.write(`${error.message}\n`)
    return ['build']
  }
}
