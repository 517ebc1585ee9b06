import type { Agenda } from '@forumpad/agenda'
import type { ImportDecision } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'
import type { AgendaBefore } from './agenda-store.ts'

/** Throws a ProblemError for a decision that cannot be carried out: it must never be taken for another one. */
export function checkDecisions(
  decisions: readonly ImportDecision[],
  { sessions }: Agenda,
  { known }: AgendaBefore,
): void {
  if (decisions.length === 0) return
  const keys = new Set(sessions.map(({ key }) => key))
  const ids = new Set(known.map(({ id }) => id))
  const decided = new Set<string>()
  const given = new Set<string>()
  for (const { incoming, session } of decisions) {
    if (!keys.has(incoming))
      throw wrong(`there is no session "${shown(incoming)}" in this agenda; take a dry run's "incoming"`)
    if (decided.has(incoming)) throw wrong(`"${shown(incoming)}" is decided twice`)
    decided.add(incoming)
    if (session === 'new') continue
    if (!ids.has(session))
      throw wrong(`the event has no session "${shown(session)}"; take a candidate's "session", or "new"`)
    if (given.has(session)) throw wrong(`the session "${shown(session)}" is given to two of this agenda`)
    given.add(session)
  }
}

function wrong(what: string): ProblemError {
  return new ProblemError(422, 'impossible-decision', `A decision cannot be carried out: ${what}.`)
}

function shown(key: string): string {
  return key.length <= 100 ? key : `${key.slice(0, 99)}…`
}
