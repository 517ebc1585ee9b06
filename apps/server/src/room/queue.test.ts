import type { RoomState } from '@forumpad/api'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { createSqliteRoomStore } from '../store/sqlite/sqlite-room-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { handsOf, roomOfPages } from './testing/room-of-pages.ts'

const PEOPLE = ['ada', 'ben', 'cy', 'dan']

type Step =
  | { does: 'raise' | 'lower' | 'leave' | 'come'; who: string }
  | { does: 'call' }
  | { does: 'dismiss'; who: string }
  | { does: 'wait'; ms: number }

const who = fc.constantFrom(...PEOPLE)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ does: fc.constantFrom('raise', 'lower', 'leave', 'come'), who }),
  fc.record({ does: fc.constant('raise' as const), who }),
  fc.record({ does: fc.constant('call' as const) }),
  fc.record({ does: fc.constant('call' as const) }),
  fc.record({ does: fc.constant('dismiss' as const), who }),
  fc.record({ does: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 61_000) }),
)

it('is the same for everybody and holds nobody twice, whatever people do at once', async () => {
  const { database, remove } = await temporaryDatabase()
  const store = createSqliteRoomStore(database)
  const pads = createSqlitePadDirectory(database)
  let pad = 0
  try {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 5 }), { maxLength: 12 }), async (bursts) => {
        pad += 1
        const name = `pad-${pad}`
        await pads.create({ name, title: name, session: null, template: null, createdAt: 1 })
        const room = roomOfPages(store, name)
        const chair = await room.comes('chair', 'organiser')
        for (const each of PEOPLE) await room.comes(each)
        // What a model that hears the same in the same order holds.
        let model: string[] = []
        for (const burst of bursts) {
          // All of a burst is under way at once; the server puts it in an order.
          const waited = (room.views()[0] as RoomState).waiting.map(({ person }) => person.id)
          await Promise.all(burst.map((each) => room.does(each, chair)))
          await room.settled()
          const views = room.views()
          for (const view of views) expect(handsOf(view)).toEqual(handsOf(views[0] as RoomState))
          const hands = handsOf(views[0] as RoomState)
          expect(new Set(hands).size).toBe(hands.length)
          // Nobody who waited is called over, however many chairs call the next at once.
          expect(hands).toEqual(expect.arrayContaining(waited.filter((person) => !wentDown(burst, person))))
          // Whoever stays in the queue keeps their place before those who come.
          const again = mayHaveComeAgain(burst)
          const kept = model.filter((person) => hands.includes(person) && !again.has(person))
          expect(hands.filter((person) => kept.includes(person))).toEqual(kept)
          model = hands
        }
        // A page that was away and one that comes new see what the others see.
        await room.does({ does: 'leave', who: 'ada' }, chair)
        const last = await room.comes('ada')
        await room.settled()
        expect(handsOf(last.view())).toEqual(model)
        expect(room.failures).toEqual([])
        room.end()
      }),
      { numRuns: 60 },
    )
  } finally {
    await remove()
  }
}, 60_000)

const wentDown = (burst: readonly Step[], person: string): boolean =>
  burst.some((each) => (each.does === 'lower' || each.does === 'dismiss') && each.who === person)

/** Of a burst in which hands go down, those who raise one: nobody can tell which came first. */
function mayHaveComeAgain(burst: readonly Step[]): Set<string> {
  const goesDown = burst.some(({ does }) => does === 'call' || does === 'lower' || does === 'dismiss')
  return new Set(goesDown ? burst.flatMap((each) => (each.does === 'raise' ? [each.who] : [])) : [])
}
