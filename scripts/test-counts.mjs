import { existsSync, readFileSync } from 'node:fs'

/** What Vitest's JSON reporter counted; nothing if it wrote no report. */
export function vitestCounts(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  // A file that does not even load has failed without a single test in it.
  const unloaded = report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0)
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** What Playwright's JSON reporter counted; nothing if it wrote no report. */
export function playwrightCounts(file) {
  const report = read(file)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped }
}

export function sum(counts) {
  const total = (what) => counts.reduce((so, each) => so + each[what], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** The last line of `npm test`. A step that failed as a whole, like the types, is never hidden behind "0 failed". */
export function closingLine({ passed, failed, skipped }, failedSteps) {
  return `${passed} passed, ${Math.max(failed, failedSteps)} failed, ${skipped} skipped`
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
