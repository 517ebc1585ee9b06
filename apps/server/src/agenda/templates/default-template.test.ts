import { expect, test } from 'vitest'
import { defaultTemplate } from './default-template.ts'

const lasting = (minutes: number) =>
  defaultTemplate({
    start: '2017-05-10T18:40:00Z',
    end: new Date(Date.UTC(2017, 4, 10, 18, 40 + minutes)).toISOString(),
  })
const minutesIn = (template: string) => [...template.matchAll(/\((\d+) min\)/g)].map(([, minutes]) => Number(minutes))

test('a session of forty minutes gets the agenda of a Forum session', () => {
  expect(lasting(40).match(/^\d\. .*$/gm)).toEqual([
    '1. Who is here, and who takes notes (5 min)',
    '2. Where things stand (10 min)',
    '3. Discussion (20 min)',
    '4. Decisions, actions and who does them (5 min)',
  ])
})

test.each([10, 15, 25, 30, 45, 90, 240])('the minutes of the agenda add up to %i', (minutes) => {
  const parts = minutesIn(lasting(minutes))
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(minutes)
  expect(Math.min(...parts)).toBeGreaterThan(0)
})

test('without times, or with times that mean nothing, it is forty minutes', () => {
  expect(minutesIn(defaultTemplate({ start: null, end: null }))).toEqual([5, 10, 20, 5])
  expect(minutesIn(lasting(5 * 24 * 60))).toEqual([5, 10, 20, 5])
})

test('it has the six parts and explains the marks in one line', () => {
  const template = lasting(40)
  expect(template.match(/^## .*$/gm)).toEqual([
    '## Purpose and goals',
    '## Agenda',
    '## Notes',
    '## Decisions',
    '## Actions',
    '## Links',
  ])
  expect(template.match(/^.*#agreed.*#action.*##topic.*$/gm)).toHaveLength(1)
})
