import type { Outcome, OutcomeChoices, OutcomeFilter, OutcomeKind } from '@forumpad/api'
import type { Readable, ReadablePad } from './outcome-store.ts'
import { wallDay } from './wall-day.ts'

export type Selection = {
  /** In the order of the agenda, then of the texts. */
  outcomes: Outcome[]
  /** How many of each kind the filter finds, whatever kind it asks for. */
  counts: Record<OutcomeKind, number>
  /** Of everything that may be read, whatever the filter. */
  choices: OutcomeChoices
}

/** The outcomes that a filter asks for, among those that somebody may read. Days are those of `timeZone`. */
export function selectOutcomes({ pads, outcomes }: Readable, filter: OutcomeFilter, timeZone: string): Selection {
  const padOf = new Map(pads.map((pad) => [pad.name, pad]))
  const dayOf = new Map(pads.map(({ name, start }) => [name, start === null ? null : wallDay(start, timeZone)]))
  const [person, tag] = [folded(filter.person ?? ''), folded(filter.tag ?? '')]
  const isWanted = (outcome: Outcome): boolean => {
    const pad = padOf.get(outcome.pad)
    return (
      (!filter.day || dayOf.get(outcome.pad) === filter.day) &&
      (!filter.track || pad?.track === filter.track) &&
      (!filter.series || pad?.series === filter.series || (pad?.series === null && pad.title === filter.series)) &&
      (!filter.state || outcome.done === (filter.state === 'done')) &&
      (person === '' || outcome.people.some((each) => folded(each) === person)) &&
      (tag === '' || outcome.tags.some((each) => folded(each) === tag))
    )
  }
  const wanted = outcomes.filter(isWanted)
  const { kind } = filter
  return {
    outcomes: wanted.filter((each) => (kind ? each.kind === kind : each.kind !== 'link')),
    counts: countsOf(wanted),
    choices: choicesIn(pads, outcomes, dayOf),
  }
}

/** Names and hashtags mean the same in whatever case they are written. */
export const folded = (name: string): string => name.normalize('NFC').toLocaleLowerCase('en')

function countsOf(outcomes: readonly Outcome[]): Record<OutcomeKind, number> {
  const counts = { action: 0, decision: 0, question: 0, hashtag: 0, link: 0 }
  for (const { kind } of outcomes) counts[kind] += 1
  return counts
}

function choicesIn(
  pads: readonly ReadablePad[],
  outcomes: readonly Outcome[],
  dayOf: ReadonlyMap<string, string | null>,
): OutcomeChoices {
  const withOutcomes = new Set(outcomes.map(({ pad }) => pad))
  const telling = pads.filter(({ name }) => withOutcomes.has(name))
  return {
    people: eachOnce(outcomes.flatMap((outcome) => outcome.people)),
    tags: eachOnce(outcomes.flatMap(({ tags }) => tags)),
    days: [...new Set(telling.flatMap(({ name }) => dayOf.get(name) ?? []))].sort(),
    tracks: eachOnce(telling.flatMap(({ track }) => track ?? [])),
    series: seriesIn(telling),
  }
}

/** By their addresses, called as the last of them is; and what is merely called alike, by that. */
function seriesIn(pads: readonly ReadablePad[]): OutcomeChoices['series'] {
  const found = new Map(pads.flatMap(({ series, title }) => (series === null ? [] : [[series, title] as const])))
  const titles = pads.filter(({ series }) => series === null).map(({ title }) => title)
  const alike = eachOnce(titles.filter((title, at) => titles.indexOf(title) < at))
  return [...[...found].map(([id, title]) => ({ id, title })), ...alike.map((title) => ({ id: title, title }))]
}

/** As they were written first, sorted as people sort. */
function eachOnce(names: readonly string[]): string[] {
  const found = new Map<string, string>()
  for (const name of names) if (!found.has(folded(name))) found.set(folded(name), name)
  return [...found.values()].sort(new Intl.Collator('en', { numeric: true }).compare)
}
