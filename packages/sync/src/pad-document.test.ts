import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import { PadDocument } from './pad-document.ts'
import { settled } from './testing/test-clock.ts'
import { ANY_SHAPE, TestServer } from './testing/test-server.ts'

test('A document is decoded when it is needed, let go of, and made anew with all that it had', () => {
  const source = new Y.Doc()
  const lines = source.getXmlFragment('default')
  lines.push([new Y.XmlElement('paragraph')])
  let made = 0
  const stored = [Y.encodeStateAsUpdate(source)]
  const document = new PadDocument(ANY_SHAPE, () => {
    made += 1
    const doc = new Y.Doc()
    for (const update of stored) Y.applyUpdate(doc, update)
    return doc
  })
  expect([document.isDecoded, made]).toEqual([false, 0])

  const before = Y.encodeStateVector(source)
  lines.push([new Y.XmlElement('paragraph')])
  const update = Y.encodeStateAsUpdate(source, before)
  const facts = document.inspect(update)
  if (typeof facts === 'string') throw new Error(facts)
  expect(document.apply(update, facts).is).toBe('applied')
  stored.push(update)
  document.letGo()
  expect([document.isDecoded, made]).toEqual([false, 1])

  const again = new Y.Doc()
  Y.applyUpdate(again, document.encode())
  expect(again.getXmlFragment('default').toString()).toBe(lines.toString())
  expect(made).toBe(2)
})

test('Where nobody wrote for a while, people go on as if nothing had happened', async () => {
  const server = new TestServer()
  const ada = await server.joins('Ada')
  const grace = await server.joins('Grace')
  ada.types('before ')
  await settled()
  await server.clock.pass(2 * LIMITS.quietMs)
  grace.types('after ')
  await settled()
  ada.types('and on')
  await settled()
  expect(ada.text).toBe(grace.text)
  for (const words of ['before ', 'after ', 'and on']) expect(ada.text).toContain(words)
  const late = await server.joins('Late')
  expect(late.text).toBe(ada.text)
  expect(await server.stored()).toBe(ada.text)
  expect(server.failures).toEqual([])
  server.end()
})
