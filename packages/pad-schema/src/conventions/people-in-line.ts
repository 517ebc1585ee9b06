import type { Convention } from './convention.ts'

/** Between the words of one name, so that `@Grace Hopper` ends where the name does: a no-break space. */
const JOIN = '\u00A0'

const AT = /(^|[\s([{,;:"'“‘—–])@(\p{L}[\p{L}\p{M}\p{N}_.'’\u00A0-]*)/gu

/** At-rules of style sheets, which are about nobody. */
const AT_RULES = new Set(
  'charset container font-face import keyframes layer media namespace page property scope starting-style supports'.split(
    ' ',
  ),
)

/** `@name`, at the beginning of a word. */
export function mentions(text: string): Convention[] {
  const found: Convention[] = []
  for (const match of text.matchAll(AT)) {
    const [, before = '', run = ''] = match
    const from = match.index + before.length
    const written = run.replace(/[._'’\u00A0-]+$/, '')
    const next = text.charAt(from + 1 + run.length)
    if (AT_RULES.has(written.toLowerCase()) || next === '/' || next === '@') continue
    found.push({ is: 'person', name: written.replaceAll(JOIN, ' '), from, to: from + 1 + written.length })
  }
  return found
}

/** How a person is written so that exactly the name is recognised; null for a name without a letter. */
export function mentionOf(name: string): string | null {
  const words = name
    .normalize('NFC')
    .replace(/^\P{L}+/u, '')
    .split(/[^\p{L}\p{M}\p{N}_.'’-]+/u)
  const written = words
    .filter((word) => word !== '')
    .join(JOIN)
    .replace(/[._'’\u00A0-]+$/, '')
  return written === '' ? null : `@${written}`
}

const NAME = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{M}'’-]*){0,2}`
const OWNERS = new RegExp(
  String.raw`\s+(${NAME}(?:(?:, and|,| and| &) ${NAME})*) (?:to )?(\p{Ll}+)(?: (\p{Ll}+))?`,
  'uy',
)
const EACH = new RegExp(NAME, 'gu')
const NO_NAMES = new Set(
  'Need Try Want Remember Plan Have Continue Agree Agreed Propose Decide Reply Respond Write Talk Speak Going Happy Like Unable Next Time This That These Those It There What We You They I'.split(
    ' ',
  ),
)
const NO_VERBS = new Set(
  'the a an our their his her its my your all it them us this that these those each every whom next'.split(' '),
)
/** What somebody does, as in `Ana asks the list`. Most words in -s are many of something, as in `Design principles`: only these count. */
const DOES = new Set(
  'adds arranges asks books brings closes collects contacts creates describes explains finds finishes follows gathers gets gives goes invites keeps leads looks makes meets opens organises organizes prepares proposes provides publishes puts reads replies responds sees sends sets shares speaks submits summarises summarizes takes talks tells tries waits writes will shall should must'.split(
    ' ',
  ),
)
/** These are many of something too, unless it is said what is done: `Ana drafts the text`, but `Blog drafts`. */
const DOES_SOMETHING = new Set(
  'calls checks documents drafts files fixes moves plans posts reports reviews runs tests updates'.split(' '),
)
const SOMETHING = new Set(
  'the a an all both each every his her its our their this that these what how whether why who one two three'.split(
    ' ',
  ),
)

/** Who is to do what an action says, from the end of its label on: `Ana to ask`, `Ana asks the list`, `Dan, Travis and Sangwhan to review`. */
export function ownersFrom(text: string, at: number): Convention[] {
  OWNERS.lastIndex = at
  const match = OWNERS.exec(text)
  const [written = '', names = '', verb = '', next = ''] = match ?? []
  if (match === null || !isDoing(written.slice(written.indexOf(names) + names.length), verb, next)) return []
  const start = at + written.indexOf(names)
  const found = [...names.matchAll(EACH)].map(
    ({ 0: name, index }): Convention => ({ is: 'person', name, from: start + index, to: start + index + name.length }),
  )
  return found.some((each) => each.is === 'person' && NO_NAMES.has(each.name)) ? [] : found
}

function isDoing(behindNames: string, verb: string, next: string): boolean {
  if (behindNames.startsWith(' to ')) return !NO_VERBS.has(verb)
  return DOES.has(verb) || (DOES_SOMETHING.has(verb) && SOMETHING.has(next))
}
