import { describe, expect, it } from 'vitest'
import { Delivery, pauseBefore } from './line-watch.ts'

describe('the pause before the next try', () => {
  it('grows with each failure, to four seconds', () => {
    expect([0, 1, 2, 3, 4, 5, 30].map((failures) => pauseBefore(failures, 1))).toEqual([
      200, 400, 800, 1_600, 3_200, 4_000, 4_000,
    ])
  })

  it('is for the most part chance', () => {
    expect(pauseBefore(5, 0)).toBe(1_000)
    expect(pauseBefore(5, 0.5)).toBe(2_500)
  })
})

describe('a line that is open in one direction alone', () => {
  const waiting = { changes: 2, saved: 5, bytes: 0, buffered: 0 }
  const after = (delivery: Delivery, seconds: number, state = waiting) => delivery.isStuck(seconds * 1_000, state)

  it('is noticed so early that the badge tells within ten seconds', () => {
    const delivery = new Delivery()
    expect([0, 3, 6].map((second) => after(delivery, second))).toEqual([false, false, false])
    expect(after(delivery, 8)).toBe(true)
  })

  it('is not one where changes arrive, however many follow', () => {
    const delivery = new Delivery()
    for (let second = 0; second < 60; second++) {
      expect(after(delivery, second, { ...waiting, changes: 3, saved: Math.floor(second / 5) })).toBe(false)
    }
  })

  it('is not one that is only slow', () => {
    const delivery = new Delivery()
    for (let second = 0; second < 30; second++) {
      expect(after(delivery, second, { ...waiting, bytes: 500_000 })).toBe(false)
    }
    expect(after(delivery, 60, { ...waiting, bytes: 500_000 })).toBe(true)
  })

  it('is not one on which nothing waits', () => {
    const delivery = new Delivery()
    after(delivery, 0, { ...waiting, changes: 0 })
    expect(after(delivery, 60, { ...waiting, changes: 0 })).toBe(false)
    expect(after(delivery, 61)).toBe(false)
  })
})
