import type { Credit } from '@forumpad/api'
import type { Block, BlockId, PadDocument, WordsOrigin } from '@forumpad/pad-schema'

/**
 * Some words of a line and who wrote them: UTF-16 units from the line's beginning, `from` up to, but not including, `to`. A hard break
 * counts as one unit and is nobody's.
 */
export type CreditedWords = Credit & { from: number; to: number }

/** A block as it was at a moment; `credits` and `origins` are those of its lines, in the order of `linesOf`. */
export type PastBlock = {
  id: BlockId
  block: Block
  credits: readonly (readonly CreditedWords[])[]
  origins: readonly (readonly WordsOrigin[])[]
  shapedBy: string | undefined
}

/** What a pad held at a moment, and who had written it. */
export type PastText = {
  document: PadDocument
  /**
   * For each block of the document its lasting id: two revisions name the same line alike. (A line that was carried elsewhere is written anew
   * and has a new one. What the schema does not know may be several blocks with one id, until the next revision mends it.)
   */
  blockIds: readonly BlockId[]
  /** For each line in the order of `linesOf(document)`, those in the cells of tables too: who wrote which words. In order, without overlaps. */
  credits: readonly (readonly CreditedWords[])[]
  /** For the same lines the ids of their words in Yjs. */
  origins: readonly (readonly WordsOrigin[])[]
  /** For each block who made it what it is, as far as that is known: the last who gave it a kind or a level. */
  shapedBy: readonly (string | undefined)[]
}

/** Which revision it is, and whose. */
export type RevisionFacts = {
  /** From 1. */
  number: number
  /** When it was stored: milliseconds since 1970. */
  at: number
  /** The id of the person who made this change, as the server saw them (`SERVER_PERSON` for the template and for what was mended). */
  person: string
}

/** One revision of a pad. */
export type Revision = PastText & RevisionFacts

/** The same, block by block. Between frames that are read in one go, a block that has not changed is the same object. */
export type Frame = RevisionFacts & { blocks: readonly PastBlock[] }

export function revisionOf({ blocks, ...facts }: Frame): Revision {
  return {
    ...facts,
    document: { blocks: blocks.map(({ block }) => block) },
    blockIds: blocks.map(({ id }) => id),
    credits: blocks.flatMap(({ credits }) => credits),
    origins: blocks.flatMap(({ origins }) => origins),
    shapedBy: blocks.map(({ shapedBy }) => shapedBy),
  }
}
