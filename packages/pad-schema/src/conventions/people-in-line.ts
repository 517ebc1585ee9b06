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
const OWNERS = new RegExp(String.raw`\s+(${NAME}(?:(?:, and|,| and| &) ${NAME})*) to (\p{Ll}+)`, 'uy')
const EACH = new RegExp(NAME, 'gu')
const NO_NAMES = new Set(
  'Need Try Want Remember Plan Have Continue Agree Agreed Propose Decide Reply Respond Write Talk Speak Going Happy Like Unable Next Time'.split(
    ' ',
  ),
)
const NO_VERBS = new Set(
  'the a an our their his her its my your all it them us this that these those each every whom next'.split(' '),
)

/** Who is to do what an action says, from the end of its label on: `Ana to ask`, `Dan, Travis and Sangwhan to review`. */
export function ownersFrom(text: string, at: number): Convention[] {
  OWNERS.lastIndex = at
  const match = OWNERS.exec(text)
  const [written = '', names = '', verb = ''] = match ?? []
  if (match === null || NO_VERBS.has(verb)) return []
  const start = at + written.indexOf(names)
  const found = [...names.matchAll(EACH)].map(
    ({ 0: name, index }): Convention => ({ is: 'person', name, from: start + index, to: start + index + name.length }),
  )
  return found.some((each) => each.is === 'person' && NO_NAMES.has(each.name)) ? [] : found
}
