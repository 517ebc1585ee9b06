import { person, settled } from '@forumpad/sync/testing'
import { checkAgreement, textOf } from './checks.ts'
import { Somebody } from './people.ts'
import type { World } from './world.ts'

/** How long everything may take to be as it should once nothing goes wrong any more. */
const LONGEST_MS = 120_000

/** All that went wrong is over, and everybody comes back with what their device kept. */
export async function heal(world: World): Promise<void> {
  world.say('From here on everything works')
  world.disk.state = { commitMs: 0, loadMs: 0, isFailing: false }
  if (!world.server()) world.start()
  for (const somebody of world.people) {
    world.opens(somebody)
    const { page } = somebody
    if (!page) continue
    page.isOffline = false
    page.line?.resume()
    if (page.line) page.line.state = { upMs: 5, downMs: 5 }
  }
  // Long enough for the silence of a dead line to be noticed, and for a store to be tried again.
  await world.pass(40_000)
  for (let ms = 0; ms < LONGEST_MS && !isCalm(world) && world.fault === undefined; ms += 5_000) await world.pass(5_000)
  if (!isCalm(world))
    world.broken('Not everybody has come back and been saved after two minutes in which everything worked')
}

function isCalm({ pages }: World): boolean {
  return pages.every(
    (page) => page.line !== undefined && page.editor !== undefined && (page.kind !== 'page' || page.isAllSaved),
  )
}

/** Everybody leaves, the pad leaves memory, and whoever comes next finds all of it. */
export async function comeAndGo(world: World): Promise<void> {
  const before = world.pages[0] && textOf(world.pages[0].doc)
  for (const somebody of world.people) somebody.closes(true)
  await world.pass(100_000)
  const server = world.server()
  if (!server) return
  if (server.pads.present(world.pad).length > 0) world.broken('Somebody is present in a pad that everybody has left')
  const loads = server.mount.loads
  await server.pads.read(world.pad)
  if (server.mount.loads === loads) world.broken('The pad is in memory though everybody has left')
  const late = new Somebody(person('Late'), 'page', world)
  world.people.push(late)
  world.opens(late)
  await world.pass(3_000)
  await settled()
  if (late.page && textOf(late.page.doc) !== before) world.broken('Whoever opens the pad cold finds something else')
  checkAgreement(world)
}
