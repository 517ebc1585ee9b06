import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { writeAwareness, writeCatchUp, writeStateVector, writeUpdate } from '../protocol.ts'
import { anyUpdatePlan, carryOut } from './any-update.ts'
import { type Mutation, mutate, mutation } from './mutations.ts'
import type { World } from './world.ts'

/** A message that still has to hear about the pad it is for. */
export type MessageFor = (world: World) => Uint8Array

/** Real messages, however they were recorded: they are what is mutated. */
export type Recorded = readonly Uint8Array[]

const cursorPart = fc.constantFrom<unknown>(
  null,
  undefined,
  {},
  7,
  'x',
  { tname: 'default', item: null, assoc: 0 },
  { tname: '__proto__' },
  { type: { client: 1, clock: -1 } },
  { type: { client: 1, clock: 1e300 } },
  { item: { client: 'x', clock: null } },
  { type: null, tname: null, item: { client: 1, clock: 0 }, assoc: -1 },
)

const awarenessState = fc.oneof(
  fc
    .record({ anchor: cursorPart, head: cursorPart, user: fc.constantFrom<unknown>(null, 7, { name: '<b>' }) })
    .map(({ anchor, head, user }) => JSON.stringify({ cursor: { anchor, head }, user })),
  fc.constantFrom('null', '{}', '[]', '7', '', '{', '{"__proto__":{"user":{"name":"Ada"}}}', '{"cursor":7}'),
  fc.nat(2500).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
)

const awareness: fc.Arbitrary<MessageFor> = fc
  .array(
    fc.record({
      who: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(8) }),
      clock: fc.constantFrom(0, 1, 2, 3, 2 ** 31, 2 ** 53, 2 ** 56),
      state: awarenessState,
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map(
    (entries) => (world) =>
      writeAwareness(entries.map(({ who, ...entry }) => ({ ...entry, client: world.clients[who] ?? who }))),
  )

const forgedUpdate: fc.Arbitrary<MessageFor> = fc.record({ plan: anyUpdatePlan, isCatchUp: fc.boolean() }).map(
  ({ plan, isCatchUp }) =>
    (world) =>
      (isCatchUp ? writeCatchUp : writeUpdate)(carryOut(plan, world)),
)

const stateVector: fc.Arbitrary<MessageFor> = fc
  .array(fc.tuple(fc.nat(8), fc.constantFrom(0, 1, 5, 2 ** 31, 2 ** 53)), { maxLength: 5 })
  .map((clocks) => (world) => {
    const body = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clocks.length)
      for (const [who, clock] of clocks) {
        encoding.writeVarUint(encoder, world.clients[who] ?? who)
        encoding.writeVarUint(encoder, clock)
      }
    })
    return writeStateVector(body)
  })

/** A header that is right and a body that belongs to another message, or to none. */
const wrongBody = (recorded: Recorded): fc.Arbitrary<MessageFor> =>
  fc
    .record({
      header: fc.constantFrom([0, 0], [0, 1], [0, 2], [0, 3], [1], [2], [3], [100], [101], [104], [2 ** 53]),
      body: fc.oneof(fc.constantFrom(...recorded), fc.uint8Array({ maxLength: 60 })),
      isFramed: fc.boolean(),
    })
    .map(({ header, body, isFramed }) => () => {
      const message = encoding.encode((encoder) => {
        for (const number of header) encoding.writeVarUint(encoder, number)
        if (isFramed) encoding.writeVarUint8Array(encoder, body)
        else encoding.writeUint8Array(encoder, body)
      })
      return message
    })

const mutated = (source: fc.Arbitrary<MessageFor>, recorded: Recorded): fc.Arbitrary<MessageFor> =>
  fc.record({ source, mutations: fc.array(mutation(recorded), { minLength: 1, maxLength: 4 }) }).map(
    ({ source, mutations }) =>
      (world) =>
        mutations.reduce(mutateBy, source(world)),
  )

const mutateBy = (bytes: Uint8Array, by: Mutation) => mutate(bytes, by)

/** Any message that a client might send: nearly right, forged, or noise. */
export function anyMessage(recorded: Recorded): fc.Arbitrary<MessageFor> {
  const real = fc.constantFrom(...recorded).map(
    (bytes): MessageFor =>
      () =>
        bytes,
  )
  return fc.oneof(
    { weight: 8, arbitrary: mutated(real, recorded) },
    { weight: 8, arbitrary: forgedUpdate },
    { weight: 2, arbitrary: mutated(forgedUpdate, recorded) },
    { weight: 2, arbitrary: awareness },
    { weight: 1, arbitrary: mutated(awareness, recorded) },
    { weight: 1, arbitrary: stateVector },
    { weight: 1, arbitrary: mutated(stateVector, recorded) },
    { weight: 1, arbitrary: wrongBody(recorded) },
    { weight: 1, arbitrary: real },
    {
      weight: 1,
      arbitrary: fc.uint8Array({ maxLength: 80 }).map(
        (bytes): MessageFor =>
          () =>
            bytes,
      ),
    },
  )
}
