import { expect, test } from 'vitest'
import { isOn, latestOn } from './on-now.ts'
import { at } from './testing/a-session.ts'

const noon = Date.parse('2017-05-10T16:00:00Z')

test('a session is on from its start until just before its end', () => {
  expect(isOn(at('12:00', '13:00', null).session, noon)).toBe(true)
  expect(isOn(at('11:00', '12:00', null).session, noon)).toBe(false)
})

test('a cancelled session is not on, nor is one without an end', () => {
  expect(isOn(at('11:00', '13:00', null, { state: 'cancelled' }).session, noon)).toBe(false)
  expect(isOn(at('11:00', null, null).session, noon)).toBe(false)
})

test('"Now" leads to the first session of those that began last', () => {
  const [early, late, later] = [at('09:00', '18:00', 'A'), at('11:30', '12:30', 'B'), at('12:30', '13:00', 'B')]
  expect(latestOn([early, late, at('11:30', '13:00', 'C'), later], noon)).toBe(late.session.id)
  expect(latestOn([later], noon)).toBeNull()
})
