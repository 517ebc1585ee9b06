import type { Credit } from '@forumpad/api'
import type { BlockId, PadDocument, WordsOrigin } from '@forumpad/pad-schema'

/** A pad as it was at a revision, as far as changes need it. */
export type PastRevision = {
  number: number
  /** Milliseconds since 1970. */
  at: number
  document: PadDocument
  blockIds: readonly BlockId[]
  /** For each line who wrote which words, and at which ids they lie. */
  credits: readonly (readonly (Credit & { from: number; to: number })[])[]
  origins: readonly (readonly WordsOrigin[])[]
  shapedBy: readonly (string | undefined)[]
}

/** What changes need of the past of pads. Both throw a `ProblemError` where there is no such revision. */
export type Past = {
  readRevision(pad: string, revision: number): Promise<PastRevision>
  /** In ascending order. */
  readRevisions(pad: string, revisions: readonly number[]): AsyncGenerator<PastRevision, void, undefined>
}
