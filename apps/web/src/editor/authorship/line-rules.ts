import { initials, type Person } from '@forumpad/api'

/** How many authors a rule shows apart; those beyond are told by the card. */
const MOST_STRETCHES = 4
/** A rule is divided into so many parts: few enough that rules are alike, fine enough for the eye. */
const PARTS = 16

/** Whoever wrote in a line, and how many characters; who wrote most of it comes first. */
type Writers = readonly { person: Person; length: number }[]

/** What draws a line's rule, as attributes for the style sheet: hue and initials of the first, and stretches of all. */
export function ruleAttributes(people: Writers, named: boolean): Record<string, string> | undefined {
  const [main] = people
  if (!main) return undefined
  const attributes: Record<string, string> = { 'data-hue': String(main.person.hue), 'data-written': '' }
  if (named) attributes['data-initials'] = initials(main.person.name)
  if (people.length > 1) attributes['data-rule'] = stretches(people)
  return attributes
}

/** `3/0/12 7/12/16`: the hue of each stretch, and the parts of the rule where it begins and ends. */
function stretches(people: Writers): string {
  const shown = people.slice(0, MOST_STRETCHES)
  const all = shown.reduce((sum, { length }) => sum + length, 0)
  // Room for one and a half parts each: a single letter can be seen.
  const room = PARTS - 1.5 * shown.length
  let [from, exact] = [0, 0]
  return shown
    .map(({ person, length }) => {
      const start = from
      exact += 1.5 + (room * length) / all
      from = Math.round(exact)
      return `${person.hue}/${start}/${from}`
    })
    .join(' ')
}

/** The style of a rule with such stretches. */
export function ruleStyle(rule: string): string {
  const stops = rule.split(' ').map((stretch) => {
    const [hue, from, to] = stretch.split('/').map(Number)
    return `var(--person-${hue}) ${percent(from)} ${percent(to)}`
  })
  return `.pad-text > [data-rule="${rule}"] { --rule: linear-gradient(${stops.join(', ')}) }`
}

const percent = (parts = 0): string => `${(100 * parts) / PARTS}%`
