import { type AsideAsk, type ChatAsk, type ChatMessage, LONGEST_CHAT_MESSAGE, readAside } from '@forumpad/api'
import { beforeEach, expect, it } from 'vitest'
import { ENGLISH } from '../../languages/words.ts'
import { Asides } from '../asides.ts'
import { ChatLog } from './chat-log.ts'

const ada = { id: 'ada', name: 'Ada', hue: 1 }
const me = { id: 'me', name: 'Me', hue: 2 }

let asked: { ask: number; body: ChatAsk }[]
let asides: Asides
let log: ChatLog
let read: number
let change: number

beforeEach(() => {
  asked = []
  read = 0
  change = 0
  asides = new Asides((frame) => asked.push(readAside(frame) as AsideAsk & { body: ChatAsk }))
  log = new ChatLog(asides, 'me', {
    read: () => read,
    write: (id) => {
      read = id
    },
  })
  welcome()
})

const welcome = () => asides.receive({ is: 'welcome', role: 'editor', now: Date.now() })
const lastAsk = () => asked.at(-1)?.body
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

async function answers(body: object) {
  asides.receive({ is: 'answer', ask: asked.at(-1)?.ask ?? 0, body })
  await settled()
}

function message(id: number, person = ada, rest: Partial<ChatMessage> = {}): ChatMessage {
  change += 1
  return { id, change, at: 1, person, text: `m${id}`, key: `key-${id}`, deletedBy: null, ...rest }
}

const tells = (each: ChatMessage) => asides.receive({ is: 'news', feature: 'chat', body: { message: each } })
const page = (messages: ChatMessage[], older = false) => answers({ is: 'messages', messages, fresh: true, older })
const texts = () => log.state().messages.map(({ text }) => text)

it('counts what is new before anybody has looked, and fetches nothing else', async () => {
  expect(lastAsk()).toEqual({ is: 'count', read: 0 })
  await answers({ is: 'count', unread: 3, newest: 5 })
  tells(message(6))
  tells(message(7, me))
  expect(log.state()).toMatchObject({ unread: 4, messages: [] })
  expect(asked).toHaveLength(1)
})

it('shows the newest page to whoever looks, and remembers what they have read', async () => {
  log.look(true)
  expect(lastAsk()).toEqual({ is: 'look', since: 0 })
  await page([message(8), message(9)], true)
  expect(texts()).toEqual(['m8', 'm9'])
  expect(log.state()).toMatchObject({ unread: 0, older: true })
  expect(read).toBe(9)
  log.look(false)
  tells(message(10))
  expect(log.state().unread).toBe(1)
  log.look(true)
  expect(log.state().unread).toBe(0)
  expect(read).toBe(10)
})

it('asks for what it missed, from the last change that it knows', async () => {
  log.look(true)
  await page([message(1), message(2)])
  asides.lost()
  welcome()
  expect(lastAsk()).toEqual({ is: 'look', since: 2 })
  const gone = message(1, ada, { text: '', deletedBy: 'organiser' })
  await answers({ is: 'messages', messages: [message(3), gone], fresh: false, older: false })
  expect(texts()).toEqual(['', 'm2', 'm3'])
})

it('starts afresh when it missed too much', async () => {
  log.look(true)
  await page([message(1)])
  asides.lost()
  welcome()
  await page([message(300)], true)
  expect(texts()).toEqual(['m300'])
  expect(log.state().older).toBe(true)
})

it('reads back in pages, and takes no news of messages that it has not reached', async () => {
  log.look(true)
  await page([message(50), message(51)], true)
  tells(message(3, ada, { text: '', deletedBy: 'author' }))
  expect(texts()).toEqual(['m50', 'm51'])
  const older = log.older()
  expect(lastAsk()).toEqual({ is: 'older', before: 50 })
  await answers({ is: 'messages', messages: [message(49)], fresh: false, older: false })
  await older
  expect(texts()).toEqual(['m49', 'm50', 'm51'])
  expect(log.state().older).toBe(false)
})

it('keeps the words in the box until the server has them', async () => {
  log.write('Hello')
  void log.send()
  expect(log.state()).toMatchObject({ draft: 'Hello', sending: true })
  asides.receive({ is: 'refusal', ask: asked.at(-1)?.ask ?? 0, code: 'too-many', text: 'Wait a little.' })
  await settled()
  expect(log.state()).toMatchObject({ draft: 'Hello', sending: false, said: { is: 'problem', text: 'Wait a little.' } })
  void log.send()
  await answers({ is: 'said', message: message(1, me) })
  expect(log.state()).toMatchObject({ draft: '', said: null })
})

it('keeps what is typed while the words before it are sent, and says nothing twice', async () => {
  log.write('Hello')
  void log.send()
  log.write('Hello and more')
  await answers({ is: 'said', message: message(1, me) })
  expect(log.state()).toMatchObject({ draft: 'and more', sending: false })
})

it('says the same words under the same key, so that a lost answer does not say them twice', async () => {
  log.look(true)
  await page([])
  log.write('Hello')
  void log.send()
  const first = lastAsk()
  asides.lost()
  await settled()
  expect(log.state()).toMatchObject({ draft: 'Hello', said: { is: 'problem' } })
  welcome()
  void log.send()
  expect(lastAsk()).toEqual(first)
  await answers({ is: 'said', message: message(1, me) })
  log.write('Hello')
  void log.send()
  expect(lastAsk()).not.toEqual(first)
})

it('clears the box when its words turn out to have arrived', async () => {
  log.look(true)
  await page([])
  log.write('Hello')
  void log.send()
  const said = lastAsk()
  asides.lost()
  welcome()
  const key = said?.is === 'say' ? said.key : ''
  await answers({ is: 'messages', messages: [message(1, me, { key })], fresh: false, older: false })
  expect(log.state().draft).toBe('')
})

it('shows the answer to a command to this person alone, and asks nothing for too long a message', async () => {
  log.write('q+')
  void log.send()
  await answers({ is: 'told', text: 'You are first.' })
  expect(log.state()).toMatchObject({ draft: '', said: { is: 'answer', text: 'You are first.' } })
  const before = asked.length
  log.write('x'.repeat(LONGEST_CHAT_MESSAGE + 3))
  await log.send()
  const { text = '', values } = log.state().said ?? {}
  expect(ENGLISH.say(text, values)).toContain('3 characters too long')
  expect(asked).toHaveLength(before)
})
