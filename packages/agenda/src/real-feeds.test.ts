import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { compareAgendas } from './compare-agendas.ts'
import type { KnownSession } from './known-session.ts'
import { parseAgenda } from './parse-agenda.ts'

// Real feeds hold people's names and are not part of the project; they are tried where a copy lies beside it.
const folder = join(import.meta.dirname, '../../../../shared/agendas')
const read = (file: string) => parseAgenda(readFileSync(join(folder, file), 'utf8'), 'America/New_York')
const known = (file: string): KnownSession[] =>
  read(file).sessions.map((last) => ({ id: last.key, keys: [last.key], edited: false, askedAbout: [], last }))
const count = (before: string, after: string) => {
  const { changes } = compareAgendas(known(before), read(after).sessions)
  const kept = changes.flatMap((change) => (change.is === 'kept' ? [change] : []))
  return {
    kept: kept.length,
    added: changes.filter(({ is }) => is === 'added').length,
    missing: changes.filter(({ is }) => is === 'missing').length,
    renamed: kept.filter(({ kinds }) => kinds.includes('renamed')).length,
    unchanged: kept.filter(({ kinds }) => kinds.length === 0).length,
  }
}

test('real feeds are read whole', () => {
  if (!existsSync(folder)) {
    console.info(`No real feeds in ${folder}: only the project's own fixtures were tried.`)
    expect(existsSync(folder)).toBe(false)
    return
  }
  const sizes = ['pyconus2025-all-latest.ics', 'pyconus2025-openspaces-latest.ics', 'moca2024.ics'].map((file) => {
    const { sessions } = read(file)
    return new Set(sessions.map(({ key }) => key)).size
  })
  expect(sizes).toEqual([224, 146, 88])
  expect(count('pyconus2025-all-latest.ics', 'pyconus2025-all-latest.ics')).toMatchObject({
    unchanged: 224,
    added: 0,
    missing: 0,
  })
  expect(count('moca2024.ics', 'moca2024.ics')).toMatchObject({ unchanged: 88, added: 0, missing: 0 })
  expect(count('pyconus2025-all-20250228.ics', 'pyconus2025-all-latest.ics')).toMatchObject({
    kept: 157,
    added: 67,
    missing: 6,
  })
  expect(count('small/pyconus2025-openspaces-20250516.ics', 'pyconus2025-openspaces-latest.ics')).toMatchObject({
    kept: 17,
  })
})
