import fc from 'fast-check'
import {
  type ForgedContent,
  type ForgedStruct,
  type ForgedUpdate,
  forgeUpdate,
  type Id,
  lengthOf,
} from './forge-update.ts'
import type { World } from './world.ts'

/** A place, told without knowing the pad: `at` picks among those that there are. */
type Place = { in: 'this update' | 'the pad' | 'nowhere'; at: number }

type StructPlan =
  | { is: 'gc' | 'skip'; length: number }
  | {
      is: 'item'
      left?: Place
      right?: Place
      parent: Place | 'root' | 'other root'
      key?: string
      content: ForgedContent
    }

type SectionPlan = { client: number; from: 'next' | 'known' | 'later' | 'far'; structs: StructPlan[] }

type RangePlan = { place: Place; length: number }

/** An update as a forger would plan it, to be filled in with the ids of a pad. */
export type UpdatePlan = { sections: SectionPlan[]; deletes: RangePlan[] }

const ODD_KEYS = ['kind', 'level', 'checked', 'start', 'href', '__proto__', 'constructor', 'toString', '', 'onclick']
const ODD_NUMBERS = [0, 1, 2, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1, 2 ** 53]

const words = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('', '\u0000', '😀', '😀😀', '\ufffd\ufffd', '\u202e', 'x'.repeat(300)) },
)

const anyValue = fc.oneof(
  fc.constantFrom<unknown>('heading', 'text', true, false, null, undefined, 0, 3, 99, -1, 1.5, Number.NaN, '__proto__'),
  fc.constant(JSON.parse('{"__proto__": {"kind": "task"}, "level": 2}') as unknown),
  fc.uint8Array({ maxLength: 4 }),
  fc.nat(80).map((depth) => nested(depth)),
)

const json = fc.oneof(
  fc.constantFrom(
    '{}',
    'null',
    'true',
    '[]',
    '"x"',
    '{',
    '',
    '{"href":"https://example.org/"}',
    '{"href":"javascript:alert(1)"}',
    '{"href":"https://example.org/","__proto__":{}}',
    '{"__proto__":{"href":"https://example.org/"}}',
  ),
  fc.nat(200).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
)

const content: fc.Arbitrary<ForgedContent> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ is: fc.constant('string' as const), text: words }) },
  {
    weight: 6,
    arbitrary: fc.record({
      is: fc.constant('type' as const),
      ref: fc.oneof(fc.constantFrom(3, 3, 6, 6), fc.nat(8)),
      name: fc.constantFrom('paragraph', 'paragraph', 'heading', 'bulletList', 'rule', 'hardBreak', '__proto__', ''),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('format' as const),
      key: fc.constantFrom('bold', 'italic', 'link', '__proto__', 'constructor', 'bold--abcdefgh', ''),
      json,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ is: fc.constant('any' as const), values: fc.array(anyValue, { maxLength: 3 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('deleted' as const), length: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('json' as const), values: fc.array(json, { maxLength: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('binary' as const), bytes: fc.uint8Array({ maxLength: 9 }) }),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('embed' as const), json }) },
  {
    weight: 1,
    arbitrary: fc.record({
      is: fc.constant('doc' as const),
      guid: words,
      options: fc.constantFrom<unknown>({}, null, { gc: false, gcFilter: 5 }, { autoLoad: true, guid: 7 }, 'x'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant('raw' as const), ref: fc.nat(31), bytes: fc.uint8Array({ maxLength: 12 }) }),
  },
)

const place: fc.Arbitrary<Place> = fc.record({
  in: fc.constantFrom('this update', 'the pad', 'the pad', 'the pad', 'nowhere'),
  at: fc.nat(200),
})
const nearby: fc.Arbitrary<Place> = fc.record({ in: fc.constantFrom('this update', 'the pad'), at: fc.nat(200) })
const mostlyNearby = fc.oneof({ weight: 9, arbitrary: nearby }, { weight: 1, arbitrary: place })

const struct: fc.Arbitrary<StructPlan> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record(
      {
        is: fc.constant('item' as const),
        left: mostlyNearby,
        right: mostlyNearby,
        parent: fc.oneof(
          { weight: 12, arbitrary: fc.constant('root' as const) },
          { weight: 12, arbitrary: mostlyNearby },
          { weight: 1, arbitrary: fc.constant('other root' as const) },
        ),
        key: fc.constantFrom(...ODD_KEYS),
        content,
      },
      { requiredKeys: ['is', 'parent', 'content'] },
    ),
  },
  { weight: 1, arbitrary: fc.record({ is: fc.constantFrom('gc', 'skip'), length: fc.constantFrom(0, 1, 1, 2, 5) }) },
)

const section: fc.Arbitrary<SectionPlan> = fc.record({
  client: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) }),
  from: fc.oneof(
    { weight: 12, arbitrary: fc.constant('next' as const) },
    { weight: 1, arbitrary: fc.constantFrom('known', 'later', 'far') },
  ),
  structs: fc.array(struct, { maxLength: 6 }),
})

const range: fc.Arbitrary<RangePlan> = fc.record({
  place: mostlyNearby,
  length: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(...ODD_NUMBERS) },
  ),
})

export const anyUpdatePlan: fc.Arbitrary<UpdatePlan> = fc.record({
  sections: fc.array(section, { maxLength: 3 }),
  deletes: fc.oneof(
    { weight: 2, arbitrary: fc.constant<RangePlan[]>([]) },
    { weight: 1, arbitrary: fc.array(range, { maxLength: 4 }) },
  ),
})

/** Fills a plan in with the ids of a pad. */
export function carryOut({ sections, deletes }: UpdatePlan, world: World): Uint8Array {
  const made: Id[] = []
  const update: ForgedUpdate = {
    sections: sections.map(({ client: which, from, structs }) => {
      const client = world.clients[which] ?? 4_000_000_000 + which
      const state = world.clockOf(client)
      const clock = { next: state, known: state >> 1, later: state + 7, far: 2 ** 40 }[from]
      let at = clock
      return {
        client,
        clock,
        structs: structs.map((plan) => {
          const filled = fillIn(plan, made, world)
          made.push({ client, clock: at })
          at += lengthOf(filled)
          return filled
        }),
      }
    }),
    deletes: deletes.map(({ place, length }) => {
      const { client, clock } = find(place, made, world.places)
      return { client, ranges: [{ clock, length }] }
    }),
  }
  return forgeUpdate(update)
}

function fillIn(plan: StructPlan, made: readonly Id[], world: World): ForgedStruct {
  if (plan.is !== 'item') return plan
  const { left, right, parent, ...rest } = plan
  return {
    ...rest,
    origin: left && find(left, made, world.places),
    rightOrigin: right && find(right, made, world.places),
    parent:
      parent === 'root' || parent === 'other root'
        ? { root: parent === 'root' ? 'default' : '__proto__' }
        : find(parent, made, world.types),
  }
}

function find(place: Place, made: readonly Id[], known: readonly Id[]): Id {
  const from = { 'this update': made, 'the pad': known, nowhere: [] }[place.in]
  const others = from.length > 0 ? from : known
  if (place.in === 'nowhere' || others.length === 0) return { client: place.at, clock: place.at }
  return others[others.length - 1 - (place.at % others.length)] ?? { client: 0, clock: 0 }
}

function nested(depth: number): unknown {
  let value: unknown = 'x'
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { a: value }
  return value
}
