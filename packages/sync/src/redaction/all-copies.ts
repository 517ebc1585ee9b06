import type { Carried } from '../authorship/carry-over.ts'
import type { Span } from '../authorship/trace.ts'
import { IdSet } from './id-set.ts'

/**
 * Some characters with all that they were copied from and to, by what is known of splits, joins, moves, undo and paste.
 *
 * @param carried in the order of the log
 */
export function allCopies(characters: Iterable<Span>, carried: readonly Carried[]): IdSet {
  const all = new IdSet(characters)
  const backwards = carried.toReversed()
  for (let isNew = true; isNew; ) {
    isNew = false
    for (const { from, to } of carried) if (carry(all, from, to)) isNew = true
    for (const { from, to } of backwards) if (carry(all, to, from)) isNew = true
  }
  return all
}

function carry(all: IdSet, from: Span, to: Span): boolean {
  let isNew = false
  for (const { clock, length } of all.within(from))
    if (all.add({ client: to.client, clock: to.clock + clock - from.clock, length })) isNew = true
  return isNew
}
