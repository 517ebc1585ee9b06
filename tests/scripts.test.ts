import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { recordMatches } from '../scripts/install.mjs'
import {
  closingLine,
  playwrightCounts,
  playwrightFailures,
  secondTries,
  sum,
  vitestCounts,
  vitestFailures,
} from '../scripts/test-counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'forumpad-scripts-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('whether an installation is good for a lockfile', () => {
  const yjs = { version: '13.6.0', integrity: 'sha512-abc' }
  const lock = (entries: object) => ({ packages: { '': {}, 'packages/api': {}, ...entries } })
  const matches = (wanted: object, there: object) => recordMatches(lock(wanted), { packages: there })

  it('is so when all that the lockfile asks for is there', () => {
    expect(matches({ 'node_modules/yjs': yjs }, { 'node_modules/yjs': yjs })).toBe(true)
  })

  it('is not when something is missing or of another version', () => {
    expect(matches({ 'node_modules/yjs': yjs }, {})).toBe(false)
    expect(matches({ 'node_modules/yjs': yjs }, { 'node_modules/yjs': { ...yjs, version: '13.5.0' } })).toBe(false)
  })

  it('does not mind packages of other platforms', () => {
    expect(matches({ 'node_modules/@esbuild/aix-ppc64': { ...yjs, optional: true } }, {})).toBe(true)
  })
})

describe('the closing line of npm test', () => {
  const vitest = {
    numPassedTests: 10,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [] as object[],
  }
  const playwright = { stats: { expected: 5, unexpected: 1, flaky: 0, skipped: 0 }, errors: [] }

  it('adds up both reports', () => {
    const counts = sum([vitestCounts(file('a.json', vitest)), playwrightCounts(file('b.json', playwright))])
    expect(closingLine(counts, 1)).toBe('15 passed, 2 failed, 3 skipped')
  })

  it('counts a test file that did not even load', () => {
    const unloaded = { ...vitest, numFailedTests: 0, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(vitestCounts(file('c.json', unloaded)).failed).toBe(1)
  })

  it('never says that nothing failed when the types did', () => {
    expect(closingLine({ passed: 10, failed: 0, skipped: 0 }, 1)).toBe('10 passed, 1 failed, 0 skipped')
  })

  it('counts nothing where no report was written', () => {
    expect(vitestCounts(join(folder, 'nothing.json'))).toEqual({ passed: 0, failed: 0, skipped: 0 })
  })
})

describe('what failed, at the end of npm test', () => {
  it('names each failed unit test and why', () => {
    const failed = { status: 'failed', fullName: 'a pad opens', failureMessages: ['expected 1\nto be 2'] }
    const passed = { status: 'passed', fullName: 'a pad closes', failureMessages: [] }
    const testResults = [
      { name: 'tests/pad.test.ts', status: 'failed', message: '', assertionResults: [failed, passed] },
      { name: 'tests/gone.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
    ]
    expect(vitestFailures(file('d.json', { testResults }))).toEqual([
      'tests/pad.test.ts: a pad opens\n    expected 1\n    to be 2',
      'tests/gone.test.ts: does not load\n    no such file',
    ])
  })

  it('names each failed journey and why, without colours', () => {
    const tests = [{ results: [{ error: { message: '\u001b[31mno button\u001b[39m' } }] }]
    const spec = { file: 'a.journey.ts', title: 'somebody writes', ok: false, tests }
    const suites = [{ specs: [{ ...spec, ok: true }], suites: [{ specs: [spec] }] }]
    expect(playwrightFailures(file('e.json', { suites }))).toEqual(['a.journey.ts: somebody writes\n    no button'])
  })

  it('names each journey that needed a second try, and what went wrong at the first', () => {
    const [well, ill] = [{ results: [{}] }, { results: [{ error: { message: 'too slow' } }, {}] }]
    const spec = { file: 'b.journey.ts', title: 'somebody reads', ok: true }
    const suites = [
      {
        specs: [
          { ...spec, tests: [well] },
          { ...spec, tests: [ill] },
          { ...spec, ok: false, tests: [ill] },
        ],
      },
    ]
    expect(secondTries(file('f.json', { suites }))).toEqual(['b.journey.ts: somebody reads\n    too slow'])
  })

  it('names nothing where no report was written', () => {
    expect(vitestFailures(join(folder, 'nothing.json'))).toEqual([])
  })
})

function file(name: string, report: object): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(report))
  return path
}
