import { CLOSE } from '@forumpad/api'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
const start = (...args: ConstructorParameters<typeof TestServer>) => {
  server = new TestServer(...args)
  return server
}
afterEach(() => server.end())

describe('Two people in a pad', () => {
  test('see what the other types', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('Hello')
    await settled()
    expect(grace.text).toBe('Hello')
    grace.types(', Ada')
    await settled()
    expect(ada.text).toBe('Hello, Ada')
    expect(server.authors()).toEqual(['ada', 'grace'])
  })

  test('who type at the same moment end up with the same words', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('Notes: ')
    await settled()
    const grace = await server.joins('Grace')
    for (let i = 0; i < 20; i++) {
      ada.types('a')
      grace.types('g')
    }
    await settled()
    expect(ada.text).toBe(grace.text)
    expect(ada.text).toHaveLength('Notes: '.length + 40)
    expect(await server.stored()).toBe(ada.text)
  })

  test('see each other by the name that the server knows, whatever their page claims', async () => {
    start()
    const ada = await server.joins('Ada')
    const mallory = await server.joins('Mallory')
    mallory.awareness.setLocalStateField('user', { name: 'Ada', id: 'ada' })
    await settled()
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Mallory'])
    expect(mallory.sees).toEqual(['Ada'])
  })

  test('no longer see who has left', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Grace'])
    grace.leave()
    await server.clock.pass(100)
    expect(ada.sees).toEqual([])
    expect(server.pads.present('notes').map(({ name }) => name)).toEqual(['Ada'])
  })

  test('see a new name at once', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    await server.clock.pass(100)
    server.pads.personChanged({ id: 'grace', name: 'Grace Hopper', hue: 3 })
    await server.clock.pass(100)
    expect(ada.sees).toEqual(['Grace Hopper'])
    expect(grace.sees).toEqual(['Ada'])
  })

  test('cannot make a third speak: what is said under the id of another is ignored', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    const mallory = await server.joins('Mallory')
    await server.clock.pass(100)
    mallory.awareness.states.set(ada.doc.clientID, { cursor: 'elsewhere' })
    mallory.awareness.meta.set(ada.doc.clientID, { clock: 900, lastUpdated: 0 })
    mallory.sayAwareness([ada.doc.clientID])
    await server.clock.pass(100)
    expect(grace.awareness.getStates().get(ada.doc.clientID)).not.toHaveProperty('cursor')
  })
})

describe('Coming back', () => {
  test('brings what was typed while the line was down, once', async () => {
    start()
    const ada = await server.joins('Ada')
    const grace = await server.joins('Grace')
    ada.types('before. ')
    await settled()
    ada.cut()
    ada.types('offline. ')
    grace.types('meanwhile. ')
    await settled()
    ada.connect()
    await settled()
    ada.connect()
    await settled()
    expect(ada.text).toBe(grace.text)
    for (const words of ['before. ', 'offline. ', 'meanwhile. ']) expect(ada.text.split(words)).toHaveLength(2)
    expect(await server.stored()).toBe(ada.text)
  })

  test('a client that types before it has told what it has loses nothing', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.cut()
    ada.types('offline, ')
    ada.connect()
    ada.types('and at once')
    await settled()
    expect(await server.stored()).toBe('offline, and at once')
  })

  test('many who come back at once all get everything', async () => {
    start()
    const writer = await server.joins('Writer')
    writer.types('x'.repeat(5000))
    await settled()
    const crowd = []
    for (let i = 0; i < 100; i++) crowd.push(await server.joins(`P${i}`))
    for (const one of crowd) one.cut()
    writer.types(' more')
    await settled()
    for (const one of crowd) one.connect()
    writer.types(' and more')
    await settled()
    await server.clock.pass(1000)
    expect(crowd.every(({ text, isSynced }) => isSynced && text === writer.text)).toBe(true)
  })
})

describe('A server that stops', () => {
  test('stores what it has and sends everybody away with a code that brings them back', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('last words')
    await server.pads.stop()
    await settled()
    expect(ada.closed?.code).toBe(CLOSE.restart)
    expect(await server.stored()).toBe('last words')
    const late = await server.joins('Late')
    expect(late.closed?.code).toBe(CLOSE.restart)
  })
})

describe('A change that the server makes', () => {
  test('is one revision of the person it is made for, while others go on typing', async () => {
    start()
    const ada = await server.joins('Ada')
    ada.types('typed ')
    const revision = await server.pads.edit('notes', 'grace', (doc) => {
      const line = new Y.XmlElement('paragraph')
      line.insert(0, [new Y.XmlText('imported')])
      doc.getXmlFragment('default').push([line])
    })
    ada.types('on')
    await settled()
    expect(server.authors()[revision - 1]).toBe('grace')
    expect(ada.text).toBe('typed on\nimported')
  })

  test('in a pad that is not there says so', async () => {
    start()
    await expect(server.pads.edit('nowhere', 'grace', () => {})).rejects.toThrow('There is no pad "nowhere"')
  })
})
