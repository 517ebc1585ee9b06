// @vitest-environment happy-dom
import { ROOT } from '@forumpad/pad-schema'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { FakeServer } from './testing/fake-server.ts'
import { visitPad } from './testing/visit-pad.ts'

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
})

afterEach(() => {
  vi.useRealTimers()
})

it('sends what an earlier visit had not saved as it was changed then, before all that the copy holds', async () => {
  const server = new FakeServer()
  const earlier = new Y.Doc()
  earlier.getXmlFragment(ROOT).push([new Y.XmlText('changed in a line that is gone')])
  const unsaved = Y.encodeStateAsUpdate(earlier)
  earlier.getXmlFragment(ROOT).delete(0, 1)
  const { pad, copy } = await visitPad(server, { from: earlier, unsaved })
  server.opens()
  server.sendsItsText('Welcome')
  expect(server.heardOf).toContain('changed in a line that is gone')
  expect(copy.kept()).toEqual(unsaved)
  server.acknowledges(2)
  expect(copy.kept()).toBeUndefined()
  pad.close()
})

it('has its unsaved changes kept for the next visit until they are saved', async () => {
  const server = new FakeServer()
  const { pad, copy, types } = await visitPad(server)
  server.opens()
  server.sendsItsText('Welcome')
  server.acknowledges(1)
  types('kept')
  const later = new Y.Doc()
  Y.applyUpdate(later, copy.kept() ?? new Uint8Array())
  expect(later.store.clients.has(pad.doc.clientID) || later.store.pendingStructs !== null).toBe(true)
  server.acknowledges(2)
  expect(copy.kept()).toBeUndefined()
  pad.close()
})
