import { expect, it } from 'vitest'
import { createAllowance, SOCKET_LIMITS } from './allowance.ts'

/** Sends `perSecond` messages of `bytes` evenly for `seconds`; whether all of them were allowed. */
function sends(perSecond: number, seconds: number, bytes = 50): boolean {
  const take = createAllowance(SOCKET_LIMITS, 0)
  for (let n = 0; n < perSecond * seconds; n++) if (!take(bytes, (n / perSecond) * 1000)) return false
  return true
}

it('lets people type all day, and a script hurry for a moment', () => {
  expect(sends(50, 3600)).toBe(true)
  expect(sends(1000, 1)).toBe(true)
})

it('stops a thousand messages a second', () => {
  expect(sends(1000, 5)).toBe(false)
})

it('counts large messages for more', () => {
  expect(sends(2, 10, 8 * 1024 * 1024)).toBe(false)
  expect(sends(1, 1, 8 * 1024 * 1024)).toBe(true)
})
