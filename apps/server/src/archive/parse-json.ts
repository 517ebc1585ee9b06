import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { damaged } from './damaged-archive.ts'

/**
 * Reads a JSON file of an archive. Throws where it is not what such a file holds.
 *
 * @param first looks at what it says of itself, before all of it is checked
 */
export function parseJson<Schema extends TSchema>(
  path: string,
  bytes: Uint8Array,
  schema: Schema,
  first?: (value: Record<string, unknown>) => void,
): Static<Schema> {
  const value = parsed(path, bytes)
  if (first && typeof value === 'object' && value !== null) first(value as Record<string, unknown>)
  if (Value.Check(schema, value)) return value
  const [fault] = Value.Errors(schema, value)
  throw damaged(
    path,
    `says what it cannot at ${fault?.instancePath || 'its beginning'}: it ${fault?.message ?? 'is wrong'}`,
  )
}

function parsed(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf8', { fatal: true }).decode(bytes))
  } catch {
    throw damaged(path, 'is no JSON')
  }
}
