import { type Outcome, simulate } from './simulate.ts'

/** Runs the schedules of seeds `from` up to `to`, one after the other, and gives those that broke a promise. */
export async function faultsIn(from: number, to: number, steps?: number): Promise<Outcome[]> {
  const faults: Outcome[] = []
  for (let seed = from; seed <= to; seed++) {
    const outcome = await simulate(seed, steps)
    if (outcome.fault !== undefined) faults.push(outcome)
  }
  return faults
}

/** What to print about a schedule that broke a promise: how it is played again, and its last steps. */
export function story({ seed, fault, trace }: Outcome, lines = Number.POSITIVE_INFINITY): string {
  return [`Seed ${seed}: ${fault}`, ...trace.slice(-lines), `Again: npm run simulate -- --seed ${seed}`].join('\n')
}
