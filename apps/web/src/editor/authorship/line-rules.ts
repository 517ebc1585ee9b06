import type { Person } from '@forumpad/api'
import { initials } from '../../ui/initials.ts'

/** How many authors a rule shows apart; those beyond share the last stretch. */
const MOST_STRETCHES = 4
/** The least that a stretch takes of its rule, so that it can be seen. */
const LEAST_SHARE = 0.14

/** What draws a line's rule, as attributes for the style sheet: hue and initials of the first, and stretches of the others. */
export function ruleAttributes(people: readonly { person: Person; length: number }[], named: boolean) {
  const [main] = people
  if (!main) return undefined
  const attributes: Record<string, string> = { 'data-hue': String(main.person.hue), 'data-written': '' }
  if (named) attributes['data-initials'] = initials(main.person.name)
  if (people.length > 1) attributes.style = `--rule: linear-gradient(${stretches(people).join(', ')})`
  return attributes
}

function stretches(people: readonly { person: Person; length: number }[]): string[] {
  const shown = people.slice(0, MOST_STRETCHES)
  const all = shown.reduce((sum, { length }) => sum + length, 0)
  const wide = shown.map(({ length }) => Math.max(length / all, LEAST_SHARE))
  const total = wide.reduce((sum, share) => sum + share, 0)
  let from = 0
  return shown.map(({ person }, i) => {
    const start = from
    from += (wide[i] ?? 0) / total
    return `var(--person-${person.hue}) ${percent(start)} ${percent(from)}`
  })
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
