import type { FeedStore } from './feed-store.ts'
import { codeOf } from './short-code.ts'

/** The short codes of an event's pads, by their names. */
export async function eventCodes(feeds: FeedStore, event: string): Promise<ReadonlyMap<string, string>> {
  const numbers = await feeds.padNumbers(event)
  return new Map(
    [...numbers].flatMap(([pad, number]) => [[pad, codeOf(number) ?? ''] as const]).filter(([, code]) => code !== ''),
  )
}
