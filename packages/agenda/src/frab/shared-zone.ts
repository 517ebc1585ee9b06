import { offsetOf } from '../session-times.ts'
import { ianaZone } from '../zones/iana-zone.ts'

/**
 * A zone for a feed that names none: if all its times have the same offset, clocks there show that offset while the
 * conference lasts. Undefined if they differ or have none.
 */
export function sharedZone(times: readonly string[]): string | undefined {
  const offsets = new Set(times.filter((time) => time !== '').map(offsetOf))
  const [offset] = offsets
  if (offsets.size !== 1 || offset === undefined || offset % 60 !== 0) return undefined
  return ianaZone(`UTC${offset < 0 ? '-' : '+'}${Math.abs(offset) / 60}`)
}
