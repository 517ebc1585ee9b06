import type { ChangesData, DifferencesQuery, Person, TextDifferences } from '@forumpad/api'
import { differenceHtml, onlyBy, peopleOf, type Step } from '@forumpad/pad-schema'
import type { Differences, PadDifference } from './differences.ts'
import { toldChanges } from './told-differences.ts'

/** A pad whose changes are asked for. */
export type ChangedPad = { name: string; epoch: number; revision: number }

export type ShownDifferences = {
  /** For programs. Throws a `ProblemError` where there are no such revisions. */
  told(pad: ChangedPad, query: DifferencesQuery): Promise<TextDifferences>
  /** For the page; without `from` it is what came since the beginning. */
  shown(
    pad: ChangedPad,
    query: Partial<DifferencesQuery>,
  ): Promise<Omit<ChangesData, 'page' | 'pad' | 'facts' | 'left' | 'role'>>
}

export type ShownDifferencesParts = { differences: Differences; findPerson(id: string): Promise<Person> }

export function createShownDifferences({ differences, findPerson }: ShownDifferencesParts): ShownDifferences {
  const find = (pad: ChangedPad, { from, to }: Partial<DifferencesQuery>) =>
    differences.between(pad, Number(from ?? 0), to === undefined ? pad.revision : Number(to))

  async function peopleIn(steps: readonly Step[]): Promise<{ person: Person; places: number }[]> {
    const places = new Map<string, number>()
    for (const step of steps) for (const id of peopleOf(step)) places.set(id, (places.get(id) ?? 0) + 1)
    const ids = [...places].sort(([, a], [, b]) => b - a)
    return Promise.all(ids.map(async ([id, count]) => ({ person: await findPerson(id), places: count })))
  }

  return {
    async told(pad, query) {
      const { difference, placeOf, ...found } = await find(pad, query)
      const wanted = query.author === undefined ? difference : onlyBy(difference, query.author)
      const people = await peopleIn(wanted.steps)
      return { ...moments(found), people: people.map(({ person }) => person), changes: toldChanges(wanted, placeOf) }
    },

    async shown(pad, query) {
      const { difference, ...found } = await find(pad, query)
      const changers = await peopleIn(difference.steps)
      const wanted = query.author === undefined ? difference : onlyBy(difference, query.author)
      const people = new Map(changers.map(({ person }) => [person.id, person]))
      const only = query.author === undefined ? null : (people.get(query.author) ?? (await findPerson(query.author)))
      return {
        ...moments(found),
        changers,
        only,
        places: wanted.steps.filter(({ is }) => is !== 'kept' && is !== 'moved away').length,
        html: differenceHtml(wanted, (id) => people.get(id)),
      }
    },
  }
}

function moments({ from, to }: Pick<PadDifference, 'from' | 'to'>): Pick<ChangesData, 'from' | 'to'> {
  const told = ({ revision, at }: { revision: number; at: number | null }) => ({
    revision,
    at: at === null ? null : new Date(at).toISOString(),
  })
  return { from: told(from), to: told(to) }
}
