import { leaveFormats } from '@forumpad/api'
import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { TestClient } from './testing/test-client.ts'
import { settled } from './testing/test-clock.ts'
import { TestServer } from './testing/test-server.ts'

let server: TestServer
afterEach(() => server.end())

test('A server keeps formats that have become superfluous, since nobody would hear of it if it tidied them', async () => {
  server = new TestServer()
  const ada = await server.joins('Ada')
  ada.types('Who is here')
  await settled()
  const grace = await server.joins('Grace')
  for (const { doc } of [ada, grace]) leaveFormats(doc)
  grace.stall()
  firstWords(ada).format(4, 2, { bold: true })
  firstWords(grace).delete(3, 4)
  await settled()
  grace.resume()
  await settled()
  expect(server.authors()).toEqual(['ada', 'ada', 'grace'])

  // Between the two marks there is nothing any more, until somebody writes there who had not heard of that.
  const place = firstWords(ada)
  place.insert(3, '!', { bold: true })
  await settled()
  expect(grace.text).toBe('Who<bold>!</bold>here')
  expect([ada.text, await server.stored()]).toEqual([grace.text, grace.text])
})

function firstWords({ doc }: TestClient): Y.XmlText {
  const line = doc.getXmlFragment('default').get(0)
  const words = line instanceof Y.XmlElement ? line.get(0) : undefined
  if (!(words instanceof Y.XmlText)) throw new Error('There are no words')
  return words
}
