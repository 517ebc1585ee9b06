import { isAtLeast, type Role } from '@forumpad/api'
import { ProblemError } from '../http/problem-error.ts'

/** Throws a ProblemError if a role is more than what somebody holds, who can neither give it by a link nor take it away. */
export function requireNoMoreThan(held: Role, given: Role): void {
  if (isAtLeast(held, given)) return
  throw new ProblemError(
    403,
    'not-allowed',
    `Here you are ${held}, and this link makes ${given}: only somebody who is at least that may make or revoke it.`,
  )
}
