/** How much a connection may send: `burst` at once, and `perSecond` for ever. */
export type AllowanceLimits = { burst: number; perSecond: number }

/**
 * Room for hours of quick typing, the flush after a time offline, and a script that is in a hurry; a thousand messages a
 * second, for seconds, is none of these.
 */
export const SOCKET_LIMITS: AllowanceLimits = { burst: 2_000, perSecond: 250 }

/** A message counts once for itself and once more for each of these many bytes. */
const BYTES_PER_UNIT = 16_384

/** Counts what one connection sends; `take` is false when it is too much. `now` is in milliseconds. */
export function createAllowance(
  { burst, perSecond }: AllowanceLimits,
  now: number,
): (bytes: number, now: number) => boolean {
  let left = burst
  let last = now
  return (bytes, at) => {
    left = Math.min(burst, left + ((at - last) / 1000) * perSecond)
    last = at
    const cost = 1 + bytes / BYTES_PER_UNIT
    // What is refused costs nothing: nobody runs up a debt.
    if (left < cost) return false
    left -= cost
    return true
  }
}

/** An allowance of its own for each of many, by their id. Whoever has been quiet for long enough is forgotten: their allowance is full. */
export function createAllowances(limits: AllowanceLimits): (id: string, bytes: number, now: number) => boolean {
  const known = new Map<string, { allows: ReturnType<typeof createAllowance>; last: number }>()
  const fullAfter = (limits.burst / limits.perSecond) * 1000
  let tidyAt = 1_000
  return (id, bytes, now) => {
    const one = known.get(id) ?? { allows: createAllowance(limits, now), last: now }
    one.last = now
    known.set(id, one)
    if (known.size > tidyAt) {
      for (const [each, { last }] of known) if (now - last > fullAfter) known.delete(each)
      tidyAt = Math.max(1_000, known.size * 2)
    }
    return one.allows(bytes, now)
  }
}
