import type { Outcome, OutcomePad } from '@forumpad/api'

/** Outcomes under one heading: a pad, or a person (null for those that name nobody). */
export type OutcomeGroup = { id: string; outcomes: Outcome[] } & (
  | { of: 'pad'; pad: OutcomePad }
  | { of: 'person'; person: string | null }
)

/** Outcomes by their pads, in the order of the agenda. */
export function byPad(pads: readonly OutcomePad[], outcomes: readonly Outcome[]): OutcomeGroup[] {
  return pads
    .map((pad) => ({
      ...{ id: `of-${pad.name}`, of: 'pad' as const, pad },
      outcomes: outcomes.filter((outcome) => outcome.pad === pad.name),
    }))
    .filter(({ outcomes }) => outcomes.length > 0)
}

/**
 * Outcomes by who is to do them, whoever has the most first and those of nobody last; what several are to do stands under each of them.
 * What is due first comes first.
 */
export function byPerson(outcomes: readonly Outcome[]): OutcomeGroup[] {
  const groups = new Map<string, { person: string | null; outcomes: Outcome[] }>()
  const add = (key: string, person: string | null, outcome: Outcome) => {
    const group = groups.get(key) ?? { person, outcomes: [] }
    group.outcomes.push(outcome)
    groups.set(key, group)
  }
  for (const outcome of outcomes) {
    if (outcome.people.length === 0) add('', null, outcome)
    for (const person of outcome.people) add(person.normalize('NFC').toLocaleLowerCase('en'), person, outcome)
  }
  return [...groups]
    .sort(([, one], [, other]) => Number(one.person === null) - Number(other.person === null) || longer(one, other))
    .map(([key, { person, outcomes }]) => ({
      ...{ id: `by-${key}`, of: 'person' as const, person },
      outcomes: [...outcomes].sort(dueFirst),
    }))
}

const longer = (one: { outcomes: unknown[] }, other: { outcomes: unknown[] }) =>
  other.outcomes.length - one.outcomes.length

/** `9` comes after every date. */
const dueFirst = (one: Outcome, other: Outcome) => (one.due ?? '9').localeCompare(other.due ?? '9')
