import { Random } from '@forumpad/sync/testing'
import { checkAgreement, checkAuthors, checkCharacters, checkQueue, type Oddities } from './checks.ts'
import { strike } from './faults.ts'
import { comeAndGo, heal } from './healing.ts'
import { withSeededIds } from './seeded-ids.ts'
import { withSmallLimits } from './small-limits.ts'
import { World } from './world.ts'

export type Outcome = {
  seed: number
  /** A sentence about the promise that was broken, if one was. */
  fault: string | undefined
  /** What happened, a line each. */
  trace: readonly string[]
  /** How many characters were typed, and how many revisions were stored. */
  typed: number
  revisions: number
  oddities: Oddities
}

/** Steps of a schedule in the tests; the long run takes more. */
export const QUICK_STEPS = 20

/** Lets a few people write, and things go wrong, in an order that the seed decides; checks the promises at each step and in the end. */
export function simulate(seed: number, steps = 40): Promise<Outcome> {
  const random = new Random(seed)
  return withSmallLimits(() => withSeededIds(random, () => run(seed, steps, random)))
}

async function run(seed: number, steps: number, random: Random): Promise<Outcome> {
  const world = new World(random)
  const oddities: Oddities = { doubled: 0, sweptAway: 0, elbowedOut: 0, creditedToMover: 0, unverified: 0 }
  try {
    for (const somebody of world.people) world.opens(somebody)
    await world.pass(random.below(2_000))
    for (let step = 0; step < steps && world.fault === undefined; step++) await takeStep(world)
    if (world.fault === undefined) await heal(world)
    if (world.fault === undefined) Object.assign(oddities, await checkAll(world))
    if (world.fault === undefined) await comeAndGo(world)
  } catch (error) {
    world.broken(`It threw: ${error instanceof Error ? error.stack : error}`)
  }
  for (const somebody of world.people) somebody.closes(false)
  const typed = [...world.chronicle.all()].length
  return {
    seed,
    fault: world.fault,
    trace: world.trace,
    typed,
    revisions: world.disk.pads.log(world.pad).length,
    oddities,
  }
}

async function takeStep(world: World): Promise<void> {
  const { random } = world
  // Some schedules are all about writing, and in others hardly anything works.
  if (random.below(100) < 25) await strike(world)
  else {
    const somebody = random.pick(world.people)
    const said = somebody.acts()
    if (said !== undefined) world.say(`${somebody.person.name} ${said}`)
  }
  if (random.below(3) > 0) await world.pass(random.pick([1, 10, 60, 300, 1_000]))
  for (const { line, person } of world.pages) if (line) checkQueue(line, person.name, world)
}

async function checkAll(world: World): Promise<Oddities> {
  const doc = checkAgreement(world)
  return { elbowedOut: world.elbowedOut, ...checkCharacters(doc, world), ...(await checkAuthors(doc, world)) }
}
