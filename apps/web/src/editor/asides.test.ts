import { readAside } from '@forumpad/api'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Asides } from './asides.ts'

let sent: unknown[]
let asides: Asides

beforeEach(() => {
  vi.useFakeTimers({ now: 50_000 })
  sent = []
  asides = new Asides((frame) => sent.push(readAside(frame)))
})
afterEach(() => {
  vi.useRealTimers()
})

const welcome = () => asides.receive({ is: 'welcome', role: 'editor', now: 51_000 })

it('asks under numbers, and takes each answer for its own question', async () => {
  welcome()
  const raised = asides.ask('room', { is: 'raise' })
  const looked = asides.ask('chat', { is: 'look', since: 3 })
  expect(sent).toEqual([
    { feature: 'room', ask: 1, body: { is: 'raise' } },
    { feature: 'chat', ask: 2, body: { is: 'look', since: 3 } },
  ])
  asides.receive({ is: 'answer', ask: 2, body: { is: 'done' } })
  asides.receive({ is: 'refusal', ask: 1, code: 'full', text: 'The queue is full.' })
  expect(await looked).toMatchObject({ is: 'answer', body: { is: 'done' } })
  expect(await raised).toMatchObject({ is: 'refusal', text: 'The queue is full.' })
})

it('says so when the server is not there, when it goes, and when it does not answer', async () => {
  expect(await asides.ask('room', { is: 'raise' })).toMatchObject({ code: 'unreachable' })
  expect(sent).toEqual([])
  welcome()
  const cut = asides.ask('room', { is: 'raise' })
  asides.lost()
  expect(await cut).toMatchObject({ code: 'unreachable' })
  welcome()
  const ignored = asides.ask('room', { is: 'raise' })
  vi.advanceTimersByTime(15_000)
  expect(await ignored).toMatchObject({ code: 'unreachable' })
})

it('calls whoever must ask anew: at once, after each reconnect, and when something was missed', () => {
  let calls = 0
  const stop = asides.onWelcome(() => calls++)
  expect(calls).toBe(0)
  welcome()
  asides.lost()
  welcome()
  asides.receive({ is: 'missed' })
  expect(calls).toBe(3)
  asides.onWelcome(() => calls++)
  expect(calls).toBe(4)
  stop()
  welcome()
  expect(calls).toBe(5)
})

it('hands news to the feature that they are for, and knows role and clock of the server', () => {
  const heard: unknown[] = []
  const stop = asides.hear('room', (news) => heard.push(news))
  asides.receive({ is: 'news', feature: 'chat', body: { message: 1 } })
  asides.receive({ is: 'news', feature: 'room', body: { is: 'unattends', person: 'ada' } })
  stop()
  asides.receive({ is: 'news', feature: 'room', body: { is: 'unattends', person: 'ben' } })
  expect(heard).toEqual([{ is: 'unattends', person: 'ada' }])
  expect(asides.role).toBeNull()
  welcome()
  expect(asides.role).toBe('editor')
  vi.advanceTimersByTime(500)
  expect(asides.now()).toBe(51_500)
})
