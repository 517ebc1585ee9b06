import {
  AsideAsk,
  type AsideFromServer,
  CLOSE,
  LONGEST_ASIDE,
  type Person,
  type Role,
  readAside,
  writeAside,
} from '@forumpad/api'
import type { Clock, Frame, MakeFrame, Wire } from '@forumpad/sync'
import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import { type AllowanceLimits, createAllowance } from '../allowance.ts'
import { AsideRefusal, type Guest, type Newcomer } from './guest.ts'

/** What goes beside the text, on the same sockets, between our pages and the features of this server. */
export interface Asides {
  /** A feature takes part. */
  add<Ask extends TSchema>(feature: Feature<Ask>): void
  /** Takes a page whose socket was just opened. Whether its pad is there is for the features to find out. */
  admit(newcomer: Newcomer, wire: Wire): AsideConnection
  /** Tells every page of a pad; framed once for all of them. */
  tell(pad: string, feature: string, news: unknown): void
  /** Whether a person has a page of this pad open. */
  isThere(pad: string, person: string): boolean
  /** A person took another name or colour. */
  personChanged(person: Person): void
}

export type Feature<Ask extends TSchema> = {
  name: string
  /** What a page may ask. Anything else never comes to `hear`. */
  ask: Ask
  /** Gives the answer, or throws an `AsideRefusal`. */
  hear(guest: Guest, ask: Static<Ask>): Promise<unknown>
  came?(guest: Guest): void
  left?(guest: Guest): void
}

export type AsideConnection = {
  receive(message: Uint8Array): void
  left(): void
}

export type AsideParts = {
  frame: MakeFrame
  clock: Pick<Clock, 'now'>
  /** Asked whenever it matters, since rights bite at once; null for whoever was shut out and whose socket is about to close. */
  roleOf(newcomer: Newcomer): Role | null
  failed(error: unknown): void
}

/** What one page may ask: a person who clicks, and the questions after a reconnect. */
const ASKS: AllowanceLimits = { burst: 60, perSecond: 5 }

/** Queued for a page that does not read; past it news are left out, and the page asks anew when it reads again. */
const MOST_QUEUED = 1024 * 1024

export function createAsides({ frame, clock, roleOf, failed }: AsideParts): Asides {
  const features = new Map<string, Feature<TSchema>>()
  const pads = new Map<string, Set<Page>>()
  const framed = (message: AsideFromServer) => frame(writeAside(message))
  const missed = framed({ is: 'missed' })

  async function answer(page: Page, { feature: name, ask, body }: AsideAsk): Promise<AsideFromServer> {
    const feature = features.get(name)
    if (!feature || !Value.Check(feature.ask, body)) {
      return { is: 'refusal', ask, code: 'malformed', text: 'The server does not understand this. Reload the page.' }
    }
    try {
      return { is: 'answer', ask, body: await feature.hear(page, body) }
    } catch (error) {
      if (error instanceof AsideRefusal) return { is: 'refusal', ask, code: error.code, text: error.message }
      failed(error)
      return { is: 'refusal', ask, code: 'failed', text: 'The server could not do this just now. Try again.' }
    }
  }

  function send(page: Page, frames: readonly Frame[]): void {
    if (page.hasMissed || page.isShutOut) return
    if (page.wire.queuedBytes() <= MOST_QUEUED) return page.wire.send(frames)
    page.hasMissed = true
    page.wire.onceDrained(() => {
      page.hasMissed = false
      page.wire.send([missed])
    })
  }

  return {
    add(feature) {
      features.set(feature.name, feature)
    },

    admit(newcomer, wire) {
      const page = new Page(newcomer, wire, roleOf)
      const inPad = pads.get(page.pad) ?? new Set()
      pads.set(page.pad, inPad.add(page))
      const allows = createAllowance(ASKS, clock.now())
      send(page, [framed({ is: 'welcome', role: page.role, now: clock.now() })])
      for (const feature of features.values()) feature.came?.(page)

      return {
        receive(message) {
          if (page.isShutOut) return
          const ask = read(message)
          if (ask === 'too large') return wire.close(CLOSE.tooLarge, 'This message is too large.')
          if (ask === 'malformed') return wire.close(CLOSE.malformed, 'This message cannot be read.')
          if (!allows(message.length, clock.now())) {
            return send(page, [framed({ is: 'refusal', ask: ask.ask, ...TOO_MANY })])
          }
          void answer(page, ask).then((message) => send(page, [framed(message)]))
        },
        left() {
          inPad.delete(page)
          if (inPad.size === 0 && pads.get(page.pad) === inPad) pads.delete(page.pad)
          for (const feature of features.values()) feature.left?.(page)
        },
      }
    },

    tell(pad, feature, body) {
      const inPad = pads.get(pad)
      if (!inPad) return
      const frames = [framed({ is: 'news', feature, body })]
      for (const page of inPad) send(page, frames)
    },

    isThere(pad, person) {
      for (const page of pads.get(pad) ?? []) if (page.person.id === person) return true
      return false
    },

    personChanged(person) {
      for (const inPad of pads.values()) {
        for (const page of inPad) if (page.person.id === person.id) page.person = person
      }
    },
  }
}

/** One of our pages on one socket. */
class Page implements Guest {
  readonly pad: string
  person: Person
  hasMissed = false
  readonly wire: Wire
  readonly #role: () => Role | null

  constructor(newcomer: Newcomer, wire: Wire, roleOf: (newcomer: Newcomer) => Role | null) {
    this.pad = newcomer.pad
    this.person = newcomer.person
    this.wire = wire
    this.#role = () => roleOf({ ...newcomer, person: this.person })
  }

  get isShutOut(): boolean {
    return this.#role() === null
  }

  /** Of whoever is shut out while a feature works on what they asked: the least that there is. */
  get role(): Role {
    return this.#role() ?? 'reader'
  }
}

const TOO_MANY = { code: 'too-many', text: 'That was a lot at once. Wait a few seconds and try again.' }

function read(message: Uint8Array): AsideAsk | 'too large' | 'malformed' {
  if (message.length > LONGEST_ASIDE) return 'too large'
  try {
    const ask = readAside(message)
    return Value.Check(AsideAsk, ask) ? ask : 'malformed'
  } catch {
    return 'malformed'
  }
}
