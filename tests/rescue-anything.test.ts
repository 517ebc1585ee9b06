import { authorshipOf, rebuildAuthorship } from '@forumpad/sync'
import { charactersOf, settled, type TestClient, TestServer, writtenBy } from '@forumpad/sync/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentUpdate, line, schemaCheck } from '../packages/pad-schema/src/index.ts'

/** What somebody does; `at` says where. */
const step = fc.record({
  who: fc.nat(2),
  does: fc.constantFrom(
    'type',
    'type',
    'type',
    'type',
    'add a line',
    'remove a line',
    'erase',
    'join',
    'move',
    'stop reading',
    'read',
    'cut',
    'come back',
  ),
  at: fc.nat(999),
  wait: fc.boolean(),
})

test('Every character that is typed can be seen once, or was deleted by somebody who could see it; its author is right', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 50 }), async (steps) => {
      const seed = documentUpdate({ blocks: [line('text', 'A'), line('text', 'B'), line('text', 'C')] }, 1)
      const server = new TestServer({ schema: schemaCheck, seed })
      const join = (name: string) => server.joins(name, { schemaVersion: schemaCheck.version })
      const people = [await join('Ada'), await join('Grace'), await join('Edsger')]
      const story = { typed: new Map<string, string>(), deleted: new Set<string>(), moved: new Set<string>() }
      for (const { who, does, at, wait } of steps) {
        const person = people[who]
        if (person) act(person, does, at, story)
        if (wait) await settled()
      }
      for (let round = 0; round < 3; round++) {
        for (const person of people) {
          person.resume()
          if (!person.isConnected) person.connect()
        }
        await settled()
        await server.clock.pass(1_000)
      }

      const [ada, ...others] = people
      if (!ada) throw new Error('Nobody is here')
      for (const other of others) expect(other.text).toBe(ada.text)
      for (const [character, by] of story.typed) {
        const times = ada.text.split(character).length - 1
        // Two who move the same words at the same moment double them.
        const most = story.moved.has(character) ? times : 1
        const least = story.deleted.has(character) ? 0 : 1
        expect(`${character} of ${by}: ${times}`).toBe(
          `${character} of ${by}: ${Math.max(Math.min(times, most), least)}`,
        )
      }
      for (const [character, credit] of charactersOf(ada.doc.getXmlFragment('default'), ada.credits)) {
        // Who moves single characters among others that they have not seen may be taken for their author.
        if (story.moved.has(character)) expect(credit).toBeDefined()
        else expect(`${character} ${credit?.author}`).toBe(`${character} ${story.typed.get(character) ?? 'forumpad'}`)
      }
      const stored = await server.store.load('notes')
      if (!stored) throw new Error('The pad is gone')
      const { authorship } = await rebuildAuthorship(server.store, 'notes', stored)
      expect(writtenBy(ada.doc, authorship.credits)).toEqual(writtenBy(ada.doc, ada.credits))
      expect(authorshipOf(stored)?.encode()).toEqual(authorship.encode())
      server.end()
    }),
    { numRuns: 150 },
  )
}, 60_000)

type Story = { typed: Map<string, string>; deleted: Set<string>; moved: Set<string> }

function act(client: TestClient, does: string, at: number, { typed, deleted, moved }: Story): void {
  const { doc, person } = client
  const root = doc.getXmlFragment('default')
  const lines = root.toArray()
  const index = at % Math.max(lines.length, 1)
  const chosen = lines[index]
  const text = textOf(chosen)
  /** No character is typed twice. */
  const fresh = () => {
    const character = String.fromCodePoint(0x4e00 + typed.size)
    typed.set(character, person.id)
    return character
  }
  switch (does) {
    case 'type':
      return text ? text.insert(at % (text.length + 1), fresh()) : root.push([lineOf(fresh())])
    case 'add a line':
      return root.insert(index, [lineOf(fresh())])
    case 'remove a line':
      for (const character of text?.toString() ?? '') deleted.add(character)
      return chosen && root.delete(index, 1)
    case 'erase':
      if (!text || text.length === 0) return
      deleted.add(text.toString()[at % text.length] ?? '')
      return text.delete(at % text.length, 1)
    case 'join': {
      const above = index > 0 ? textOf(lines[index - 1]) : undefined
      return doc.transact(() => {
        if (!above || !text) return
        for (const character of text.toString()) moved.add(character)
        above.insert(above.length, text.toString())
        root.delete(index, 1)
      })
    }
    case 'move':
      return doc.transact(() => {
        if (!text) return
        const words = text.toString()
        for (const character of words) moved.add(character)
        root.delete(index, 1)
        root.push([lineOf(words)])
      })
    case 'stop reading':
      return client.stall()
    case 'read':
      return client.resume()
    case 'cut':
      return client.cut()
    default:
      if (!client.isConnected) client.connect()
  }
}

function lineOf(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function textOf(element: unknown): Y.XmlText | undefined {
  const text = element instanceof Y.XmlElement && element.length > 0 ? element.get(0) : undefined
  return text instanceof Y.XmlText ? text : undefined
}
