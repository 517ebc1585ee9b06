import { expect, test } from 'vitest'
import { sharedZone } from './shared-zone.ts'

test.each([
  [['2027-02-06T10:00:00+01:00', '', '2027-02-07T10:00:00+01:00'], 'Etc/GMT-1'],
  [['2027-02-06T10:00:00-0500'], 'Etc/GMT+5'],
  [['2027-02-06T10:00:00+01:00', '2027-07-06T10:00:00+02:00'], undefined],
  [['2027-02-06T10:00:00+05:30'], undefined],
  [['2027-02-06T10:00:00Z'], undefined],
  [['2027-02-06'], undefined],
  [[''], undefined],
])('%j', (times, zone) => {
  expect(sharedZone(times)).toBe(zone)
})
