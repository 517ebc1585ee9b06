import { describe, expect, test } from 'vitest'
import { isCursor } from './cursor.ts'
import { type ForgedStruct, forgeUpdate } from './fuzzing/forge-update.ts'
import { inspectUpdate } from './inspect-update.ts'
import { LIMITS } from './limits.ts'

const at = (clock: number) => ({ client: 7, clock })
const line = (rest: Partial<Extract<ForgedStruct, { is: 'item' }>> = {}): ForgedStruct => ({
  is: 'item',
  parent: { root: 'default' },
  content: { is: 'type', ref: 3, name: 'paragraph' },
  ...rest,
})
const pieces = (structs: ForgedStruct[]) => {
  const facts = inspectUpdate(forgeUpdate({ sections: [{ client: 7, clock: 0, structs }], deletes: [] }))
  if (typeof facts === 'string') throw new Error(facts)
  return facts.pieces
}
const many = (make: (index: number) => ForgedStruct) => Array.from({ length: 8_000 }, (_, index) => make(index))

describe('An update of 8,000 lines', () => {
  test('that were written one below the other costs as much as it has lines', () => {
    expect(pieces(many((i) => line(i > 0 ? { origin: at(i - 1) } : {})))).toBe(8_000)
  })

  test('that were written one above the other also', () => {
    expect(pieces(many((i) => line(i > 0 ? { rightOrigin: at(i - 1) } : {})))).toBe(8_000)
  })

  test('that all claim the same place costs more than is allowed', () => {
    expect(
      pieces(many((i) => line(i > 1 ? { origin: at(0), rightOrigin: at((i * 7) % (i - 1)) } : {}))),
    ).toBeGreaterThan(LIMITS.updatePieces)
  })
})

describe('A cursor', () => {
  const place = { type: null, tname: null, item: { client: 1, clock: 0 }, assoc: 0 }
  test('as editors write it, or none, can be read', () => {
    for (const cursor of [
      null,
      undefined,
      { anchor: place, head: place },
      { anchor: { tname: 'default' }, head: place },
    ])
      expect(isCursor(cursor)).toBe(true)
  })

  test('with anything else in it would stop the editors of the others', () => {
    const odd = [7, [], {}, { anchor: null, head: place }, { anchor: place }, { anchor: { item: at(-1) }, head: place }]
    for (const cursor of odd) expect(isCursor(cursor)).toBe(false)
  })
})
