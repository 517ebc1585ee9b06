/**
 * Whether what a client says of its cursor can be read by every editor: nothing, or two relative positions of Yjs as JSON
 * (`relativePositionToJSON`). An editor that reads another thing stops working, with every change anew.
 */
export function isCursor(value: unknown): boolean {
  if (value === null || value === undefined) return true
  return isObject(value) && isRelativePosition(value.anchor) && isRelativePosition(value.head)
}

function isRelativePosition(value: unknown): boolean {
  if (!isObject(value)) return false
  const { type = null, item = null, tname = null, assoc = 0 } = value
  return (
    (type === null || isId(type)) &&
    (item === null || isId(item)) &&
    (tname === null || typeof tname === 'string') &&
    Number.isInteger(assoc) &&
    (type !== null || item !== null || tname !== null)
  )
}

const isId = (value: unknown): boolean => isObject(value) && isClock(value.client) && isClock(value.clock)

const isClock = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
