import type { Board, Event, Session } from '@forumpad/api'
import { type BoardFilter, boardOf } from './board.ts'
import type { NowStore } from './now-store.ts'

export type BoardParts = {
  sessions(event: string): Promise<readonly Session[]>
  store: NowStore
  /** Gives the short code of a pad of the event, or null. */
  codesOf(event: string): Promise<(pad: string) => string | null>
}

/** The board of an event at a moment in milliseconds since 1970. */
export async function readBoard(
  { sessions, store, codesOf }: BoardParts,
  event: Event,
  at: number,
  filter: BoardFilter = {},
): Promise<Board> {
  const [all, codeOf] = await Promise.all([sessions(event.slug), codesOf(event.slug)])
  const near = all.filter(({ start, end }) => isNear(start, at) || isNear(end, at))
  const words = await store.of(near.map(({ pad }) => pad))
  return boardOf(event, { sessions: all, words, codeOf }, at, filter)
}

const DAY = 86_400_000

function isNear(instant: string | null, at: number): boolean {
  return instant !== null && Math.abs(Date.parse(instant) - at) < DAY
}
