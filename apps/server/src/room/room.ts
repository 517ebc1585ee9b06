import {
  keepsOrder,
  LONGEST_AFFILIATION,
  LONGEST_QUEUE,
  LONGEST_TOPIC,
  MOST_ATTENDEES,
  type Person,
  type RoomAnswer,
  RoomAsk,
  type RoomNews,
  type RoomState,
} from '@forumpad/api'
import type { Clock } from '@forumpad/sync'
import { createAllowances } from '../allowance.ts'
import type { Asides, Feature } from '../asides/asides.ts'
import { AsideRefusal, type Guest } from '../asides/guest.ts'
import { oneLine } from '../one-line.ts'
import { createAway } from './away.ts'
import { callNext, lower, placeOf, type Queue, raise } from './queue.ts'
import { queueWords, yourPlace } from './queue-words.ts'
import type { Room, RoomStore } from './room-store.ts'

export type RoomParts = {
  store: RoomStore
  asides: Pick<Asides, 'tell' | 'isThere'>
  clock: Clock
  isFrozen(pad: string): Promise<boolean>
  /** Keeps who they are beside what they do. */
  remember(person: Person): Promise<void>
  failed(error: unknown): void
}

export type RoomFeature = Feature<typeof RoomAsk> & {
  /** `q+`, `q-` and `q?` as they are typed in the chat; undefined for other words. */
  command(guest: Guest, words: string): Promise<string | undefined>
  stop(): void
}

/** So many at once, then one every other second. */
const OF_ONE = { burst: 8, perSecond: 0.5 }
/** A full room that says at once that it is here; each change goes to everybody. */
const OF_ALL = { burst: 100, perSecond: 10 }
/** What anybody may ask for and everybody is told. */
const CHANGES: ReadonlySet<string> = new Set<RoomAsk['is']>(['raise', 'lower', 'attend', 'unattend', 'start', 'stop'])

