import { CLOSE } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

const REASON = 'This pad is frozen. Ask the moderator to reopen it.'

let server: TestServer
let ada: TestClient
let grace: TestClient

beforeEach(async () => {
  server = new TestServer()
  ada = await server.joins('Ada')
  grace = await server.joins('Grace')
  ada.types('before')
  await settled()
})
afterEach(() => server.end())

describe('A pad that is frozen', () => {
  test('keeps its text, tells everybody at once, and takes nothing more', async () => {
    const since = await server.pads.freeze('notes')
    expect(since).toBe(server.clock.now())
    await settled()
    for (const person of [ada, grace]) expect(person.status).toEqual({ is: 'frozen', since })

    ada.types(' and after')
    await settled()
    expect(ada.closed).toEqual({ code: CLOSE.notAllowed, reason: REASON })
    expect(ada.notices.at(-1)).toEqual({ code: 'closed', text: REASON })
    expect(grace.text).toBe('before')
    expect(grace.closed).toBeUndefined()
    expect(await server.stored()).toBe('before')
  })

  test('is read by those who come, and they hear that it is frozen', async () => {
    const since = await server.pads.freeze('notes')
    const late = await server.joins('Late')
    expect(late.text).toBe('before')
    expect(late.status).toEqual({ is: 'frozen', since })
    expect(late.saved?.count).toBe(late.textMessagesSent)
  })

  test('shows who is here, as ever', async () => {
    await server.pads.freeze('notes')
    grace.awareness.setLocalStateField('cursor', 3)
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Grace'])
  })

  test('takes nothing from somebody who was away, whose words nobody else ever sees', async () => {
    grace.cut()
    grace.types(' written while away')
    await server.pads.freeze('notes')
    grace.connect()
    await settled()
    expect(grace.closed?.code).toBe(CLOSE.notAllowed)
    await server.clock.pass(100)
    expect(ada.text).toBe('before')
    expect(await server.stored()).toBe('before')
  })

  test('takes back somebody who was away and wrote nothing', async () => {
    ada.doc.getXmlFragment('default').insert(0, [new Y.XmlElement('rule')])
    ada.doc.getXmlFragment('default').delete(0, 1)
    await settled()
    grace.cut()
    ada.types(' the end')
    await settled()
    await server.pads.freeze('notes')
    grace.connect()
    await settled()
    expect(grace.closed).toBeUndefined()
    expect(grace.text).toBe('before the end')
    expect(grace.saved?.count).toBe(grace.textMessagesSent)
  })

  test('refuses a deletion as it refuses words', async () => {
    await server.pads.freeze('notes')
    ada.doc.getXmlFragment('default').delete(0, 1)
    await settled()
    expect(ada.closed?.code).toBe(CLOSE.notAllowed)
    expect(grace.text).toBe('before')
  })

  test('is read by a stock client, which is closed only when it writes', async () => {
    await server.pads.freeze('notes')
    const stock = await server.joinsAsStock('Stock')
    stock.awareness.setLocalStateField('cursor', 1)
    await server.clock.pass(30_000)
    expect(stock.text).toBe('before')
    expect(stock.closed).toBeUndefined()
    stock.types(' graffiti')
    await settled()
    expect(stock.closed?.code).toBe(CLOSE.notAllowed)
    expect(ada.text).toBe('before')
  })

  test('is not changed by the server for anybody either', async () => {
    await server.pads.freeze('notes')
    const edit = server.pads.edit('notes', 'ada', (doc) => doc.getXmlFragment('default').delete(0, 1))
    await expect(edit).rejects.toThrow('The pad "notes" is frozen')
    expect(ada.text).toBe('before')
  })

  test('has its template, though nobody had opened it', async () => {
    const fresh = new TestServer({ template: 'Goals' })
    await fresh.pads.freeze('notes')
    expect(await fresh.stored()).toBe('Goals')
    expect((await fresh.joins('Ada')).text).toBe('Goals')
    fresh.end()
  })

  test('must be there', async () => {
    expect(await server.pads.freeze('nowhere')).toBeUndefined()
    expect(await server.pads.thaw('nowhere')).toBe(false)
  })
})

describe('A pad that is thawed', () => {
  test('tells everybody and takes text again, without anybody coming anew', async () => {
    await server.pads.freeze('notes')
    expect(await server.pads.thaw('notes')).toBe(true)
    await settled()
    for (const person of [ada, grace]) expect(person.status).toEqual({ is: 'saving-works' })
    ada.types(' and after')
    await settled()
    expect(grace.text).toBe('before and after')
    expect(await server.stored()).toBe('before and after')
  })

  test('takes nothing before that is stored', async () => {
    await server.pads.freeze('notes')
    server.store.fail(true)
    void server.pads.thaw('notes')
    await settled()
    expect(ada.status?.is).toBe('frozen')
    server.store.fail(false)
    await server.clock.pass(LIMITS.retryMs.first)
    expect(ada.status?.is).toBe('saving-works')
    expect((await server.store.inner.load('notes'))?.frozenAt).toBeNull()
  })

  test('does not bring back what was refused meanwhile, but whoever wrote it may come anew', async () => {
    await server.pads.freeze('notes')
    ada.types(' refused')
    await settled()
    await server.pads.thaw('notes')
    await server.clock.pass(1000)
    expect(await server.stored()).toBe('before')
    const anew = await server.joins('Ada')
    anew.types(' written anew')
    await settled()
    expect(grace.text).toBe('before written anew')
  })

  test('says after a freeze and a thaw in one breath what came last', async () => {
    const [, , since] = await Promise.all([
      server.pads.freeze('notes'),
      server.pads.thaw('notes'),
      server.pads.freeze('notes'),
    ])
    await settled()
    expect(ada.status).toEqual({ is: 'frozen', since })
    expect((await server.store.inner.load('notes'))?.frozenAt).toBe(since)
  })
})

test('Somebody who may only read is acknowledged too, so that their page knows the line is up', async () => {
  const reader = await server.joins('Reader', { mayWrite: false })
  expect(reader.text).toBe('before')
  expect(reader.textMessagesSent).toBe(1)
  expect(reader.saved?.count).toBe(1)
})
