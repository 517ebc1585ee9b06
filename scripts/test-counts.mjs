import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const LINES_OF_WHY = 12

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

/** Each test of Vitest's report that failed: where it is, what it holds, and the first lines of why. */
export function vitestFailures(file) {
  const files = read(file)?.testResults ?? []
  return files.flatMap(({ name, status, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [failure(name, 'does not load', message)]
    const failed = assertionResults.filter((each) => each.status === 'failed')
    return failed.map((each) => failure(name, each.fullName, each.failureMessages.join('\n')))
  })
}

/** The same of Playwright's report. */
export function playwrightFailures(file) {
  return specsOf(file)
    .filter((spec) => !spec.ok)
    .map((spec) => failure(spec.file, spec.title, firstError(spec)))
}

/** The journeys that went well only the second time, and what went wrong the first time. */
export function secondTries(file) {
  return specsOf(file)
    .filter((spec) => spec.ok && firstError(spec) !== undefined)
    .map((spec) => failure(spec.file, spec.title, firstError(spec)))
}

export function sum(counts) {
  const total = (what) => counts.reduce((so, each) => so + each[what], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/** The last line of `npm test`. A step that failed as a whole, like the types, is never hidden behind "0 failed". */
export function closingLine({ passed, failed, skipped }, failedSteps) {
  return `${passed} passed, ${Math.max(failed, failedSteps)} failed, ${skipped} skipped`
}

/** All journeys of a report, whose describes are nested. */
function specsOf(file) {
  const suite = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(suite)]
  return (read(file)?.suites ?? []).flatMap(suite)
}

function firstError({ tests }) {
  const results = tests.flatMap((test) => test.results)
  return results.find(({ error }) => error)?.error.message
}

function failure(file, title, why = '') {
  const lines = stripVTControlCharacters(why).split('\n').slice(0, LINES_OF_WHY)
  return [`${relative(process.cwd(), resolve(file))}: ${title}`, ...lines.map((line) => `    ${line}`)].join('\n')
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
