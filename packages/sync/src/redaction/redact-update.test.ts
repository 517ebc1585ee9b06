import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { IdSet } from './id-set.ts'
import { redactUpdate, withMarks } from './redact-update.ts'

const NOTHING = { characters: new IdSet(), addresses: new IdSet(), redacted: (value: string) => value }

/** What several people do to one text, each change as the update that it makes. */
const edits = fc.array(
  fc.record({
    who: fc.integer({ min: 1, max: 3 }),
    at: fc.nat(),
    does: fc.oneof(
      fc.record({ types: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) }),
      fc.record({ deletes: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ wears: fc.constantFrom('bold', 'link') }),
    ),
  }),
  { minLength: 1, maxLength: 20 },
)
const somewhere = fc.array(
  fc.record({ client: fc.integer({ min: 1, max: 3 }), clock: fc.nat(60), length: fc.integer({ min: 1, max: 9 }) }),
)

function updatesOf(plan: typeof edits extends fc.Arbitrary<infer Plan> ? Plan : never): Uint8Array[] {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const { who, at, does } of plan) {
    doc.clientID = who
    const text = doc.get('default', Y.XmlText) as Y.XmlText
    const place = at % (text.length + 1)
    if ('types' in does) text.insert(place, does.types)
    else if ('deletes' in does) text.delete(place, Math.min(does.deletes, text.length - place))
    else text.format(place, Math.min(4, text.length - place), { [does.wears]: { href: 'https://example.org/' } })
  }
  return updates
}

test('Whatever is redacted, only those characters are different: places, formats, lengths and deletions are the same', () => {
  fc.assert(
    fc.property(edits, somewhere, (plan, spans) => {
      const updates = updatesOf(plan)
      const characters = new IdSet(spans)
      const redacted = updates.map((update) => redactUpdate(update, { ...NOTHING, characters }) ?? update)
      expect(shapeOf(redacted, characters)).toEqual(shapeOf(updates, characters))
      for (const update of redacted) expect(redactUpdate(update, { ...NOTHING, characters })).toBeUndefined()
    }),
  )
})

/** All that updates say, with marks for the characters that go. */
function shapeOf(updates: readonly Uint8Array[], characters: IdSet): unknown {
  return updates.map((update) => {
    const { structs, ds } = Y.decodeUpdate(update)
    const items = structs.map((struct) => {
      const { id, length } = struct
      if (!(struct instanceof Y.Item)) return { id, length }
      const { origin, rightOrigin, parent, parentSub, content } = struct
      const span = { client: id.client, clock: id.clock, length }
      const said =
        content instanceof Y.ContentString
          ? characters
              .within(span)
              .reduce((text, part) => withMarks(text, part.clock - id.clock, part.length), content.str)
          : JSON.stringify(content.getContent())
      return { id, length, origin, rightOrigin, parent, parentSub, said }
    })
    return { items, deletes: [...ds.clients] }
  })
}

test('An update without the words is left as it is', () => {
  const [update] = updatesOf([{ who: 1, at: 0, does: { types: 'Hello' } }])
  expect(update && redactUpdate(update, NOTHING)).toBeUndefined()
})

test('A link whose words go loses its address, and words in other values go from there', () => {
  const doc = new Y.Doc()
  doc.clientID = 1
  const image = new Y.XmlElement('image')
  image.setAttribute('alt', 'the secret plan')
  const text = new Y.XmlText()
  text.insert(0, 'words')
  text.format(0, 5, { link: { href: 'https://example.org/' } })
  doc.getXmlFragment('default').insert(0, [image, text])
  const update = Y.encodeStateAsUpdate(doc)
  const formats = Y.decodeUpdate(update).structs.filter(
    (struct): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentFormat,
  )
  const addresses = new IdSet(formats.map(({ id }) => ({ client: id.client, clock: id.clock, length: 1 })))
  const redacted = (value: string, name: string | null) => (name === 'alt' ? value.replace('secret', '██████') : value)
  const without = new Y.Doc()
  Y.applyUpdate(without, redactUpdate(update, { ...NOTHING, addresses, redacted }) ?? update)
  const [other, plain] = without.getXmlFragment('default').toArray()
  expect((other as Y.XmlElement).getAttribute('alt')).toBe('the ██████ plan')
  expect((plain as Y.XmlText).toDelta()).toEqual([{ insert: 'words' }])
})

test.each([
  ['ab😀cd', 1, 1, 'a█😀cd'],
  ['ab😀cd', 2, 1, 'ab██cd'],
  ['ab😀cd', 3, 1, 'ab██cd'],
  ['ab😀cd', 0, 6, '██████'],
  ['ab😀cd', 6, 0, 'ab😀cd'],
])('In %s %i units from %i on are marks, and never half a character', (text, at, length, marked) => {
  expect(withMarks(text, at, length)).toBe(marked)
})

test('A set of ids has what was added, however it was added', () => {
  fc.assert(
    fc.property(somewhere, (spans) => {
      const set = new IdSet()
      const all = new Set<string>()
      for (const { client, clock, length } of spans) {
        const before = all.size
        for (let i = clock; i < clock + length; i++) all.add(`${client} ${i}`)
        expect(set.add({ client, clock, length })).toBe(all.size > before)
      }
      expect(set.size).toBe(all.size)
      for (let client = 1; client <= 3; client++)
        for (let clock = 0; clock < 72; clock++) expect(set.has(client, clock)).toBe(all.has(`${client} ${clock}`))
      const within = spans.flatMap((span) => set.within(span))
      expect(within.reduce((sum, { length }) => sum + length, 0)).toBe(
        spans.reduce((sum, { length }) => sum + length, 0),
      )
    }),
  )
})
