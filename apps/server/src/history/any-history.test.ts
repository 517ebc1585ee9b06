import { linesOf } from '@forumpad/pad-schema'
import type { LogEntry, PadStore } from '@forumpad/sync'
import { createMemoryPadStore, TestClock } from '@forumpad/sync/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createHistory } from './history.ts'
import type { Revision } from './revision.ts'
import { createMemoryKeyframeStore } from './testing/memory-keyframe-store.ts'
import { Typist } from './testing/typist.ts'

/** One change to a text of plain lines; places count characters, a new line as one, and wrap at the end. */
type Edit = { who: number; at: number } & ({ types: string } | { deletes: number } | { splits: true })

/** What a text is, as simply as it can be said: each character with who wrote it. A new line belongs to nobody. */
type Model = { character: string; author: string }[]

const PEOPLE = ['ada', 'grace', 'eve']

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), types: fc.stringMatching(/^[a-d 会ß]{1,9}$/) }),
  },
  { weight: 2, arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), deletes: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 2, arbitrary: fc.record({ who: fc.nat(2), at: fc.nat(400), splits: fc.constant(true as const) }) },
)

test('text and authors of every revision are what a simple model says, in whatever order they are asked for', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 1, maxLength: 40 }),
      fc.infiniteStream(fc.nat()),
      async (edits, random) => {
        const { store, people } = pad()
        const model: Model = []
        const versions: Model[] = []
        for (const [index, edit] of edits.entries()) {
          await plays(people[edit.who] as Typist, edit, model, index)
          if (versions.length < store.log('edge').length) versions.push([...model])
        }
        const history = past(store)
        const order = versions.map((_, index) => ({ index, rank: random.next().value ?? 0 }))
        for (const { index } of order.sort((a, b) => a.rank - b.rank)) {
          const revision = await history.readRevision('edge', index + 1)
          expect(toldBy(revision)).toEqual(versions[index])
        }
        await history.stop()
      },
    ),
    { numRuns: 150, interruptAfterTimeLimit: 20_000 },
  )
})

/** Does the edit in the pad and in the model. A deletion ends with its line. */
async function plays(person: Typist, edit: Edit, model: Model, index: number): Promise<void> {
  const place = edit.at % (model.length + 1)
  const at = 1_000 + index
  if ('types' in edit) {
    model.splice(place, 0, ...Array.from(edit.types, (character) => ({ character, author: PEOPLE[edit.who] ?? '' })))
    return person.types(edit.types, place, at)
  }
  // A text that nobody has begun has no line to delete from or to split.
  if (model.length === 0) return
  if ('splits' in edit) {
    model.splice(place, 0, { character: '\n', author: '' })
    return person.splits(place, at)
  }
  const end = model.findIndex(({ character }, index) => index >= place && character === '\n')
  const length = Math.min(edit.deletes, (end < 0 ? model.length : end) - place)
  if (length === 0) return
  model.splice(place, length)
  return person.deletes(place, length, at)
}

function pad() {
  const store = createMemoryPadStore(['edge'])
  const append = (client: number) => async (entry: LogEntry, at: number) => {
    const clients = [{ client, owner: { person: entry.person, verified: true } }]
    await store.append([{ pad: 'edge', epoch: 1, onlyIfEmpty: false, entries: [entry], clients }], at)
  }
  const people: Typist[] = []
  for (const [index, name] of PEOPLE.entries()) people.push(new Typist(name, index + 1, append(index + 1), people[0]))
  return { store, people }
}

function past(store: PadStore) {
  const failed = (error: unknown) => {
    throw error
  }
  return createHistory({ store, keyframes: createMemoryKeyframeStore(), clock: new TestClock(), failed })
}

function toldBy({ document, credits }: Revision): Model {
  return linesOf(document).flatMap(({ content }, index) => {
    const words = content.map((inline) => (inline.type === 'text' ? inline.text : '')).join('')
    const written = (credits[index] ?? []).flatMap(({ from, to, author }) =>
      Array.from(words.slice(from, to), (character) => ({ character, author })),
    )
    expect(written).toHaveLength(words.length)
    return index === 0 ? written : [{ character: '\n', author: '' }, ...written]
  })
}
