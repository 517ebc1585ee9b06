import type { Contribution, ContributionStore } from './contribution-store.ts'

export type ContributionParts = {
  contributions: Pick<ContributionStore, 'keep'>
  /** For each line of a pad's text, how many characters each person wrote; undefined where nobody has opened it. */
  linesOf(pad: string): Promise<readonly { by: ReadonlyMap<string, number> }[] | undefined>
}

/** Keeps who wrote how much of each pad, as its text says. */
export function followContributions({ contributions, linesOf }: ContributionParts) {
  return {
    name: 'contributions 1',
    async follow({ pad }: { pad: { name: string } }): Promise<void> {
      await contributions.keep(pad.name, contributionsIn((await linesOf(pad.name)) ?? []))
    },
  }
}

function contributionsIn(lines: readonly { by: ReadonlyMap<string, number> }[]): Contribution[] {
  const characters = new Map<string, number>()
  for (const { by } of lines)
    for (const [person, count] of by) characters.set(person, (characters.get(person) ?? 0) + count)
  return [...characters].map(([person, count]) => ({ person, characters: count }))
}
