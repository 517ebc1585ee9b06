import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { story } from './run-many.ts'
import { type Outcome, simulate } from './simulate.ts'
import { emptyTally, type Tally } from './tally.ts'

/** The long run: `npm run simulate -- --runs 100000`. With `--seed N` it plays one schedule and prints its steps. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '2000' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    steps: { type: 'string', default: '40' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
})
const number = (name: string, text: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  process.stderr.write(`--${name} must be a whole number from 1 on, not "${text}". Example: --${name} 100\n`)
  process.exit(2)
}
const steps = number('steps', values.steps)
const withSteps = steps === 40 ? '' : ` --steps ${steps}`

if (values.seed !== undefined) await playOne(number('seed', values.seed))
else await playMany(number('from', values.from), number('runs', values.runs), number('workers', values.workers))

async function playOne(seed: number): Promise<void> {
  const outcome = await simulate(seed, steps)
  if (outcome.fault === undefined) {
    process.stdout.write(`${outcome.trace.join('\n')}\nSeed ${seed} keeps every promise.\n`)
  } else {
    process.stdout.write(`${story(outcome)}${withSteps}\n`)
    process.exitCode = 1
  }
}

async function playMany(from: number, runs: number, workers: number): Promise<void> {
  const begun = Date.now()
  const tally = emptyTally()
  const faults: number[] = []
  let told = begun
  const hear = ({ outcome, done }: { outcome?: Outcome; done: Tally }) => {
    if (outcome) {
      faults.push(outcome.seed)
      process.stdout.write(`${story(outcome, 60)}${withSteps}\n\n`)
    }
    for (const key of tally.keys()) tally.set(key, (tally.get(key) ?? 0) + (done.get(key) ?? 0))
    if (Date.now() - told < 10_000) return
    told = Date.now()
    process.stdout.write(`${tally.get('runs')} of ${runs} schedules, ${faults.length} broke a promise\n`)
  }
  const ends = await Promise.all(
    Array.from({ length: workers }, (_, i) => work({ from: from + i, to: from + runs, by: workers }, hear)),
  )
  const early = ends.filter((end) => end !== undefined)
  const seconds = (Date.now() - begun) / 1000
  const ran = tally.get('runs') ?? 0
  const counts = [...tally].map(([what, count]) => `${what} ${count}`).join(', ')
  const asked = ran === runs ? '' : ` of ${runs}`
  process.stdout.write(
    `${counts}\n${ran}${asked} schedules in ${Math.round(seconds)} s, ${(ran / seconds).toFixed(1)} a second\n`,
  )
  for (const end of early)
    process.stdout.write(`A worker ended early, with ${end}: the rest of its share was not played.\n`)
  if (faults.length > 0) process.stdout.write(`Broken by seeds ${faults.sort((a, b) => a - b).join(', ')}\n`)
  else process.stdout.write(`Every promise was kept${asked === '' ? '' : ' in those that ran'}.\n`)
  process.exitCode = faults.length === 0 && early.length === 0 ? 0 : 1
}

/** A process of its own, since schedules in one would share the seeded ids. Gives how it ended, if it did before its share was played. */
function work(
  share: { from: number; to: number; by: number },
  hear: (news: { outcome?: Outcome; done: Tally }) => void,
) {
  return new Promise<string | undefined>((resolve, reject) => {
    const args = [share.from, share.to, share.by, steps].map(String)
    const child = fork(fileURLToPath(new URL('./worker.ts', import.meta.url)), args, { serialization: 'advanced' })
    child.on('message', hear)
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code === 0 ? undefined : (signal ?? `code ${code}`)))
  })
}
