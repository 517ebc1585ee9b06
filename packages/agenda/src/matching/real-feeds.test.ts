import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { AgendaSession } from '../agenda.ts'
import { compareAgendas } from '../compare-agendas.ts'
import { parseAgenda } from '../parse-agenda.ts'
import { knownFrom } from '../testing/sessions.ts'

// Real feeds hold people's names and are not part of the project; they are tried where a copy lies beside it.
const folder = join(import.meta.dirname, '../../../../../shared/agendas')
const isThere = existsSync(folder)
const read = (file: string) => parseAgenda(readFileSync(join(folder, file), 'utf8'), 'Europe/Berlin').sessions

test(isThere ? `real feeds lie in ${folder}` : `no real feeds in ${folder}: only made-up agendas were compared`, () => {
  expect(existsSync(folder)).toBe(isThere)
})

function counts(before: string, after: string) {
  const { changes, unclear } = compareAgendas(knownFrom(read(before), false), read(after))
  const kept = changes.flatMap((change) => (change.is === 'kept' ? [change] : []))
  return {
    kept: kept.length,
    added: changes.filter(({ is }) => is === 'added').length,
    missing: changes.filter(({ is }) => is === 'missing').length,
    renamed: kept.filter(({ kinds }) => kinds.includes('renamed')).length,
    moved: kept.filter(({ kinds }) => kinds.includes('moved')).length,
    unclear: unclear.length,
  }
}

const withFeeds = isThere ? describe : () => {}

withFeeds('a feed and its later self, as it was counted by hand', () => {
  const pycon = (day: string) => `pyconus2025-all-${day}.ics`
  test.each([
    [pycon('20250228'), pycon('20250514'), { kept: 157, missing: 6, added: 67, renamed: 37, moved: 0, unclear: 0 }],
    [pycon('20250514'), pycon('latest'), { kept: 224, missing: 0, added: 0, renamed: 8, moved: 1, unclear: 0 }],
    [
      'small/pyconus2025-openspaces-20250516.ics',
      'pyconus2025-openspaces-latest.ics',
      { kept: 17, missing: 0, added: 129, renamed: 0, moved: 1, unclear: 0 },
    ],
    [
      '31c3-frab-earlier.schedule.xml',
      '31c3-frab.schedule.xml',
      { kept: 135, missing: 2, added: 3, renamed: 0, moved: 1, unclear: 0 },
    ],
  ])('%s and %s', (before, after, expected) => {
    expect(counts(before, after)).toEqual(expected)
  })
})

const DAY = 24 * 3_600_000
const later = (instant: string | null) =>
  instant && new Date(Date.parse(instant) + DAY).toISOString().replace('.000Z', 'Z')
const renewed = (each: AgendaSession, n: number) => ({
  ...each,
  key: `new ${n}`,
  url: each.url && `https://new.example/${n}`,
})

/** What is done to a whole feed; each session keeps its old key in `was`. */
type Marked = AgendaSession & { was: string }
const wrongs: Record<string, (sessions: Marked[]) => Marked[]> = {
  'all ids changed': (all) => all.map(renewed).map((each, n) => ({ ...each, was: all[n]?.was ?? '' })),
  'all times a day later': (all) => all.map((each) => ({ ...each, start: later(each.start), end: later(each.end) })),
  'a fifth renamed': (all) =>
    all.map((each, n) => (n % 5 === 0 ? { ...each, title: `About ${each.title} (new)` } : each)),
  'a tenth removed': (all) => all.filter((_, n) => n % 10 !== 3),
}
wrongs['all of it at once'] = (all) =>
  Object.entries(wrongs).reduce((now, [name, wrong]) => (name.startsWith('all of') ? now : wrong(now)), all)

withFeeds('real feeds that went through a lot', () => {
  const files = (
    isThere ? [...readdirSync(folder), ...readdirSync(join(folder, 'small')).map((file) => `small/${file}`)] : []
  )
    .filter((file) => /\.(ics|xml|json|csv)$/.test(file))
    .filter((file) => read(file).length >= 10)

  test.each(files.flatMap((file) => Object.entries(wrongs).map(([name, wrong]) => [file, name, wrong] as const)))(
    '%s: %s',
    (file, _, wrong) => {
      const sessions = read(file)
      const now = wrong(sessions.map((each) => ({ ...each, was: each.key }))).reverse()
      const was = new Map<AgendaSession, string>(now.map((each) => [each, each.was]))
      const { changes, unclear } = compareAgendas(knownFrom(sessions), now)
      const kept = changes.flatMap((change) => (change.is === 'kept' ? [change] : []))
      expect(kept.filter(({ id, session }) => id !== `id of ${was.get(session)}`)).toEqual([])
      expect(kept.length).toBeGreaterThanOrEqual(now.length * 0.97)
      expect(kept.length + unclear.length).toBe(now.length)
    },
  )
})
