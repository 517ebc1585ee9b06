import { attack } from './hostile.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

/** What goes wrong, and what a trace says about it. */
type Fault = {
  weight: number
  strike(world: World, somebody: Somebody): string | undefined | Promise<string | undefined>
}

const FAULTS: readonly Fault[] = [
  { weight: 8, strike: loseLine },
  { weight: 7, strike: goOffline },
  { weight: 12, strike: comeBack },
  { weight: 5, strike: halfOpen },
  { weight: 5, strike: stopReading },
  { weight: 7, strike: readOn },
  { weight: 4, strike: changeDelay },
  { weight: 5, strike: closeTab },
  { weight: 8, strike: openTab },
  { weight: 5, strike: crash },
  { weight: 6, strike: slowDisk },
  { weight: 4, strike: fullDisk },
  { weight: 9, strike: mendDisk },
  { weight: 2, strike: everybodyLeaves },
  { weight: 5, strike: beAttacked },
  { weight: 4, strike: wait },
]
const TOTAL = FAULTS.reduce((sum, { weight }) => sum + weight, 0)

/** Something goes wrong, or is mended. */
export async function strike(world: World): Promise<void> {
  const somebody = world.random.pick(world.people)
  let at = world.random.below(TOTAL)
  for (const fault of FAULTS) {
    at -= fault.weight
    if (at >= 0) continue
    const said = await fault.strike(world, somebody)
    if (said !== undefined) world.say(said)
    return
  }
}

function loseLine({ random }: World, { page, person }: Somebody): string | undefined {
  if (!page?.line) return undefined
  page.drop(random.pick([0, 50, 60_000]))
  return `${person.name} loses the line`
}

function goOffline({ random }: World, { page, person }: Somebody): string | undefined {
  if (!page || page.isOffline) return undefined
  page.isOffline = true
  page.drop(random.pick([0, 50, 60_000]))
  return `${person.name} goes offline`
}

function comeBack(_world: World, { page, person }: Somebody): string | undefined {
  if (!page?.isOffline) return undefined
  page.isOffline = false
  page.look()
  return `${person.name} is online again`
}

function halfOpen(_world: World, { page, person }: Somebody): string | undefined {
  if (!page?.line) return undefined
  page.line.halfOpen()
  return `The line of ${person.name} is dead, and nobody is told`
}

function stopReading(_world: World, { page, person }: Somebody): string | undefined {
  if (!page?.line) return undefined
  page.line.stall()
  return `${person.name} stops reading`
}

function readOn(_world: World, { page, person }: Somebody): string | undefined {
  if (!page?.line) return undefined
  page.line.resume()
  return `${person.name} reads on`
}

function changeDelay({ random }: World, { page, person }: Somebody): string | undefined {
  if (!page?.line) return undefined
  page.line.state = { upMs: random.below(1_500), downMs: random.below(1_500) }
  return `The line of ${person.name} takes ${page.line.state.upMs} ms up, ${page.line.state.downMs} ms down`
}

function closeTab({ random }: World, somebody: Somebody): string | undefined {
  if (!somebody.page) return undefined
  const keepsCopy = random.below(4) > 0
  somebody.closes(keepsCopy)
  return `${somebody.person.name} closes the tab${somebody.copy ? ', and a copy is kept' : ''}`
}

function openTab(world: World, somebody: Somebody): string | undefined {
  if (somebody.page) return undefined
  const had = somebody.copy ? 'with the copy of last time' : 'anew'
  world.opens(somebody)
  return `${somebody.person.name} opens the pad ${had}`
}

async function crash(world: World): Promise<string | undefined> {
  if (!world.server()) return undefined
  world.say('The server crashes')
  world.crash()
  await world.pass(world.random.pick([0, 100, 5_000]))
  world.start()
  return 'The server starts'
}

function slowDisk({ disk, random }: World): string {
  disk.state.commitMs = random.pick([20, 200, 1_000, 4_000])
  disk.state.loadMs = random.pick([0, 50, 500])
  return `A commit takes ${disk.state.commitMs} ms now, a load ${disk.state.loadMs} ms`
}

function fullDisk({ disk }: World): string {
  disk.state.isFailing = true
  return 'The disk is full'
}

function mendDisk({ disk }: World): string {
  disk.state = { commitMs: 0, loadMs: 0, isFailing: false }
  return 'The disk works well'
}

async function everybodyLeaves(world: World): Promise<string> {
  for (const somebody of world.people) somebody.closes(world.random.below(3) > 0)
  world.say('Everybody leaves')
  await world.pass(world.random.pick([100, 5_000, 40_000, 100_000]))
  for (const somebody of world.people) if (world.random.below(4) > 0) world.opens(somebody)
  return 'People open the pad again'
}

function beAttacked(world: World, { page }: Somebody): string | undefined {
  return page && attack(world, page)
}

async function wait(world: World): Promise<string> {
  await world.pass(world.random.pick([3_000, 15_000, 40_000]))
  return 'Nobody does anything for a while'
}
