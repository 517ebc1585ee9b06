import { CLOSE } from '@forumpad/api'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { writeAwareness, writeUpdate } from './protocol.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer, TestStore } from './testing/test-server.ts'

/** Client ids under which a stranger was quicker than their owner, at a server that has just started and remembers nobody. */
const servers: TestServer[] = []

function started(store?: TestStore): TestServer {
  const server = new TestServer(store ? { store: new TestStore(store.inner) } : { template: 'Notes' })
  servers.push(server)
  return server
}

afterEach(() => {
  for (const server of servers.splice(0)) server.end()
})

/** Mallory brings words as if a client that nobody knows had written them. */
async function takes(id: number, server: TestServer): Promise<void> {
  const mallory = await server.joins('Mallory')
  const forged = new Y.Doc()
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(mallory.doc))
  forged.clientID = id
  const before = Y.encodeStateVector(forged)
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [new Y.XmlText('not by them at all')])
  forged.getXmlFragment('default').push([line])
  mallory.says(writeUpdate(Y.encodeStateAsUpdate(forged, before)))
  await settled()
  expect(mallory.closed).toBeUndefined()
}

describe('A stock client', () => {
  test('that comes back to find others’ words under its id is told so, rather than showing what nobody else sees', async () => {
    const before = started()
    const edsger = await before.joinsAsStock('Edsger')
    edsger.cut()
    edsger.types(', by me')
    const after = started(before.store)
    await takes(edsger.doc.clientID, after)
    edsger.connect(after.pads)
    await settled()
    expect(edsger.closed?.code).toBe(CLOSE.notAllowed)
    expect(edsger.text).toContain(', by me')
  })

  test('that repeats what it hears of others, before it says anything of itself, stays', async () => {
    const server = started()
    const ada = await server.joins('Ada')
    ada.awareness.setLocalState({ cursor: null })
    ada.types(', by Ada')
    await settled()
    const edsger = await server.joinsAsStock('Edsger')
    await server.clock.pass(100)
    const heard = edsger.awareness.getStates().get(ada.doc.clientID)
    expect(heard?.user.name).toBe('Ada')
    const silent = await server.joinsAsStock('Silent')
    silent.cut()
    silent.awareness.setLocalState(null)
    silent.connect()
    silent.says(writeAwareness([{ client: ada.doc.clientID, clock: 1, state: JSON.stringify(heard) }]))
    await settled()
    expect(silent.closed).toBeUndefined()
  })

  test('that has written is seen again when it comes back', async () => {
    const server = started()
    const edsger = await server.joinsAsStock('Edsger')
    edsger.types(', by me')
    await settled()
    edsger.connect()
    await settled()
    const ada = await server.joins('Ada')
    expect(ada.sees).toEqual(['Edsger'])
  })
})

describe('A page', () => {
  test('that brings words of an earlier visit is not told that they are saved if others are stored under their id', async () => {
    const before = started()
    const earlier = await before.joins('Ada')
    earlier.cut()
    earlier.types(', by me')
    const unsaved = Y.encodeStateAsUpdate(earlier.doc)
    const after = started(before.store)
    await takes(earlier.doc.clientID, after)
    const later = await after.joins('Ada')
    const sent = later.textMessagesSent
    later.says(writeUpdate(unsaved))
    await settled()
    expect(later.saved?.count).toBe(sent)
    expect(later.closed?.code).toBe(CLOSE.notAllowed)
  })

  test('may say again what is stored of its earlier visit, in other pieces and partly deleted', async () => {
    const before = started()
    const earlier = await before.joins('Ada')
    earlier.types(', by me 😀 and')
    earlier.types(' me alone')
    await settled()
    const all = Y.encodeStateAsUpdate(earlier.doc)
    const grace = await before.joins('Grace')
    const line = grace.doc.getXmlFragment('default').get(0)
    const text = line instanceof Y.XmlElement ? line.get(0) : undefined
    if (text instanceof Y.XmlText) text.delete(7, 3)
    await settled()
    const later = await started(before.store).joins('Ada')
    later.says(writeUpdate(all))
    await settled()
    expect(later.closed).toBeUndefined()
    expect(later.saved?.count).toBe(later.textMessagesSent + 1)
  })
})
