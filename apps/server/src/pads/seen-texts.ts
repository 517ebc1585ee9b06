/** A follower has seen the text of a pad as it was at a revision of an epoch. */
export type SeenText = { follower: string; pad: string; epoch: number; revision: number }

/** A pad whose text some followers have not seen as it is now. */
export type UnseenText = { pad: string; followers: string[] }

/** Remembers which texts followers have seen, over all starts. */
export interface SeenTexts {
  /** Notes what was seen, all at once. */
  note(seen: readonly SeenText[]): Promise<void>
  /**
   * The next pads in the order of their names, after `after` ('' for the first), with a text that not all of the followers have seen as it
   * is: at most `limit`. A pad that nobody has opened has no text yet.
   */
  unseen(followers: readonly string[], after: string, limit: number): Promise<UnseenText[]>
}
