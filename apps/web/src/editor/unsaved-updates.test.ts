import { ROOT } from '@forumpad/pad-schema'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { UnsavedUpdates } from './unsaved-updates.ts'

/** A page with two lines that the server has, and the server's copy. */
function pageAndServer() {
  const page = new Y.Doc()
  const unsaved = new UnsavedUpdates()
  page.getXmlFragment(ROOT).push([new Y.XmlElement('paragraph'), new Y.XmlElement('paragraph')])
  const server = new Y.Doc()
  Y.applyUpdate(server, Y.encodeStateAsUpdate(page))
  let made = 0
  page.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') unsaved.add(++made, update)
  })
  return { page, unsaved, server, made: () => made }
}

const wordsIn = (update: Uint8Array | undefined) =>
  update &&
  Y.decodeUpdate(update)
    .structs.map((item) => (item instanceof Y.Item ? item.content.getContent().join('') : ''))
    .join('')

it('keeps words whose line was deleted by others before they were saved', () => {
  const { page, unsaved, server } = pageAndServer()
  const line = page.getXmlFragment(ROOT).get(1)
  if (line instanceof Y.XmlElement) line.insert(0, [new Y.XmlText('not saved yet')])
  server.getXmlFragment(ROOT).delete(1, 1)
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server), 'server')
  // The document itself has forgotten them.
  expect(wordsIn(Y.encodeStateAsUpdate(page))).not.toContain('not saved yet')
  expect(wordsIn(unsaved.merged())).toContain('not saved yet')
})

it('names as deleted only what was there when one deleted it', () => {
  const { page, unsaved, server } = pageAndServer()
  page.getXmlFragment(ROOT).delete(1, 1)
  const theirs = server.getXmlFragment(ROOT).get(1)
  if (theirs instanceof Y.XmlElement) theirs.insert(0, [new Y.XmlText('typed meanwhile')])
  Y.applyUpdate(page, Y.encodeStateAsUpdate(server), 'server')
  const named = (update: Uint8Array | undefined) => [...(update ? Y.decodeUpdate(update).ds.clients.keys() : [])]
  expect(named(Y.encodeStateAsUpdate(page))).toContain(server.clientID)
  expect(named(unsaved.merged())).toEqual([page.clientID])
})

it('forgets what is saved', () => {
  const { page, unsaved } = pageAndServer()
  page.getXmlFragment(ROOT).push([new Y.XmlElement('paragraph')])
  page.getXmlFragment(ROOT).push([new Y.XmlElement('paragraph')])
  unsaved.saved(1)
  expect(unsaved.merged()).toBeDefined()
  unsaved.saved(2)
  expect(unsaved.merged()).toBeUndefined()
})

it('joins what was typed in hours offline, and forgets it only when all of it is saved', () => {
  const { page, unsaved, made } = pageAndServer()
  const line = page.getXmlFragment(ROOT).get(1)
  const text = new Y.XmlText()
  if (line instanceof Y.XmlElement) line.insert(0, [text])
  const words = 'word '.repeat(60)
  for (const [i, letter] of [...words].entries()) text.insert(i, letter)
  unsaved.saved(made() - 250)
  expect(wordsIn(unsaved.merged())).toContain(words)
  unsaved.saved(made())
  expect(unsaved.merged()).toBeUndefined()
})
