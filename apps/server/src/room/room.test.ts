import { LONGEST_QUEUE, MOST_ATTENDEES } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSqlitePadDirectory } from '../store/sqlite/sqlite-pad-directory.ts'
import { createSqliteRoomStore } from '../store/sqlite/sqlite-room-store.ts'
import { temporaryDatabase } from '../store/sqlite/temporary-database.ts'
import { pageLine } from '../testing/page-line.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import type { RoomStore } from './room-store.ts'
import { handsOf, roomOfPages } from './testing/room-of-pages.ts'

const CHAIR = { authorization: `Bearer ${ORGANISER_KEY}` }

describe('Over the socket', () => {
  let server: RunningApp
  beforeEach(async () => {
    server = await runApp()
    await server.makePad('edge')
  })
  afterEach(() => server.end())

  const comes = (headers: Record<string, string> = {}) => pageLine(server.url, 'edge', headers)

  it('hands are raised, called and lowered, in the chat too, and are there after a restart', async () => {
    const [ada, ben, chair] = await Promise.all([comes(), comes(), comes(CHAIR)])
    expect(await ada.ask('room', { is: 'raise' })).toMatchObject({ body: { state: { waiting: { length: 1 } } } })
    expect(await ben.ask('chat', { is: 'say', key: 'some-key', text: ' Q+ ' })).toMatchObject({
      body: { is: 'told', text: 'You are number 2 in the queue.' },
    })
    expect(await ben.ask('room', { is: 'call', after: null })).toMatchObject({ is: 'refusal', code: 'not-allowed' })
    expect(await chair.ask('room', { is: 'call', after: null })).toMatchObject({ is: 'answer' })
    expect(await chair.ask('chat', { is: 'say', key: 'other-key', text: 'q?' })).toMatchObject({
      body: { text: expect.stringMatching(/^Guest \w+ is speaking\. Then: Guest \w+\.$/) },
    })
    server = await server.restart()
    const late = await comes()
    expect(await late.ask('room', { is: 'look' })).toMatchObject({
      body: { state: { speaking: { person: {} }, waiting: { length: 1 } } },
    })
    // The chat keeps none of these words.
    expect(await late.ask('chat', { is: 'look', since: 0 })).toMatchObject({ body: { messages: [] } })
  })

  it('nothing moves in a frozen pad, but whoever wants to go may', async () => {
    const [ada, chair] = await Promise.all([comes(), comes(CHAIR)])
    await ada.ask('room', { is: 'attend', affiliation: 'Engines' })
    await ada.ask('room', { is: 'raise' })
    await server.api('POST', '/pads/edge/freeze', undefined, CHAIR)
    expect(await chair.ask('room', { is: 'raise' })).toMatchObject({ code: 'frozen' })
    expect(await ada.ask('room', { is: 'attend', affiliation: '' })).toMatchObject({ code: 'frozen' })
    expect(await ada.ask('room', { is: 'start', topic: 'Late', minutes: 5 })).toMatchObject({ code: 'frozen' })
    expect(await ada.ask('room', { is: 'lower' })).toMatchObject({ is: 'answer' })
    expect(await ada.ask('room', { is: 'unattend' })).toMatchObject({ is: 'answer' })
    expect(await ada.ask('room', { is: 'attendees' })).toMatchObject({ body: { attendees: [] } })
  })

  it('whoever is here is listed as they wish, and told of to everybody', async () => {
    const [ada, ben] = await Promise.all([comes(), comes()])
    await ada.ask('room', { is: 'attend', affiliation: '  Analytical\u202E\nEngines ' })
    await ben.until(() => ben.news('room').length > 0)
    expect(ben.news('room')).toMatchObject([{ is: 'attends', attendee: { affiliation: 'Analytical Engines' } }])
    expect(await ada.ask('room', { is: 'attend', affiliation: 'x'.repeat(100) })).toMatchObject({ code: 'too-long' })
    expect(await ben.ask('room', { is: 'attendees' })).toMatchObject({ body: { attendees: { length: 1 } } })
    await ada.ask('room', { is: 'unattend' })
    await ben.until(() => ben.news('room').length > 1)
    expect(ben.news('room').at(-1)).toMatchObject({ is: 'unattends' })
  })

  it('a timer starts at the server’s clock, the same for everybody, until somebody stops it', async () => {
    const [ada, ben] = await Promise.all([comes(), comes()])
    const before = Date.now()
    await ada.ask('room', { is: 'start', topic: ' Who  is here ', minutes: 5 })
    await ben.until(() => ben.news('room').length > 0)
    const [news] = ben.news('room')
    expect(news).toMatchObject({ state: { timer: { topic: 'Who is here', minutes: 5 } } })
    const started = news?.is === 'state' ? news.state.timer?.startedAt : undefined
    expect(started).toBeGreaterThanOrEqual(before)
    expect(started).toBeLessThanOrEqual(Date.now())
    expect(await ada.ask('room', { is: 'start', topic: ' ', minutes: 5 })).toMatchObject({ code: 'empty' })
    await ben.ask('room', { is: 'stop' })
    expect(await ada.ask('room', { is: 'look' })).toMatchObject({ body: { state: { timer: null } } })
  })
})

