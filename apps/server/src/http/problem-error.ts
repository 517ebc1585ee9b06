import { STATUS_CODES } from 'node:http'
import type { Problem } from '@forumpad/api'

/** An expected refusal on its way to the client: as problem+json from the API, as a page from pages. */
export class ProblemError extends Error {
  override name = 'ProblemError'

  /**
   * @param status the HTTP status
   * @param code stable, for programs
   * @param detail for people: what is wrong, and the way out
   */
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail)
  }
}

export function problemOf({ status, code, detail }: ProblemError): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, code, detail }
}
