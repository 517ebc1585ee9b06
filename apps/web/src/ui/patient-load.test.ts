import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadPatiently } from './patient-load.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('loads a part although the line breaks at first', async () => {
  const load = vi.fn(async () => {
    if (load.mock.calls.length < 4) throw new TypeError('Failed to fetch dynamically imported module')
    return 'menus'
  })
  const loaded = loadPatiently(load)
  await vi.advanceTimersByTimeAsync(3_500)
  expect(await loaded).toBe('menus')
})

it('fails when it never comes', async () => {
  const load = vi.fn(async () => {
    throw new TypeError('gone')
  })
  const failed = expect(loadPatiently(load)).rejects.toThrow('gone')
  await vi.advanceTimersByTimeAsync(180_000)
  await failed
  expect(load).toHaveBeenCalledTimes(9)
})
