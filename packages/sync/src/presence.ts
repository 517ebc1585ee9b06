import { HUE_COLOURS, type Person, type PresenceUser, type Role } from '@forumpad/api'
import { isCursor, isObject } from './cursor.ts'
import { LIMITS } from './limits.ts'
import { type AwarenessEntry, writeAwareness } from './protocol.ts'

/** Who speaks, and what they are in the pad. */
export type Speaker = { person: Person; role?: (() => Role | null) | undefined }

type Present = {
  speaker: Speaker
  /** What the others were told that they are. */
  role: Role | undefined
  clock: number
  /** The clock that the client itself gave it. */
  saidAt: number
  /** As the client sent it, to tell a heartbeat from news. */
  sent: string
  state: Record<string, unknown>
  /** The entry may go out when the text it points into is committed. */
  after: number
}

/** Somebody came or moved, and is told of as they are when the news go out; or they left. */
type News = { is: 'here'; present: Present } | { is: 'gone'; clock: number }

/** News as a message. `alone` is the client that they tell nothing, if there is one: it has just said the same itself. */
export type PresenceNews = { message: Uint8Array; alone: number | undefined }

/**
 * Who is in a pad and where their cursors are: y-protocols awareness, kept by the server. Each connection speaks for its
 * own client only, under the name that the server knows; only the newest state of each client goes out.
 */
export class Presence {
  readonly #present = new Map<number, Present>()
  readonly #news = new Map<number, News>()

  /**
   * Takes what a connection says of its own client.
   *
   * @param after the change of the pad that the state may point into
   * @returns a sentence if no honest client would send it
   */
  update(speaker: Speaker, { client, clock, state }: AwarenessEntry, after: number): string | undefined {
    if (state.length > LIMITS.awarenessBytes) return 'This cursor is too large.'
    const parsed = parseState(state)
    if (parsed === undefined) return 'This cursor cannot be read.'
    // Clients and server count on from here in turn, and must not come near the end.
    if (clock > LIMITS.clock / 2) return 'This cursor has a clock that no client has reached.'
    if (parsed === null) {
      this.leave(client, clock)
      return
    }
    const known = this.#present.get(client)
    const isHeartbeat = known?.sent === state
    const present = {
      speaker,
      role: speaker.role?.() ?? undefined,
      // A client begins at 0, which the others would take for old news.
      clock: Math.max(clock, known ? known.clock + (isHeartbeat ? 0 : 1) : 1),
      saidAt: clock,
      sent: state,
      state: parsed,
      after,
    }
    if (known && clock > known.clock) present.clock = clock
    this.#present.set(client, present)
    // Heartbeats are answered by the server's own instead of being relayed to everybody.
    if (!isHeartbeat) this.#news.set(client, { is: 'here', present })
  }

  /** The client is gone, or says so. */
  leave(client: number, clock = 0): void {
    const known = this.#present.get(client)
    if (!known) return
    this.#present.delete(client)
    this.#news.set(client, { is: 'gone', clock: Math.max(known.clock + 1, clock) })
  }

  /** The person took another name or colour. */
  rename(person: Person): void {
    for (const [client, present] of this.#present) {
      if (present.speaker.person.id !== person.id) continue
      present.speaker = { ...present.speaker, person }
      present.clock += 1
      this.#news.set(client, { is: 'here', present })
    }
  }

  /** Rights have changed: whoever is something else now is told of. */
  lookAtRole(client: number): void {
    const present = this.#present.get(client)
    const role = present?.speaker.role?.() ?? undefined
    if (!present || role === present.role) return
    present.role = role
    present.clock += 1
    this.#news.set(client, { is: 'here', present })
  }

  hasNews(): boolean {
    return this.#news.size > 0
  }

  /** All news that may go out now that changes up to `committed` are stored, or undefined. */
  takeNews(committed: number): PresenceNews | undefined {
    if (this.#news.size === 0) return undefined
    const entries: AwarenessEntry[] = []
    let alone: number | undefined
    for (const [client, news] of this.#news) {
      if (news.is === 'here' && news.present.after > committed) continue
      entries.push(news.is === 'here' ? entryOf(client, news.present) : { client, clock: news.clock, state: 'null' })
      // A client whose clock is behind must hear so: it would count on from there, and the others not listen.
      alone = news.is === 'here' && news.present.clock === news.present.saidAt ? client : undefined
      this.#news.delete(client)
    }
    if (entries.length === 0) return undefined
    return { message: writeAwareness(entries), alone: entries.length === 1 ? alone : undefined }
  }

  /**
   * The message with everybody as news even to a client that knew them before: a stock client that lost its line forgets the
   * others but not their clocks, and would not take the same clock again.
   */
  everybodyAnew(committed: number): Uint8Array {
    for (const present of this.#present.values()) present.clock += 1
    return this.everybody(committed)
  }

  /** The message with everybody, for those who come and as a sign of life for those who would forget. */
  everybody(committed: number): Uint8Array {
    const entries: AwarenessEntry[] = []
    for (const [client, present] of this.#present) {
      if (present.after <= committed) entries.push(entryOf(client, present))
    }
    return writeAwareness(entries)
  }
}

function entryOf(client: number, { speaker, role, clock, state }: Present): AwarenessEntry {
  return { client, clock, state: JSON.stringify({ ...state, user: presenceUser(speaker.person, role) }) }
}

/** Whether an entry is one that the server has given the name of this person. */
export function isNamed(state: string, person: string): boolean {
  if (state.length > 2 * LIMITS.awarenessBytes) return false
  const user = parseState(state)?.user
  return isObject(user) && user.id === person
}

function presenceUser({ id, name, hue }: Person, role: Role | undefined): PresenceUser {
  return { id, name, hue, color: HUE_COLOURS[hue] ?? '#555555', ...(role && { role }) }
}

function parseState(json: string): Record<string, unknown> | null | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (value === null) return null
    if (!isObject(value)) return undefined
    // The others need not know what else a client says of itself, but their editors read its cursor.
    return 'cursor' in value && !isCursor(value.cursor) ? { ...value, cursor: null } : value
  } catch {
    return undefined
  }
}
