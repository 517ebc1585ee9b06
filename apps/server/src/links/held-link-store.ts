import type { ActToNote } from '@forumpad/api'

/** An address that was seen in a pad of an event. `held`: the words lead nowhere until somebody lets it through. */
export type SeenLink = {
  href: string
  pad: string
  /** Who brought it; null for what nobody wrote. */
  person: string | null
  /** Milliseconds since 1970. */
  at: number
  held: boolean
}

/**
 * Which addresses are known in the pads of each event, and which of them are held. What is done with a `note` is noted in the same
 * transaction.
 */
export interface HeldLinkStore {
  /** Whether new links of unknown people are held in the pads of an event. */
  isHolding(event: string): Promise<boolean>
  setHolding(event: string, holding: boolean, note?: ActToNote): Promise<void>
  /** Those of the addresses that are known, and whether they are held. */
  known(event: string, hrefs: readonly string[]): Promise<Map<string, boolean>>
  /** Keeps what was seen. An address that is known keeps its first place, and is free once it was seen free. */
  see(event: string, links: readonly SeenLink[]): Promise<void>
  /** The newest first: at most `limit`. */
  held(event: string, limit: number): Promise<SeenLink[]>
  /** How many are free: it only ever grows. */
  countFree(event: string): Promise<number>
  /** Frees an address. False if it is not held. */
  release(event: string, href: string, note?: ActToNote): Promise<boolean>
  /** From now on what somebody brings is not held; what is held of theirs is freed. False if they are trusted already. */
  trust(event: string, person: string, at: number, note?: ActToNote): Promise<boolean>
  /** Those of the people who are trusted. */
  trusted(event: string, people: readonly string[]): Promise<Set<string>>
}
