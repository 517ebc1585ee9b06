import type { Person } from '@forumpad/api'
import { type Line, ROOT, readLineName, tickLine } from '@forumpad/pad-schema'
import { FrozenPad, type LivePads } from '@forumpad/sync'
import { ProblemError } from '../http/problem-error.ts'
import { lineOutcomes } from './line-outcomes.ts'

export type TickParts = {
  livePads: Pick<LivePads, 'edit'>
  /** Brings what a pad says to its outcomes at once, so that whoever ticked sees it. */
  refresh(pad: string): Promise<void>
}

/** What is ticked: the permanent name of a line (`Outcome.name`), in a pad that is there. */
export type TickedLine = { pad: string; name: string; done: boolean }

/**
 * Ticks an action in its pad, or takes the tick away: a change of the text like any other, at once on every screen, which the history
 * knows as this person's. The words stay their authors'. Throws a ProblemError that says why if it cannot be done.
 */
export async function tickOutcome(
  { livePads, refresh }: TickParts,
  { pad, name, done }: TickedLine,
  by: Pick<Person, 'id'>,
): Promise<void> {
  const line = readLineName(name)
  if (line === null) throw gone()
  try {
    await livePads.edit(pad, by.id, (doc) => {
      const outcome = doc.transact(() => tickLine(doc.getXmlFragment(ROOT), line, done, isTickable))
      if (outcome !== 'ticked') throw outcome === 'gone' ? gone() : noBox()
    })
  } catch (error) {
    throw error instanceof FrozenPad ? frozen() : error
  }
  await refresh(pad)
}

/** A list line under "Actions" is an action by its heading: whoever ticks it saw it there. */
const isTickable = (line: Line): boolean => lineOutcomes(line, 'action').some(({ box }) => box)

const gone = () =>
  new ProblemError(
    409,
    'line-gone',
    'This line is not in the pad any more: somebody deleted it or wrote it anew. Load the page again to see what is there now.',
  )

const noBox = () =>
  new ProblemError(
    409,
    'not-a-task',
    'This line is no task any more, so it was not ticked. Load the page again to see what it says now.',
  )

const frozen = () =>
  new ProblemError(
    403,
    'pad-frozen',
    'This pad is frozen: nothing can be ticked in it. Ask the moderator to reopen it.',
  )
