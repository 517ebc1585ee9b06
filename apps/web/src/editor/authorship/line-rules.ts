import { HUES, initials, type Person } from '@forumpad/api'

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
  if (people.length > 1) return { ...attributes, ...stretches(people.slice(0, MOST_STRETCHES)) }
  return attributes
}

/** How many stretches a rule has, and as classes the hue of each (`by-1-3 by-2-7`) and the part where it ends (`to-1-12`). */
function stretches(shown: Writers): Record<string, string> {
  const all = shown.reduce((sum, { length }) => sum + length, 0)
  // Room for one and a half parts each: a single letter can be seen.
  const room = PARTS - 1.5 * shown.length
  let exact = 0
  const classes = shown.flatMap(({ person, length }, index) => {
    exact += 1.5 + (room * length) / all
    return [`by-${index + 1}-${person.hue}`, `to-${index + 1}-${Math.round(exact)}`]
  })
  return { 'data-rule': String(shown.length), class: classes.join(' ') }
}

/**
 * The styles of all rules that there can be: a style sheet that grows with what people write would have the whole page's styles looked at
 * again each time. Not as attributes of the lines, which the Content-Security-Policy forbids as soon as somebody copies one.
 */
export function ruleStyles(): string {
  const styles: string[] = []
  const line = '.pad-text > [data-rule]'
  for (let place = 1; place <= MOST_STRETCHES; place++) {
    for (let hue = 0; hue < HUES; hue++)
      styles.push(`${line}.by-${place}-${hue} { --by-${place}: var(--person-${hue}) }`)
    for (let part = 1; part <= PARTS; part++)
      styles.push(`${line}.to-${place}-${part} { --to-${place}: ${(100 * part) / PARTS}% }`)
    const stops = Array.from({ length: place }, (_, before) => `var(--by-${before + 1}) 0 var(--to-${before + 1})`)
    // A stop that lies before the one before it begins where that ends.
    styles.push(`.pad-text > [data-rule="${place}"] { --rule: linear-gradient(${stops.join(', ')}) }`)
  }
  return styles.join('\n')
}
