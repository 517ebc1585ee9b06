import type { Session } from '@forumpad/api'

/** A session that has a time, in milliseconds since 1970. Without an end it is taken to last an hour. */
type Span = { from: number; to: number }

const HOUR = 3_600_000

/** Sessions by start, in groups: those of a group run at the same time as another of it, alone or in a chain. */
export function clashGroups<Entry extends { session: Session }>(entries: readonly Entry[]): Entry[][] {
  const sorted = entries
    .flatMap((entry) => {
      const span = spanOf(entry.session)
      return span === null ? [] : [{ entry, span }]
    })
    .sort((one, other) => one.span.from - other.span.from || one.span.to - other.span.to)
  const groups: { entries: Entry[]; to: number }[] = []
  for (const { entry, span } of sorted) {
    const last = groups.at(-1)
    if (last && span.from < last.to) {
      last.entries.push(entry)
      last.to = Math.max(last.to, span.to)
    } else groups.push({ entries: [entry], to: span.to })
  }
  return groups.map((group) => group.entries)
}

/** Those of a group that run at the same time as this one. */
export function clashesOf<Entry extends { session: Session }>(entry: Entry, group: readonly Entry[]): Entry[] {
  const span = spanOf(entry.session)
  return group.filter((other) => {
    const its = spanOf(other.session)
    return other !== entry && span !== null && its !== null && span.from < its.to && its.from < span.to
  })
}

function spanOf({ start, end }: Session): Span | null {
  if (start === null) return null
  const from = Date.parse(start)
  return { from, to: end === null ? from + HOUR : Math.max(Date.parse(end), from + 1) }
}
