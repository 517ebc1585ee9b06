import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { person } from '@forumpad/sync/testing'
import * as Y from 'yjs'
import { ROOT } from '../../packages/pad-schema/src/index.ts'
import { awarenessMessage, stateVectorMessage, updateMessage } from './client-messages.ts'
import { Line } from './line.ts'
import type { Page } from './page.ts'
import type { World } from './world.ts'

const MALLORY = person('Mallory')

/** What Mallory says once her socket is open; her Yjs client id, if it is not one of her own; whether she may write. */
type Attack = { says: Uint8Array[]; client?: number; mayWrite?: boolean; what: string }

/** Somebody who may write in the pad does what no honest client does, to the harm of `victim`. */
export function attack(world: World, victim: Page): string {
  const own = new Y.Doc()
  const { says, client = own.clientID, mayWrite = true, what } = world.random.pick(ATTACKS)(world, victim)
  const line: Line = new Line(
    world.clock,
    { upMs: 5, downMs: 5 },
    {
      opened: () => {},
      heard: () => {},
      closed: () => world.lines.delete(line),
    },
  )
  world.lines.add(line)
  if (what.includes('the id of another')) world.takenIds.add(victim.doc.clientID)
  const intro = { person: MALLORY, client, page: true, schemaVersion: SCHEMA_VERSION, epoch: 1, mayWrite }
  line.reach(() => world.server()?.pads, world.pad, intro)
  line.say(stateVectorMessage(own))
  for (const message of says) line.say(message)
  line.hangUp()
  return `Mallory ${what} (${victim.person.name})`
}

const ATTACKS: readonly ((world: World, victim: Page) => Attack)[] = [
  ({ random }) => ({
    says: [Uint8Array.from({ length: 1 + random.below(20) }, () => random.below(256))],
    what: 'says what is no message',
  }),
  (world) => {
    const { random } = world
    const real = updateMessage(Y.encodeStateAsUpdate(storedDocument(world)))
    return { says: [real.slice(0, random.below(real.length))], what: 'says half a message' }
  },
  (world, { doc, person: { id } }) => ({
    says: [updateMessage(forged(world, doc.clientID, world.chronicle.forged(id)))],
    what: 'writes under the id of another',
  }),
  (world, { doc, person: { id } }) => ({
    says: [updateMessage(forged(world, doc.clientID, world.chronicle.forged(id)))],
    client: doc.clientID,
    what: 'says that the id of another is hers, and writes',
  }),
  (_world, { doc }) => ({
    says: [awarenessMessage(doc.clientID, 1_000, { says: 'mallory', caret: null, user: { id: 'mallory' } })],
    what: 'moves the caret of another',
  }),
  (_world, { doc }) => ({
    says: [awarenessMessage(doc.clientID, 1_000, null)],
    what: 'says that another has left',
  }),
  (world) => {
    const client = new Y.Doc().clientID
    return {
      says: [updateMessage(forged(world, client, world.chronicle.forged('nobody')))],
      client,
      mayWrite: false,
      what: 'writes though she may only read',
    }
  },
  (world) => {
    const client = new Y.Doc().clientID
    const words = world.chronicle.forged('nobody') + world.chronicle.forged('nobody')
    const whole = forged(world, client, words)
    const later = Y.diffUpdate(whole, Y.encodeStateVector(new Map([[client, 1]])))
    return { says: [updateMessage(later)], client, what: 'builds on what never came' }
  },
  (world) => ({
    says: Array.from({ length: 100 }, () => updateMessage(new Uint8Array([0, 0]))),
    what: `says a hundred things before the pad is open, which takes ${world.disk.state.loadMs} ms`,
  }),
]

function storedDocument({ disk, pad }: World): Y.Doc {
  const doc = new Y.Doc()
  for (const { bytes } of disk.pads.log(pad)) Y.applyUpdate(doc, bytes)
  return doc
}

/** An update that writes words under any client id, at its next clock as far as that is stored. */
function forged(world: World, client: number, words: string): Uint8Array {
  const doc = storedDocument(world)
  doc.clientID = client
  const before = Y.encodeStateVector(doc)
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(ROOT).push([element])
  return Y.encodeStateAsUpdate(doc, before)
}
