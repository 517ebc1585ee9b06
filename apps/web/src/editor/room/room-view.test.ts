import { type AsideAsk, type RoomState, readAside } from '@forumpad/api'
import { beforeEach, expect, it } from 'vitest'
import { Asides } from '../asides.ts'
import { RoomView } from './room-view.ts'

const ada = { id: 'ada', name: 'Ada', hue: 1 }
const ben = { id: 'ben', name: 'Ben', hue: 2 }

let asked: AsideAsk[]
let asides: Asides
let view: RoomView

beforeEach(() => {
  asked = []
  asides = new Asides((frame) => asked.push(readAside(frame) as AsideAsk))
  view = new RoomView(asides)
  welcome()
})

const welcome = () => asides.receive({ is: 'welcome', role: 'editor', now: Date.now() })
const tells = (body: object) => asides.receive({ is: 'news', feature: 'room', body })
const state = (version: number, rest: Partial<RoomState> = {}): RoomState => ({
  version,
  speaking: null,
  waiting: [],
  timer: null,
  away: [],
  ...rest,
})
const wishes = () => asked.map(({ body }) => (body as { is: string }).is)

async function answers(body: object) {
  asides.receive({ is: 'answer', ask: asked.at(-1)?.ask ?? 0, body })
  await new Promise((resolve) => setTimeout(resolve))
}

it('asks how the room is, and again after each cut', async () => {
  await answers({ is: 'state', state: state(3, { waiting: [{ person: ada, at: 1 }] }) })
  expect(view.facts().room?.waiting).toHaveLength(1)
  asides.lost()
  welcome()
  expect(wishes()).toEqual(['look', 'look'])
})

it('believes the newest, whatever comes last', async () => {
  tells({ is: 'state', state: state(5) })
  await answers({ is: 'state', state: state(4, { waiting: [{ person: ada, at: 1 }] }) })
  expect(view.facts().room).toEqual(state(5))
  // Somebody is away now: the same version says more.
  tells({ is: 'state', state: state(5, { away: ['ben'] }) })
  expect(view.facts().room?.away).toEqual(['ben'])
})

it('keeps the list of who is here once somebody looks at it', async () => {
  const here = (person: typeof ada, affiliation: string) => ({ person, affiliation, at: 1 })
  tells({ is: 'attends', attendee: here(ada, 'Engines') })
  expect(view.facts().attendees).toBeNull()
  view.wantAttendees()
  await answers({ is: 'attendees', attendees: [here(ada, 'Engines')] })
  tells({ is: 'attends', attendee: here(ben, '') })
  tells({ is: 'attends', attendee: here(ada, 'Engines Ltd') })
  expect(view.facts().attendees?.map(({ affiliation }) => affiliation)).toEqual(['Engines Ltd', ''])
  tells({ is: 'unattends', person: 'ada' })
  expect(view.facts().attendees).toEqual([here(ben, '')])
  asides.lost()
  welcome()
  expect(wishes().slice(-2)).toEqual(['look', 'attendees'])
})

it('calls the next after whoever it shows as speaking', async () => {
  tells({ is: 'state', state: state(1, { waiting: [{ person: ada, at: 1 }] }) })
  void view.callNext()
  expect(asked.at(-1)?.body).toEqual({ is: 'call', after: null })
  tells({ is: 'state', state: state(2, { speaking: { person: ada, at: 1 } }) })
  void view.callNext()
  expect(asked.at(-1)?.body).toEqual({ is: 'call', after: 'ada' })
})

it('says why a wish was not done, until one is', async () => {
  const wish = view.wish({ is: 'raise' })
  asides.receive({ is: 'refusal', ask: asked.at(-1)?.ask ?? 0, code: 'full', text: 'The queue is full.' })
  expect(await wish).toBe(false)
  expect(view.facts().problem).toBe('The queue is full.')
  const again = view.wish({ is: 'lower' })
  await answers({ is: 'done' })
  expect(await again).toBe(true)
  expect(view.facts().problem).toBeNull()
})
