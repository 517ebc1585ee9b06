/** What a moderator says of a session that runs. `at` is in milliseconds since 1970. */
export type NowWords = { topic: string | null; lateMinutes: number; at: number }

/** Where that is kept. */
export interface NowStore {
  /** By the pads' names; those of which nothing is said are left out. */
  of(pads: readonly string[]): Promise<ReadonlyMap<string, NowWords>>
  /** Null takes back what was said. False if there is no such pad. */
  say(pad: string, words: NowWords | null): Promise<boolean>
}
