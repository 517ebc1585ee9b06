import type { LineShape } from './line.ts'
import { isBoxKind, isListKind } from './line.ts'

/** What a line owes to the lines around it. */
export type LinePlace = {
  /** Of a numbered line: its number. */
  number?: number
  /** Of code, quotations and callouts: the line begins or ends its run of lines of that kind. */
  first?: true
  last?: true
}

/**
 * The place of each block in order; `null` stands for a block that is no line. A numbered line counts on from the one before at
 * its level; deeper list lines in between do not matter, any other line begins the count anew. `start` counts only where a run begins.
 */
export function linePlaces(shapes: readonly (LineShape | null)[]): LinePlace[] {
  let counts: (number | undefined)[] = []
  return shapes.map((shape, index) => {
    if (shape === null || !isListKind(shape.kind)) counts = []
    else counts.length = Math.min(counts.length, shape.level + (shape.kind === 'number' ? 1 : 0))
    const place: LinePlace = {}
    if (shape?.kind === 'number') {
      const before = counts[shape.level]
      place.number = before === undefined ? (shape.start ?? 1) : before + 1
      counts[shape.level] = place.number
    } else if (shape !== null && isBoxKind(shape.kind)) {
      if (!sameRun(shapes[index - 1], shape)) place.first = true
      if (!sameRun(shapes[index + 1], shape)) place.last = true
    }
    return place
  })
}

function sameRun(other: LineShape | null | undefined, shape: LineShape): boolean {
  return other?.kind === shape.kind && other.level === shape.level
}

/** The place as attributes of the line's element; the same in the editor and in the server's HTML. */
export function placeAttributes(place: LinePlace): Record<string, string> {
  return {
    ...(place.number === undefined ? {} : { 'data-number': String(place.number) }),
    ...(place.first ? { 'data-first': '' } : {}),
    ...(place.last ? { 'data-last': '' } : {}),
  }
}
