import type { FoundOutcome, NamedBlock } from './find-outcomes.ts'
import { findOutcomes } from './find-outcomes.ts'
import type { OutcomeStore } from './outcome-store.ts'
import { wallDay } from './wall-day.ts'

/** The text of a pad as it is brought to whoever follows it. */
export type FollowedText = { pad: { name: string }; blocks: readonly NamedBlock[] }

/** When a session is held, on the clock of its event; `start` is an instant in ISO 8601. */
export type WhenHeld = { start: string | null; timeZone: string }

export type FollowParts = {
  outcomes: Pick<OutcomeStore, 'keep' | 'kept'>
  /** Of the session whose notes a pad holds; undefined for a free-standing one. */
  whenHeld(pad: string): Promise<WhenHeld | undefined>
  /** Those of some addresses that lead somewhere in a pad. */
  freeAmong(pad: string, hrefs: readonly string[]): Promise<ReadonlySet<string>>
  now(): number
}

/** Keeps the outcomes of each pad as its text says them. */
export function followOutcomes({ outcomes, whenHeld, freeAmong, now }: FollowParts) {
  return {
    // Another name whenever something else is found in the same text: then everything is read anew.
    name: 'outcomes 1',
    async follow({ pad, blocks }: FollowedText): Promise<void> {
      const held = await whenHeld(pad.name)
      const start = held?.start ?? null
      const all = findOutcomes(blocks, wallDay(start === null ? now() : Date.parse(start), held?.timeZone ?? 'UTC'))
      const free = await freeAmong(pad.name, all.flatMap(linkIn))
      const found = all.filter((outcome) => linkIn(outcome).every((href) => free.has(href)))
      const before = await outcomes.kept(pad.name)
      const kept = start === null ? daysKept(found, before) : found
      if (JSON.stringify(kept) !== JSON.stringify(before)) await outcomes.keep(pad.name, kept)
    },
  }
}

const linkIn = ({ kind, url }: FoundOutcome): string[] => (kind === 'link' && url !== null ? [url] : [])

/** In a pad without a day of its own, "due Friday" is counted from the day when it was first seen, and stays. */
function daysKept(found: readonly FoundOutcome[], before: readonly FoundOutcome[]): FoundOutcome[] {
  const key = ({ line, kind, text }: FoundOutcome) => `${line} ${kind} ${text}`
  const known = new Map(before.map((outcome) => [key(outcome), outcome.due]))
  return found.map((outcome) => ({ ...outcome, due: outcome.due && (known.get(key(outcome)) ?? outcome.due) }))
}
