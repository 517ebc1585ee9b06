import type { Attendee, RoomAsk, RoomNews, RoomState } from '@forumpad/api'
import type { Asides } from '../asides.ts'

export type RoomFacts = {
  /** Null until the server has told it. */
  readonly room: RoomState | null
  /** Null until somebody has asked for it. */
  readonly attendees: readonly Attendee[] | null
  /** Why the last wish was not done. */
  readonly problem: string | null
}

/** What goes on in the room as this page knows it: the same for everybody, since the server says it. */
export class RoomView {
  readonly #asides: Asides
  readonly #listeners = new Set<() => void>()
  readonly #stops: (() => void)[]
  #facts: RoomFacts = { room: null, attendees: null, problem: null }
  #listWanted = false

  constructor(asides: Asides) {
    this.#asides = asides
    this.#stops = [
      asides.hear('room', (news) => this.#hear(news)),
      asides.onWelcome(() => {
        void this.wish({ is: 'look' })
        if (this.#listWanted) void this.wish({ is: 'attendees' })
      }),
    ]
  }

  readonly facts = (): RoomFacts => this.#facts

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Asks the server to do something; false if it did not, and then `problem` says why. */
  async wish(wish: RoomAsk): Promise<boolean> {
    const answer = await this.#asides.ask('room', wish)
    if (answer.is === 'refusal') {
      this.#set({ problem: answer.text })
      return false
    }
    if (answer.body.is === 'state') this.#take(answer.body.state)
    if (answer.body.is === 'attendees') this.#set({ attendees: answer.body.attendees })
    this.#set({ problem: null })
    return true
  }

  /** After whoever speaks on this page now: if another chair was quicker, nobody is called over. */
  callNext(): Promise<boolean> {
    return this.wish({ is: 'call', after: this.#facts.room?.speaking?.person.id ?? null })
  }

  /** From now on the list of who is here is kept. */
  wantAttendees(): void {
    if (this.#listWanted) return
    this.#listWanted = true
    void this.wish({ is: 'attendees' })
  }

  close(): void {
    for (const stop of this.#stops) stop()
  }

  #hear(news: RoomNews): void {
    const { attendees } = this.#facts
    switch (news.is) {
      case 'state':
        return this.#take(news.state)
      case 'attends': {
        if (attendees === null) return
        const { attendee } = news
        const isKnown = attendees.some(({ person }) => person.id === attendee.person.id)
        const corrected = attendees.map((each) => (each.person.id === attendee.person.id ? attendee : each))
        return this.#set({ attendees: isKnown ? corrected : [...attendees, attendee] })
      }
      case 'unattends':
        return this.#set({ attendees: attendees?.filter(({ person }) => person.id !== news.person) ?? null })
    }
  }

  #take(room: RoomState): void {
    if (room.version >= (this.#facts.room?.version ?? 0)) this.#set({ room })
  }

  #set(change: Partial<RoomFacts>): void {
    this.#facts = { ...this.#facts, ...change }
    for (const listener of this.#listeners) listener()
  }
}
