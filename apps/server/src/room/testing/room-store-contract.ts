import type { Person } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { callNext, raise } from '../queue.ts'
import type { Room, RoomStore } from '../room-store.ts'

export type RoomStoreUnderTest = { room: RoomStore; makePad(name: string): Promise<void>; remove(): Promise<void> }

const person = (name: string): Person => ({ id: name.toLowerCase(), name, hue: 3 })
const hand = (name: string) => (room: Room) => ({ timer: room.timer, ...queueOf(raise(room, person(name), 5)) })
const queueOf = ({ speaking, waiting }: Pick<Room, 'speaking' | 'waiting'>) => ({ speaking, waiting })

/** What every store of rooms must do. */
export function roomStoreContract(name: string, open: () => Promise<RoomStoreUnderTest>): void {
  describe(`${name} keeps the room`, () => {
    let room: RoomStore
    let under: RoomStoreUnderTest
    beforeEach(async () => {
      under = await open()
      room = under.room
      await under.makePad('edge')
    })
    afterEach(() => under.remove())

    it('empty, until something happens in it', async () => {
      const empty = { version: 0, speaking: null, waiting: [], timer: null }
      expect(await room.read('edge')).toEqual(empty)
      expect(await room.read('egde')).toEqual(empty)
      expect(await room.change('egde', hand('Ada'))).toBeUndefined()
      expect(await room.change('edge', (same) => same)).toEqual({ room: empty, isNew: false })
    })

    it('with its queue in order, of many who raise a hand at once', async () => {
      const names = ['Ada', 'Ben', 'Cy', 'Dan', 'Eve']
      await Promise.all(names.map((each) => room.change('edge', hand(each))))
      const before = await room.read('edge')
      expect(before.waiting.map((each) => each.person.name)).toEqual(names)
      expect(before.version).toBe(5)
      await room.change('edge', (now) => ({ timer: now.timer, ...queueOf(callNext(now, null)) }))
      expect(await room.read('edge')).toMatchObject({
        version: 6,
        speaking: { person: person('Ada'), at: 5 },
        waiting: { length: 4, 0: { person: person('Ben') } },
      })
    })

    it('with its timer, beside the queue', async () => {
      const timer = { topic: 'Who is here', minutes: 5, startedAt: 1234, by: person('Ada') }
      await room.change('edge', hand('Ben'))
      await room.change('edge', (now) => ({ ...queueOf(now), timer }))
      expect(await room.read('edge')).toMatchObject({ timer, waiting: { length: 1 }, version: 2 })
      await room.change('edge', (now) => ({ ...queueOf(now), timer: null }))
      expect(await room.read('edge')).toMatchObject({ timer: null, waiting: { length: 1 }, version: 3 })
    })

    it('with as many as may be here, who may still be corrected', async () => {
      const attendee = (each: string, affiliation: string) => ({ person: person(each), affiliation, at: 1 })
      await room.attend('edge', attendee('Ada', ''), 2)
      await room.attend('edge', attendee('Ben', ''), 2)
      expect(await room.attend('edge', attendee('Cy', ''), 2)).toBe('full')
      expect(await room.attend('edge', attendee('Ada', 'Engines'), 2)).toBe('listed')
      expect(await room.attendees('edge')).toEqual([attendee('Ada', 'Engines'), attendee('Ben', '')])
      await room.unattend('edge', 'ben')
      expect(await room.attend('edge', attendee('Cy', ''), 2)).toBe('listed')
    })

    it('with who is here, in the order in which they came, and forgets whoever wants that', async () => {
      const attendee = (each: string, affiliation: string, at: number) => ({ person: person(each), affiliation, at })
      expect(await room.attend('edge', attendee('Ada', 'Analytical Engines', 1), 9)).toBe('listed')
      expect(await room.attend('edge', attendee('Ben', '', 2), 9)).toBe('listed')
      expect(await room.attend('edge', attendee('Ada', 'Engines Ltd', 3), 9)).toBe('listed')
      expect(await room.attend('egde', attendee('Ada', '', 4), 9)).toBe('no such pad')
      expect(await room.attendees('edge')).toEqual([attendee('Ada', 'Engines Ltd', 1), attendee('Ben', '', 2)])
      expect(await room.unattend('edge', 'ada')).toBe(true)
      expect(await room.unattend('edge', 'ada')).toBe(false)
      expect(await room.attendees('edge')).toEqual([attendee('Ben', '', 2)])
    })
  })
}
