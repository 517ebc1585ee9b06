import { REDACTED } from '@forumpad/api'
import { linesOf, plainText } from '@forumpad/pad-schema'
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Revision } from '../history/revision.ts'
import type { Typist } from '../history/testing/typist.ts'
import { redactionDesk } from './testing/desk.ts'

/** One change to a text of plain lines; places count characters, a new line as one, and wrap at the end. */
type Edit = { who: number; at: number } & ({ types: number } | { deletes: number } | { splits: true })

/** Each character of a text with who wrote it; no two that were ever typed are the same. A new line belongs to nobody. */
type Model = { character: string; author: string }[]

const PEOPLE = ['ada', 'grace', 'eve']

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), types: fc.integer({ min: 1, max: 30 }) }),
  },
  { weight: 2, arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), deletes: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 3, arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), splits: fc.constant(true as const) }) },
)

const passage = fc.record({ revision: fc.nat(), at: fc.nat(), length: fc.integer({ min: 1, max: 40 }) })

let desk: Awaited<ReturnType<typeof redactionDesk>>
beforeAll(async () => {
  desk = await redactionDesk()
})
afterAll(() => desk.end())

test('After any two redactions every revision is what it was, with marks in the place of the words, by the same authors', async () => {
  let pads = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 25 }),
      fc.array(passage, { minLength: 1, maxLength: 2 }),
      async (edits, passages) => {
        pads += 1
        const name = `pad-${pads}`
        const versions = await written(name, edits)
        if (versions.length === 0) return
        const hidden = new Set<string>()
        for (const each of passages) await redacts(name, versions, each, hidden)
        for (const [index, version] of versions.entries()) {
          const revision = await desk.history.readRevision(name, index + 1)
          expect(toldBy(revision)).toEqual(withMarks(version, hidden))
        }
        if (hidden.size > 0) await isNowhere(name, hidden)
      },
    ),
    { numRuns: 60, interruptAfterTimeLimit: 25_000 },
  )
}, 90_000)

async function written(name: string, edits: readonly Edit[]): Promise<Model[]> {
  const people = await desk.padOf(name, PEOPLE)
  const model: Model = []
  const versions: Model[] = []
  let typed = 0
  /** Every third has two units. */
  const next = () => String.fromCodePoint((typed % 3 === 2 ? 0x20000 : 0x4e00) + typed++)
  for (const [index, edit] of edits.entries()) {
    await plays(people[edit.who] as Typist, edit, model, 1_000 + 60_000 * index, next)
    const { head } = (await desk.stores.store.load(name)) ?? { head: 0 }
    if (versions.length < head) versions.push([...model])
  }
  return versions
}

/** Does the edit in the pad and in the model. A deletion ends with its line. */
async function plays(person: Typist, edit: Edit, model: Model, at: number, next: () => string): Promise<void> {
  const index = edit.at % (model.length + 1)
  const place = unitsOf(model.slice(0, index))
  if ('types' in edit) {
    const characters = Array.from({ length: edit.types }, next)
    model.splice(index, 0, ...characters.map((character) => ({ character, author: PEOPLE[edit.who] ?? '' })))
    return person.types(characters.join(''), place, at)
  }
  // A text that nobody has begun has no line to delete from or to split.
  if (model.length === 0) return
  if ('splits' in edit) {
    model.splice(index, 0, { character: '\n', author: '' })
    return person.splits(place, at)
  }
  const end = model.findIndex(({ character }, each) => each >= index && character === '\n')
  const length = Math.min(edit.deletes, (end < 0 ? model.length : end) - index)
  if (length === 0) return
  return person.deletes(place, unitsOf(model.splice(index, length)), at)
}

const unitsOf = (model: Model): number => model.reduce((sum, { character }) => sum + character.length, 0)

/** Redacts a passage of some revision, and notes its characters. */
async function redacts(
  name: string,
  versions: readonly Model[],
  { revision, at, length }: { revision: number; at: number; length: number },
  hidden: Set<string>,
): Promise<void> {
  const number = revision % versions.length
  const version = versions[number] ?? []
  const from = at % (version.length + 1)
  const words = version.slice(from, from + length)
  const isNew = words.some(({ character }) => character !== '\n' && !hidden.has(character))
  const wish = {
    revision: number + 1,
    from: placeOf(version.slice(0, from)),
    to: placeOf(version.slice(0, from + length)),
  }
  const { epoch } = (await desk.stores.store.load(name)) ?? { epoch: 0 }
  if (!isNew) return void (await expect(desk.redact(name, wish)).rejects.toThrow(/no such words|redacted already/))
  const { redaction } = await desk.redact(name, wish)
  for (const { character } of words) if (character !== '\n') hidden.add(character)
  const inAll = words.filter(({ character }) => character !== '\n')
  expect(redaction).toMatchObject({ characters: unitsOf(inAll), revision: versions.length, by: 'Mod' })
  expect((await desk.stores.store.load(name))?.epoch).toBe(epoch + 1)
}

function placeOf(before: Model): { line: number; offset: number } {
  const lines = before
    .map(({ character }) => character)
    .join('')
    .split('\n')
  return { line: lines.length, offset: (lines.at(-1) ?? '').length }
}

function withMarks(model: Model, hidden: ReadonlySet<string>): Model {
  return model.flatMap(({ character, author }) =>
    (hidden.has(character) ? REDACTED.repeat(character.length) : character)
      .split('')
      .map((unit) => ({ character: unit, author })),
  )
}

function toldBy({ document, credits }: Revision): Model {
  return linesOf(document).flatMap(({ content }, index) => {
    const words = plainText(content)
    const by = (credits[index] ?? []).flatMap(({ from, to, author, movedBy }) =>
      words
        .slice(from, to)
        .split('')
        .map((character) => ({ character, author, ...(movedBy === undefined ? {} : { movedBy }) })),
    )
    expect(by).toHaveLength(words.length)
    const written = by.map(({ character, author }) => ({ character, author }))
    return index === 0 ? written : [{ character: '\n', author: '' }, ...written]
  })
}

/** Looks for each character in the log, in what was made of it, and in what is remembered of deletions. */
async function isNowhere(name: string, hidden: ReadonlySet<string>): Promise<void> {
  const stored = await desk.stores.store.load(name)
  const rows = await desk.stores.store.readLog(name, 0, 1_000)
  const all = [...rows.map(({ bytes }) => bytes), stored?.checkpoint?.state ?? new Uint8Array()]
  const bytes = Buffer.concat(all)
  for (const character of hidden) expect(bytes.includes(character)).toBe(false)
  const authorship = Buffer.from(stored?.checkpoint?.authorship ?? [])
  for (const [a = '', b = ''] of pairs([...hidden])) expect(authorship.includes(asRemembered(a + b))).toBe(false)
  // Whoever opens the pad has what the log says.
  const [opened, replayed] = [new Y.Doc(), new Y.Doc()]
  if (stored?.checkpoint) Y.applyUpdate(opened, stored.checkpoint.state)
  for (const { bytes: row } of rows) Y.applyUpdate(replayed, row)
  expect(opened.getXmlFragment('default').toJSON()).toBe(replayed.getXmlFragment('default').toJSON())
}

const pairs = (all: readonly string[]): string[][] => all.slice(1).map((each, i) => [all[i] ?? '', each])

function asRemembered(text: string): Buffer {
  const bytes = encoding.encode((encoder) => {
    for (let i = 0; i < text.length; i++) encoding.writeVarUint(encoder, text.charCodeAt(i))
  })
  return Buffer.from(bytes)
}
