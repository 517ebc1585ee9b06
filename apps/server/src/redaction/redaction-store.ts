import type { Noting, PassageAnchor } from '@forumpad/api'
import type { RedactionPlan } from '@forumpad/sync'

/** That words were taken out of a pad and its history; never which. */
export type KeptRedaction = {
  /** From 1 in each pad. */
  id: number
  /** The newest revision then: up to it the words are gone. */
  revision: number
  /** Milliseconds since 1970. */
  at: number
  /** The id and the name, as it was then, of whoever did it; null for a program. */
  person: string | null
  name: string | null
  /** UTF-16 units of the passage, without its copies. */
  characters: number
  /** In the words of whoever did it; may be empty. */
  reason: string
}

/** The files of a frozen version, written anew. */
export type NewFiles = { number: number; files: Record<'md' | 'txt' | 'json', Uint8Array> }

/** In how many messages of a pad's chat and in how many comments words stand. */
export type WordsBeside = { chat: number; comments: number }

export type RedactionToKeep = {
  plan: Pick<RedactionPlan, 'epoch' | 'head' | 'rows' | 'checkpoint' | 'keptCredits'>
  /** The frozen versions that the words were in, and how many versions there are. */
  versions: { changed: readonly NewFiles[]; count: number }
  /** What a comment quotes, without the words. Must not wait. */
  redactedQuote(quote: string, anchor: PassageAnchor | null): string
  /** The template of the pad, what was said in its chat and in comments: without the words. Must not wait. */
  redacted(text: string): string
  said: Omit<KeptRedaction, 'id' | 'revision'>
  /** Noted in the same transaction. */
  note: Noting<KeptRedaction>
}

/** Where the words of pads are overwritten. */
export interface RedactionStore {
  /**
   * Overwrites the words in everything that is kept of a pad, raises its epoch, and notes that it was done: in one durable transaction, after
   * which no page of the database holds them. What is derived from the text (search, outcomes, keyframes) is taken away, to be made anew.
   *
   * `beside` says in how many messages and comments they stood.
   *
   * @returns `changed meanwhile` if the pad is another than that of the plan; then nothing is changed
   */
  redact(
    pad: string,
    what: RedactionToKeep,
  ): Promise<(KeptRedaction & { beside: WordsBeside }) | 'changed meanwhile' | 'no such pad'>
  /** How many messages and comments of a pad would be others if they were redacted so. `redacted` must not wait. */
  beside(pad: string, redacted: (text: string) => string): Promise<WordsBeside>
  /** The newest first. */
  redactions(pad: string): Promise<KeptRedaction[]>
}
