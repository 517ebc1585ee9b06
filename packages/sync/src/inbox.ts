import { CLOSE, type PadStatus } from '@forumpad/api'
import type { UpdateFacts } from './inspect-update.ts'
import { LIMITS } from './limits.ts'
import type { OpenPad } from './open-pad.ts'
import type { Outbox } from './outbox.ts'
import type { Peer } from './peer.ts'
import type { PadRight } from './ports.ts'
import { isNamed } from './presence.ts'
import { type AwarenessEntry, readMessage } from './protocol.ts'

export const CLOSED = 'This pad is open to people with a link. Ask the moderator for one.'
/** Yjs numbers what a client writes, so that of two who write under one id nobody could have both. */
export const TAKEN = 'Somebody else writes under this client id. Reload the page.'

/** What sockets say to a pad. Whoever says what no honest client would is closed; the others notice nothing. */
export class Inbox {
  readonly #pad: OpenPad
  readonly #outbox: Outbox

  constructor(pad: OpenPad, outbox: Outbox) {
    this.#pad = pad
    this.#outbox = outbox
  }

  receive(peer: Peer, bytes: Uint8Array): void {
    if (peer.state.is === 'gone' || peer.isRefused) return
    const message = readMessage(bytes)
    switch (message.is) {
      case 'malformed':
        return this.#pad.expel(peer, CLOSE.malformed, message.because)
      case 'state-vector':
        return this.#outbox.bringUpToDate(peer, message.stateVector)
      case 'catch-up':
        peer.hasCaughtUp = true
        return this.#text(peer, message.update, peer.countText())
      case 'update':
        return this.#text(peer, message.update, peer.countText())
      case 'awareness':
        return this.#awareness(peer, message.entries)
      case 'query-awareness':
        return this.#outbox.tellEverybody(peer)
    }
  }

  /** What a peer may do from now on. What was taken of it before stays. */
  hold(peer: Peer, right: PadRight, status: PadStatus): void {
    if (peer.state.is === 'gone' || peer.isRefused) return
    if (right === 'none') {
      this.#refuse(peer, CLOSE.notAllowed, CLOSED)
      if (peer.isRefused) peer.state = { is: 'shut-out' }
      return
    }
    if (peer.client !== undefined) this.#pad.presence.lookAtRole(peer.client)
    this.#pad.presenceChanged()
    const mayWrite = right === 'write'
    if (mayWrite === peer.intro.mayWrite) return
    peer.intro.mayWrite = mayWrite
    this.#outbox.tellHow(peer, status)
    // The first who may write makes the text begin. If that fails, the next who comes tries again.
    if (mayWrite && this.#pad.frozenAt === null) this.#pad.seeded().catch(() => {})
  }

  #text(peer: Peer, update: Uint8Array, number: number): void {
    if (update.length > LIMITS.updateBytes) return this.#refuseSize(peer)
    const facts = this.#pad.document.inspect(update)
    if (typeof facts === 'string') return this.#pad.expel(peer, CLOSE.malformed, facts)
    if (facts.pieces > LIMITS.updatePieces) return this.#refuseSize(peer)
    if (facts.empty) return this.#owe(peer, number)
    if (this.#pad.document.contradicts(update, facts)) return this.#refuse(peer, CLOSE.notAllowed, TAKEN)
    const obstacle = this.#obstacle(peer)
    if (!obstacle) return this.#apply(peer, update, facts, number)
    // Everybody is asked what they have; whoever has nothing new may go on reading.
    if (this.#pad.document.changesNothing(facts)) return this.#owe(peer, number)
    this.#refuse(peer, CLOSE.notAllowed, obstacle)
  }

  /** Why no words are taken from a peer, if none are. */
  #obstacle({ intro }: Peer): string | undefined {
    if (!intro.mayWrite) return 'You may read this pad, not write in it. Ask the moderator for a link.'
    return this.#pad.frozenAt === null ? undefined : 'This pad is frozen. Ask the moderator to reopen it.'
  }

  /**
   * Ends a connection whose words are not taken, once those that were taken before are stored and acknowledged: the page must know which
   * are which, to give back the others. Whoever waits for nothing goes at once: the store may fail for long.
   */
  #refuse(peer: Peer, code: number, reason: string): void {
    const { queue } = this.#pad
    if (queue.isEmpty || !peer.isOwed) return this.#pad.expel(peer, code, reason)
    peer.isRefused = true
    const end = () => this.#pad.expel(peer, code, reason)
    queue.whenStored().then(end, end)
  }

