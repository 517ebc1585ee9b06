/** How many characters somebody wrote of the text as it is now. */
export type Contribution = { person: string; characters: number }

/** What somebody wrote over several pads. */
export type EventContribution = Contribution & { pads: number }

/** Whose eyes a list is for, at a moment (milliseconds since 1970). */
export type ContributionReader = { isOrganiser: boolean; person: string | undefined; at: number }

/** Where it is kept who wrote how much of each pad. */
export interface ContributionStore {
  /** Keeps who wrote how much of a pad's text now, in place of what was before. Nothing happens if there is no such pad. */
  keep(pad: string, contributions: readonly Contribution[]): Promise<void>
  /** Over the pads of an event that `reader` may read, those who wrote most first. The query itself leaves the others out. */
  ofEvent(event: string, reader: ContributionReader): Promise<EventContribution[]>
}
