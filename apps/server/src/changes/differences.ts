import { SERVER_PERSON } from '@forumpad/api'
import { type Block, compareDocuments, type Difference, type Standing } from '@forumpad/pad-schema'
import type { PadStore } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import { type ChangedPlace, changedPlaces } from './changed-places.ts'
import { InTurn } from './in-turn.ts'
import type { Past, PastRevision } from './past.ts'
import { authoredStandings, removedStandings } from './past-standings.ts'
import { readRemovers } from './removers.ts'

/** What is different between two revisions of a pad, and when they were. Revision 0 is the pad before anybody wrote. */
export type PadDifference = {
  from: Moment
  to: Moment
  difference: Difference
  /** Of each block of both: which line it is, and when its words came or went last. */
  placeOf(block: Block): ChangedPlace | undefined
}

type Moment = { revision: number; at: number | null }

export type Differences = {
  /** Throws a `ProblemError` where there is no such revision, or `from` is not before `to`. */
  between(pad: { name: string; epoch: number }, from: number, to: number): Promise<PadDifference>
}

export type DifferencesParts = { past: Past; log: Pick<PadStore, 'readLog'> }

const KEPT = 50
/** Whoever asks when so many wait is told to come again: nobody waits for minutes. */
const MOST_WAITING = 20

export function createDifferences({ past, log }: DifferencesParts): Differences {
  // In the order of their last use. Promises, so that those who ask together share one search.
  const kept = new Map<string, Promise<PadDifference>>()
  // One after the other: each takes up to a second, and anybody may ask.
  const turns = new InTurn()
  let waiting = 0

  async function find(pad: string, from: number, to: number): Promise<PadDifference> {
    const [before, after] = await bothRevisions(pad, from, to)
    const removers = before && (await readRemovers(log, pad, { from, to }))
    const old = before && removers ? removedStandings(before, removers) : []
    const difference = compareDocuments(old, writtenStandings(after))
    return {
      from: { revision: from, at: before?.at ?? null },
      to: { revision: to, at: after?.at ?? null },
      difference,
      placeOf: changedPlaces(before && removers && { revision: before, removers }, after),
    }
  }

  function inTurn(pad: string, from: number, to: number): Promise<PadDifference> {
    if (waiting >= MOST_WAITING) return Promise.reject(tooMany())
    waiting += 1
    return turns
      .do('find', () => find(pad, from, to))
      .finally(() => {
        waiting -= 1
      })
  }

  async function bothRevisions(pad: string, from: number, to: number): Promise<(PastRevision | undefined)[]> {
    const found: PastRevision[] = []
    for await (const revision of past.readRevisions(pad, from === 0 ? [to] : [from, to])) found.push(revision)
    return from === 0 ? [undefined, ...found] : found
  }

  return {
    between({ name, epoch }, from, to) {
      if (!Number.isInteger(from) || from < 0 || from >= to) return Promise.reject(wrongOrder())
      const key = `${name} ${epoch} ${from} ${to}`
      const found = kept.get(key) ?? inTurn(name, from, to)
      kept.delete(key)
      kept.set(key, found)
      found.catch(() => kept.delete(key))
      for (const oldest of kept.keys()) {
        if (kept.size <= KEPT) break
        kept.delete(oldest)
      }
      return found
    },
  }
}

/** What nobody wrote, such as the template, has no author. */
function writtenStandings(then: PastRevision | undefined): Standing[] {
  if (!then) return []
  const movers = then.credits.map((line) => line.find(({ movedBy }) => movedBy !== undefined)?.movedBy)
  let line = 0
  return authoredStandings(then, ({ author }) => (author === SERVER_PERSON ? undefined : author)).map((standing) => {
    const movedBy = standing.block.type === 'paragraph' ? movers[line] : undefined
    line +=
      standing.block.type === 'paragraph' ? 1 : standing.block.type === 'table' ? standing.block.rows.flat(2).length : 0
    return { ...standing, movedBy, shapedBy: standing.shapedBy === SERVER_PERSON ? undefined : standing.shapedBy }
  })
}

function tooMany(): ProblemError {
  return new ProblemError(
    503,
    'too-many-differences',
    'Many are comparing revisions at this moment. Try again in some seconds.',
  )
}

function wrongOrder(): ProblemError {
  return new ProblemError(
    400,
    'invalid-request',
    'Say two revisions, the older one first, for example ?from=3&to=12. 0 is the pad before anybody wrote.',
  )
}