describe('With a clock in the hand', () => {
  let remove: () => Promise<void>
  let store: RoomStore
  let room: ReturnType<typeof roomOfPages>
  beforeEach(async () => {
    const temporary = await temporaryDatabase()
    remove = temporary.remove
    const pads = createSqlitePadDirectory(temporary.database)
    await pads.create({ name: 'edge', title: 'edge', session: null, template: null, createdAt: 1 })
    store = createSqliteRoomStore(temporary.database)
    room = roomOfPages(store, 'edge')
  })
  afterEach(async () => {
    room.end()
    await room.settled()
    await remove()
  })

  it('whoever leaves keeps their place, is away after a minute, and is back when they come', async () => {
    const ada = await room.comes('ada')
    const ben = await room.comes('ben')
    await ada.ask({ is: 'raise' })
    await ben.ask({ is: 'raise' })
    ada.leaves()
    room.wait(59_000)
    await room.settled()
    expect(ben.view().away).toEqual([])
    room.wait(2_000)
    await room.settled()
    expect(ben.view()).toMatchObject({ away: ['ada'] })
    expect(handsOf(ben.view())).toEqual(['ada', 'ben'])
    await room.comes('ada')
    await room.settled()
    expect(ben.view().away).toEqual([])
  })

  it('a short tunnel is nobody’s news', async () => {
    const ada = await room.comes('ada')
    const ben = await room.comes('ben')
    await ada.ask({ is: 'raise' })
    const before = ben.view()
    ada.leaves()
    room.wait(30_000)
    await room.comes('ada')
    room.wait(90_000)
    await room.settled()
    expect(ben.view()).toBe(before)
  })

  it('one page cannot keep everybody busy, and is told so', async () => {
    const ada = await room.comes('ada')
    const ben = await room.comes('ben')
    const before = ben.view().version
    const answers = []
    for (let n = 0; n < 84; n++) answers.push(await ada.ask({ is: n % 2 === 0 ? 'raise' : 'lower' }))
    expect(ben.view().version - before).toBe(8)
    expect(answers.at(-1)).toMatchObject({ is: 'refusal', code: 'too-many', text: expect.stringContaining('again') })
    expect(await ben.ask({ is: 'raise' })).toMatchObject({ is: 'answer' })
    room.wait(2_000)
    expect(await ada.ask({ is: 'raise' })).toMatchObject({ is: 'answer' })
  })

  it('many pages at once cannot either, and the chair may still call', async () => {
    const chair = await room.comes('chair', 'organiser')
    const pages = await Promise.all(Array.from({ length: 30 }, (_, n) => room.comes(`p${n}`)))
    const asks = ['attend', 'unattend', 'start', 'stop'] as const
    const body = { affiliation: '', topic: 'Who is here', minutes: 5 }
    const answers = await Promise.all(pages.flatMap((page) => asks.map((is) => page.ask({ is, ...body }))))
    expect(answers.filter(({ is }) => is === 'answer')).toHaveLength(100)
    expect(answers.at(-1)).toMatchObject({ is: 'refusal', code: 'too-many' })
    expect(await chair.ask({ is: 'call', after: null })).toMatchObject({ is: 'answer' })
  })

  it('the list of who is here has an end, and says so', async () => {
    const person = (n: number) => ({ id: `p${n}`, name: `p${n}`, hue: 1 })
    for (let n = 0; n < MOST_ATTENDEES; n++)
      await store.attend('edge', { person: person(n), affiliation: '', at: n }, MOST_ATTENDEES)
    const ada = await room.comes('ada')
    expect(await ada.ask({ is: 'attend', affiliation: '' })).toMatchObject({
      is: 'refusal',
      code: 'full',
      text: 'The list is full: 1000 people have said that they are here.',
    })
  })

  it('a queue has an end, and the one who speaks is not in it', async () => {
    const chair = await room.comes('chair', 'organiser')
    for (let n = 0; n <= LONGEST_QUEUE; n++) {
      room.wait(1_000)
      await (await room.comes(`p${n}`)).ask({ is: 'raise' })
    }
    expect(handsOf(chair.view())).toHaveLength(LONGEST_QUEUE)
    await chair.ask({ is: 'call', after: null })
    await (await room.comes(`p${LONGEST_QUEUE}`)).ask({ is: 'raise' })
    expect(handsOf(chair.view()).at(-1)).toBe(`p${LONGEST_QUEUE}`)
    await chair.ask({ is: 'dismiss', person: 'p1' })
    expect(handsOf(chair.view())).not.toContain('p1')
  })
})
