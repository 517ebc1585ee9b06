import type { ActToNote, ChangeDone, UndoPersonDone, UndoPersonWish } from '@forumpad/api'
import type { PadStore } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import { authorKey } from './hands.ts'
import { InTurn } from './in-turn.ts'
import type { Past } from './past.ts'
import { authoredStandings } from './past-standings.ts'
import type { Doers } from './replayed-pad.ts'
import { type RewriteParts, rewritePad } from './rewrite-pad.ts'
import { type LeftAlone, withoutPerson } from './without-person.ts'

/** What moderators do to the text of a pad as a whole. A change is stored with the note of it, or not at all. */
export type PadChanges = {
  /**
   * Makes a pad hold what it held at a revision, for a person, as a new revision: what comes back is its writers' again. What is typed meanwhile
   * stays. Throws a `ProblemError` where there is no such pad or revision, or while the pad is frozen.
   */
  restore(pad: string, revision: number, person: string, note: ActToNote): Promise<ChangeDone>
  /**
   * Undoes everything that one person did in a span, for another person, as a new revision: what they wrote goes, what they took away comes
   * back with its authors, what others did stays. The same errors.
   */
  undoPerson(pad: string, wish: UndoPersonWish, person: string, note: ActToNote): Promise<UndoPersonDone>
  /** The same for what several people did, each since a moment: milliseconds since 1970. */
  undoPeople(
    pad: string,
    people: readonly { person: string; since: number }[],
    span: Pick<UndoPersonWish, 'from' | 'to'>,
    person: string,
    note: ActToNote,
  ): Promise<UndoPersonDone>
}

export type PadChangesParts = RewriteParts & {
  past: Past
  log: Pick<PadStore, 'load' | 'readLog'>
  /** Throws a `ProblemError` while the pad takes no text. */
  requireWritable(pad: string): Promise<unknown>
}

export function createPadChanges(parts: PadChangesParts): PadChanges {
  const turns = new InTurn()

  /** A pad may be frozen between the question and the change; then that is the answer. */
  async function unlessFrozen<Result>(pad: string, work: () => Promise<Result>): Promise<Result> {
    await parts.requireWritable(pad)
    try {
      return await turns.do(pad, work)
    } catch (error) {
      await parts.requireWritable(pad)
      throw error
    }
  }

  async function undo(
    pad: string,
    doers: Doers,
    span: Pick<UndoPersonWish, 'from' | 'to'>,
    person: string,
    note: ActToNote,
  ): Promise<UndoPersonDone> {
    let left: LeftAlone = { shared: 0, already: 0 }
    const plan = async (newest: number) => {
      const { from = 0, to = newest } = span
      if (!(from >= 0 && from <= to && to <= newest && Number.isInteger(from) && Number.isInteger(to)))
        throw noSuchSpan(newest)
      const plan = await withoutPerson(parts.log, pad, newest, { doers, from, to })
      left = plan.left
      return plan
    }
    return { ...(await rewritePad(parts, pad, person, plan, note)), left }
  }

  return {
    restore: (pad, revision, person, note) => {
      const plan = async (newest: number) => {
        const target = authoredStandings(await parts.past.readRevision(pad, revision), authorKey)
        const now = authoredStandings(await parts.past.readRevision(pad, newest), authorKey)
        return { now, target }
      }
      return unlessFrozen(pad, () => rewritePad(parts, pad, person, plan, note))
    },
    undoPerson: (pad, wish, person, note) =>
      unlessFrozen(pad, () => undo(pad, new Map([[wish.person, 0]]), wish, person, note)),
    undoPeople: (pad, people, span, person, note) => {
      const doers = new Map(people.map((each) => [each.person, each.since]))
      return unlessFrozen(pad, () => undo(pad, doers, span, person, note))
    },
  }
}

function noSuchSpan(newest: number): ProblemError {
  return new ProblemError(
    404,
    'no-such-revision',
    `The span must lie within the revisions of this pad, 0 to ${newest}, the older one first.`,
  )
}
