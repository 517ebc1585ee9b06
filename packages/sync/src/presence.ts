import { HUE_COLOURS, type Person, type PresenceUser } from '@forumpad/api'
import { isCursor } from './cursor.ts'
import { LIMITS } from './limits.ts'
import { type AwarenessEntry, writeAwareness } from './protocol.ts'

type Present = {
  person: Person
  clock: number
  /** As the client sent it, to tell a heartbeat from news. */
  sent: string
  state: Record<string, unknown>
  /** The entry may go out when the text it points into is committed. */
  after: number
}

/**
 * Who is in a pad and where their cursors are: y-protocols awareness, kept by the server. Each connection speaks for its
 * own client only, under the name that the server knows; only the newest state of each client goes out.
 */
export class Presence {
  readonly #present = new Map<number, Present>()
  readonly #news = new Map<number, { entry: AwarenessEntry; after: number }>()

  /**
   * Takes what a connection says of its own client.
   *
   * @param after the change of the pad that the state may point into
   * @returns a sentence if no honest client would send it
   */
  update(person: Person, { client, clock, state }: AwarenessEntry, after: number): string | undefined {
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
      person,
      // A client begins at 0, which the others would take for old news.
      clock: Math.max(clock, known ? known.clock + (isHeartbeat ? 0 : 1) : 1),
      sent: state,
      state: parsed,
      after,
    }
    if (known && clock > known.clock) present.clock = clock
    this.#present.set(client, present)
    // Heartbeats are answered by the server's own instead of being relayed to everybody.
    if (!isHeartbeat) this.#tell(client, present)
  }

  /** The client is gone, or says so. */
  leave(client: number, clock = 0): void {
    const known = this.#present.get(client)
    if (!known) return
    this.#present.delete(client)
    const entry = { client, clock: Math.max(known.clock + 1, clock), state: 'null' }
    this.#news.set(client, { entry, after: 0 })
  }

  /** The person took another name or colour. */
  rename(person: Person): void {
    for (const [client, present] of this.#present) {
      if (present.person.id !== person.id) continue
      present.person = person
      present.clock += 1
      this.#tell(client, present)
    }
  }

  hasNews(): boolean {
    return this.#news.size > 0
  }

  /** The message with all news that may go out now that changes up to `committed` are stored, or undefined. */
  takeNews(committed: number): Uint8Array | undefined {
    const entries: AwarenessEntry[] = []
    for (const [client, { entry, after }] of this.#news) {
      if (after > committed) continue
      entries.push(entry)
      this.#news.delete(client)
    }
    return entries.length > 0 ? writeAwareness(entries) : undefined
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

  #tell(client: number, present: Present): void {
    this.#news.set(client, { entry: entryOf(client, present), after: present.after })
  }
}

function entryOf(client: number, { person, clock, state }: Present): AwarenessEntry {
  return { client, clock, state: JSON.stringify({ ...state, user: presenceUser(person) }) }
}

function presenceUser({ id, name, hue }: Person): PresenceUser {
  return { id, name, hue, color: HUE_COLOURS[hue] ?? '#555555' }
}

function parseState(json: string): Record<string, unknown> | null | undefined {
  try {
    const value: unknown = JSON.parse(json)
    if (value === null) return null
    if (typeof value !== 'object' || Array.isArray(value)) return undefined
    // The others need not know what else a client says of itself, but their editors read its cursor.
    return 'cursor' in value && !isCursor(value.cursor) ? { ...value, cursor: null } : { ...value }
  } catch {
    return undefined
  }
}