  #refuseSize(peer: Peer): void {
    this.#refuse(peer, CLOSE.tooLarge, 'This change is too large. Paste it in smaller parts.')
  }

  #apply(peer: Peer, update: Uint8Array, facts: UpdateFacts, number: number): void {
    const { document, claims } = this.#pad
    const writers = document.writers(facts)
    this.#claimFirst(peer, writers)
    const person = peer.intro.person.id
    const verdict = claims.judge(writers, person, peer.client)
    if ('forged' in verdict) {
      return this.#refuse(peer, CLOSE.notAllowed, 'These words carry the mark of somebody else.')
    }
    peer.strangers += verdict.fresh.length
    if (peer.strangers > LIMITS.strangers) return this.#refuseSize(peer)
    const applied = document.apply(update, facts)
    switch (applied.is) {
      case 'applied':
        this.#pad.take(applied.changes, { person, claims: verdict.fresh, from: peer, seeds: false })
        return this.#owe(peer, number)
      case 'too early':
        // A client that types while it connects sends new words before those they follow; they come again with the rest.
        if (!peer.hasCaughtUp) return
        return this.#pad.expel(peer, CLOSE.malformed, 'This change builds on one that never came.')
      case 'unfit':
        return this.#pad.expel(peer, CLOSE.malformed, applied.because, applied.error)
    }
  }

  /** A stock client announces no id: the first unknown one that it writes with alone is its own. */
  #claimFirst(peer: Peer, writers: readonly number[]): void {
    const unknown = writers.filter((client) => !this.#pad.claims.isKnown(client))
    const [only] = unknown
    if (peer.client === undefined && unknown.length === 1 && only !== undefined) this.#claim(peer, only)
  }

  #claim(peer: Peer, client: number): void {
    if (!this.#pad.claims.mayClaim(client, peer.intro.person.id)) return
    peer.client = client
    this.#pad.claims.claim(client, peer.intro.person.id)
  }

  /** What was said is stored when all that is applied now is: it may repeat what somebody else said a moment ago. */
  #owe(peer: Peer, number: number): void {
    peer.owe(number, this.#pad.queue.applied)
    if (this.#pad.queue.isEmpty) this.#outbox.acknowledge(peer)
  }

  #awareness(peer: Peer, entries: readonly AwarenessEntry[]): void {
    const own = entries.find((entry) => this.#isOwn(peer, entry))
    if (!own) return
    if (peer.client === undefined) {
      const owner = this.#pad.claims.owner(own.client)
      // The server started anew, and a stranger was quicker: from now on the two would not have the same text.
      if (owner && owner.person !== peer.intro.person.id) return this.#refuse(peer, CLOSE.notAllowed, TAKEN)
      this.#claim(peer, own.client)
    }
    if (peer.client !== own.client) return
    const fault = this.#pad.presence.update(peer.intro, own, this.#pad.queue.applied)
    if (fault) return this.#pad.expel(peer, CLOSE.malformed, fault)
    this.#pad.presenceChanged()
  }

  /** Whether a client says this of itself. A stock one repeats what it heard of others, under the names that the server gave them. */
  #isOwn({ client, intro }: Peer, entry: AwarenessEntry): boolean {
    if (client !== undefined) return entry.client === client
    const owner = this.#pad.claims.owner(entry.client)?.person
    if (owner === undefined || owner === intro.person.id) return true
    return entry.state !== 'null' && !isNamed(entry.state, owner)
  }
}