/** What goes on in a room: raised hands, who is here, and the timer. The server decides the order, and it is on disk before it is shown. */
export function roomFeature({ store, asides, clock, isFrozen, remember, failed }: RoomParts): RoomFeature {
  const personAllows = createAllowances(OF_ONE)
  const padAllows = createAllowances(OF_ALL)
  const away = createAway(clock, asides, (pad, person) => {
    const tellIfQueued = (room: Room) => placeOf(room, person) !== undefined && tellState(pad, room)
    store.read(pad).then(tellIfQueued).catch(failed)
  })

  const stateOf = (pad: string, { version, speaking, waiting, timer }: Room): RoomState => {
    const hands = speaking ? [speaking, ...waiting] : waiting
    const inQueue = hands.map(({ person }) => person.id)
    return { version, speaking, waiting: [...waiting], timer, away: away.among(pad, inQueue) }
  }
  const tell = (pad: string, news: RoomNews) => asides.tell(pad, 'room', news)
  const tellState = (pad: string, room: Room) => tell(pad, { is: 'state', state: stateOf(pad, room) })

  async function change(pad: string, work: (room: Room) => Omit<Room, 'version'>): Promise<Room> {
    const changed = await store.change(pad, work)
    if (!changed) throw new AsideRefusal('no-such-pad', 'There is no such pad.')
    if (changed.isNew) tellState(pad, changed.room)
    return changed.room
  }

  /** A change of the queue alone; the very same room where it changes nothing. */
  const changeQueue = (pad: string, work: (queue: Queue) => Queue) =>
    change(pad, (room) => {
      const queue = work(room)
      return queue === room ? room : { timer: room.timer, speaking: queue.speaking, waiting: queue.waiting }
    })

  function notTooMany({ pad, person }: Guest): void {
    const now = clock.now()
    if (!personAllows(person.id, 0, now))
      throw new AsideRefusal('too-many', 'That was a lot at once. Try again in a few seconds.')
    if (!padAllows(pad, 0, now))
      throw new AsideRefusal('too-many', 'Much is going on in this room just now. Try again in a few seconds.')
  }

  async function mayAct({ pad, role }: Guest): Promise<void> {
    if (role === 'reader') throw new AsideRefusal('not-allowed', 'You may only read this pad.')
    if (await isFrozen(pad)) throw new AsideRefusal('frozen', 'This pad is frozen. Ask the moderator to reopen it.')
  }

  async function raiseHand(guest: Guest): Promise<Room> {
    await mayAct(guest)
    const { pad, person } = guest
    await remember(person)
    const room = await changeQueue(pad, (queue) => raise(queue, person, clock.now()))
    if (placeOf(room, person.id) === undefined) {
      throw new AsideRefusal('full', `The queue is full: ${LONGEST_QUEUE} people are waiting to speak.`)
    }
    return room
  }

  const keepOrder = ({ role }: Guest) => {
    if (!keepsOrder(role)) throw new AsideRefusal('not-allowed', 'Only a moderator or the organiser may do that.')
  }

  async function attend(guest: Guest, text: string): Promise<void> {
    await mayAct(guest)
    const { pad, person } = guest
    const affiliation = oneLine(text)
    if (affiliation.length > LONGEST_AFFILIATION) {
      throw new AsideRefusal('too-long', `An affiliation has ${LONGEST_AFFILIATION} characters at most.`)
    }
    await remember(person)
    const attendee = { person, affiliation, at: clock.now() }
    switch (await store.attend(pad, attendee, MOST_ATTENDEES)) {
      case 'listed':
        return tell(pad, { is: 'attends', attendee })
      case 'full':
        throw new AsideRefusal('full', `The list is full: ${MOST_ATTENDEES} people have said that they are here.`)
      case 'no such pad':
        throw new AsideRefusal('no-such-pad', 'There is no such pad.')
    }
  }

  async function start(guest: Guest, text: string, minutes: number): Promise<void> {
    await mayAct(guest)
    const topic = oneLine(text).slice(0, LONGEST_TOPIC)
    if (topic === '') throw new AsideRefusal('empty', 'A timer needs words that say what it is for.')
    const timer = { topic, minutes, startedAt: clock.now(), by: guest.person }
    await change(guest.pad, ({ speaking, waiting }) => ({ speaking, waiting, timer }))
  }

  return {
    name: 'room',
    ask: RoomAsk,
    came: ({ pad, person }) => away.came(pad, person.id),
    left: ({ pad, person }) => away.left(pad, person.id),
    stop: () => away.stop(),

    async hear(guest, ask): Promise<RoomAnswer> {
      const { pad, person } = guest
      if (CHANGES.has(ask.is)) notTooMany(guest)
      switch (ask.is) {
        case 'look':
          return { is: 'state', state: stateOf(pad, await store.read(pad)) }
        case 'raise':
          return { is: 'state', state: stateOf(pad, await raiseHand(guest)) }
        case 'lower':
          await changeQueue(pad, (queue) => lower(queue, person.id))
          return DONE
        case 'call':
          keepOrder(guest)
          await changeQueue(pad, (queue) => callNext(queue, ask.after))
          return DONE
        case 'dismiss':
          keepOrder(guest)
          await changeQueue(pad, (queue) => lower(queue, ask.person))
          return DONE
        case 'attend':
          await attend(guest, ask.affiliation)
          return DONE
        case 'unattend':
          if (await store.unattend(pad, person.id)) tell(pad, { is: 'unattends', person: person.id })
          return DONE
        case 'attendees':
          return { is: 'attendees', attendees: await store.attendees(pad) }
        case 'start':
          await start(guest, ask.topic, ask.minutes)
          return DONE
        case 'stop':
          await mayAct(guest)
          await change(pad, (room) => (room.timer === null ? room : { ...room, timer: null }))
          return DONE
      }
    },

    async command(guest, words) {
      switch (words.toLowerCase()) {
        case 'q+':
          notTooMany(guest)
          return yourPlace(await raiseHand(guest), guest.person.id)
        case 'q-':
          notTooMany(guest)
          return yourPlace(await changeQueue(guest.pad, (queue) => lower(queue, guest.person.id)), guest.person.id)
        case 'q?':
          return queueWords(await store.read(guest.pad))
        default:
          return undefined
      }
    },
  }
}

const DONE: RoomAnswer = { is: 'done' }
