import type { Person, TextChange, TextDifferences } from '@forumpad/api'
import { sentence } from '../../languages/sentence.ts'
import type { Say } from '../../languages/words.ts'

/** A change of others that somebody has missed: the line that it is in, and who and when, as far as that is known. */
export type MissedChange = Pick<TextChange, 'is' | 'line' | 'at' | 'text'> & { people: readonly Person[] }

/** What somebody has missed between two revisions. */
export type Missed = { from: number; to: number; changes: readonly MissedChange[] }

/** What others changed: a line is one change, however often and by however many. */
export function missedIn({ from, to, people, changes }: TextDifferences, me: string): Missed {
  const known = new Map(people.map((person) => [person.id, person]))
  const others = changes.flatMap(({ is, line, at, text, by }): MissedChange[] => {
    const theirs = by.filter((id) => id !== me)
    // Where it is not known whose it is, it was not done here.
    if (theirs.length === 0 && by.length > 0) return []
    return [{ is, line, at, text, people: theirs.flatMap((id) => known.get(id) ?? []) }]
  })
  return { from: from.revision, to: to.revision, changes: others }
}

/** `14 changes by 3 people since you left`. */
export function missedWords({ changes }: Pick<Missed, 'changes'>, say: Say): string {
  const count = changes.length
  const people = new Map(changes.flatMap((change) => change.people.map((person) => [person.id, person.name] as const)))
  const [only] = people.values()
  if (only === undefined)
    return say('{count, plural, one {# change since you left} other {# changes since you left}}', { count })
  const changed = say('{count, plural, one {# change} other {# changes}}', { count })
  return people.size === 1
    ? say('{changes} by {name} since you left', { changes: changed, name: only })
    : say('{people, plural, other {{changes} by # people since you left}}', { changes: changed, people: people.size })
}

/** What was done, by one, by two, by more and by nobody knows whom. */
const DONE: Record<TextChange['is'], readonly [string, string, string, string]> = {
  added: [
    sentence('{name} added this line'),
    sentence('{name} and {other} added this line'),
    sentence('{people, plural, other {# people added this line}}'),
    sentence('Somebody added this line'),
  ],
  removed: [
    sentence('{name} removed a line here'),
    sentence('{name} and {other} removed a line here'),
    sentence('{people, plural, other {# people removed a line here}}'),
    sentence('Somebody removed a line here'),
  ],
  changed: [
    sentence('{name} changed this line'),
    sentence('{name} and {other} changed this line'),
    sentence('{people, plural, other {# people changed this line}}'),
    sentence('Somebody changed this line'),
  ],
  moved: [
    sentence('{name} moved this line'),
    sentence('{name} and {other} moved this line'),
    sentence('{people, plural, other {# people moved this line}}'),
    sentence('Somebody moved this line'),
  ],
}

/** `Ada and Ben changed this line`; the names of three or more are counted. */
export function changeWords({ is, people }: Pick<MissedChange, 'is' | 'people'>, say: Say): string {
  const [byOne, byTwo, byMore, bySomebody] = DONE[is]
  const [one, two] = people
  if (one === undefined) return say(bySomebody)
  if (two === undefined) return say(byOne, { name: one.name })
  if (people.length === 2) return say(byTwo, { name: one.name, other: two.name })
  return say(byMore, { people: people.length })
}
