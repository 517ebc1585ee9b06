import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgenda } from './parse-agenda.ts'

// Real feeds hold people's names and are not part of the project; they are tried where a copy lies beside it.
const folder = join(import.meta.dirname, '../../../../shared/agendas')

test.each([
  ['pyconus2025-all-20250228.ics', 'iCalendar', 163, null],
  ['pyconus2025-all-20250514.ics', 'iCalendar', 224, null],
  ['pyconus2025-all-latest.ics', 'iCalendar', 224, null],
  ['small/pyconus2025-openspaces-20250516.ics', 'iCalendar', 17, null],
  ['pyconus2025-openspaces-latest.ics', 'iCalendar', 146, null],
  ['moca2024.ics', 'iCalendar', 88, 'Europe/Rome'],
  ['31c3-frab-earlier.schedule.xml', 'schedule.xml', 137, 'Etc/GMT-1'],
  ['31c3-frab.schedule.xml', 'schedule.xml', 138, 'Etc/GMT-1'],
  ['fosdem2024.schedule.xml', 'schedule.xml', 674, null],
  ['cccamp2019-frab.schedule.json', 'schedule.json', 79, 'Europe/Berlin'],
  ['small/c3hub.schedule2.json', 'schedule.json v2', 2, 'Europe/Berlin'],
  ['small/openstack-sydney2017-summit-api.json', 'summit API', 44, 'Australia/Melbourne'],
  ['small/gpn11.csv', 'CSV', 29, null],
  ['small/rc3-pretalx.schedule.json', 'schedule.json', 48, 'Etc/GMT-1'],
])('%s: %s, %i sessions', (file, format, count, timeZone) => {
  if (!existsSync(folder)) {
    console.info(`No real feeds in ${folder}: ${file} was not tried.`)
    expect(existsSync(folder)).toBe(false)
    return
  }
  const agenda = parseAgenda(readFileSync(join(folder, file), 'utf8'), 'Europe/Brussels')
  expect(agenda).toMatchObject({ format, timeZone })
  expect(new Set(agenda.sessions.map(({ key }) => key)).size).toBe(count)
  expect(agenda.sessions.filter(({ start, title }) => start === null || title === '')).toEqual([])
})
