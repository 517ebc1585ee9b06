import { simulate } from './simulate.ts'
import { tallyOf } from './tally.ts'

/** Plays its share of the schedules and tells of each. */
const [from = 1, to = 2, by = 1, steps = 40] = process.argv.slice(2).map(Number)
// What y-protocols and Yjs say about hostile updates is no news here.
console.error = () => {}
console.warn = () => {}
for (let seed = from; seed < to; seed += by) {
  const outcome = await simulate(seed, steps)
  process.send?.({ done: tallyOf(outcome), ...(outcome.fault === undefined ? {} : { outcome }) })
}
process.disconnect?.()
