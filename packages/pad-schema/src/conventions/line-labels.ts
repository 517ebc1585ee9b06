import { safeHref } from '../safe-href.ts'
import type { Convention, Label } from './convention.ts'

/** MeetBot's words behind a `#`. */
const HASH_WORDS: Record<string, Label> = {
  topic: 'topic',
  action: 'action',
  agreed: 'decision',
  info: 'info',
  idea: 'idea',
  help: 'help',
  link: 'link',
}

/** Words before a colon. The short ones count only where a line begins. */
const COLON_WORDS: Record<string, Label> = {
  ACTION: 'action',
  DECISION: 'decision',
  RESOLVED: 'decision',
  RESOLUTION: 'decision',
  AGREED: 'decision',
  AI: 'action',
  Q: 'question',
}

const HASH = /#(topic|action|agreed|info|idea|help|link)(?=\s|$)/y
const COLON = /(ACTION|Action|DECISION|Decision|RESOLVED|Resolved|RESOLUTION|Resolution|AGREED|Agreed|AI|Q):(?=\s|$)/y
const LATER = /([.;:!?)\]…][*_]*\s+|\s[-–—]\s+|[[(])(ACTION|DECISION|RESOLVED|RESOLUTION|AGREED):(?=\s|$)/g
const INITIALS = /(\p{Lu}{2,4}):(?=\s|$)/uy
const ADDRESS = /\s+(https?:\/\/\S+)/y

/** Words of capitals before a colon that are nobody's initials. */
const NO_INITIALS = new Set(
  'API BTW CC CEO COOP CORS CSS DOM DONE DUE ETA FAQ FYI HTML HTTP ID IMHO IMO LGTM META NB NOTE OK PR PROS CONS PS RE RFC SVG TODO TPAC URI URL WIP XML'.split(
    ' ',
  ),
)

/** What a line begins with, and labels at the beginning of a later sentence. */
export function lineLabels(text: string): Convention[] {
  const found: Convention[] = []
  let at = text.length - text.trimStart().length
  const speaker = label(text, at) === null ? initials(text, at) : null
  if (speaker !== null) {
    found.push(speaker)
    at = spaceFrom(text, speaker.to)
  }
  if (/[[(]/.test(text.charAt(at))) at += 1
  const first = label(text, at)
  if (first !== null) found.push(first, ...addressBehind(text, first))
  for (const match of text.matchAll(LATER)) {
    const [, before = '', word = ''] = match
    const from = match.index + before.length
    const meaning = COLON_WORDS[word]
    if (meaning !== undefined) found.push({ is: 'label', label: meaning, from, to: from + word.length + 1 })
  }
  return found
}

type LabelFound = Extract<Convention, { is: 'label' }>

function label(text: string, at: number): LabelFound | null {
  const hash = matchAt(HASH, text, at)
  const colon = hash === undefined ? matchAt(COLON, text, at) : undefined
  const found = hash === undefined ? COLON_WORDS[colon?.[1]?.toUpperCase() ?? ''] : HASH_WORDS[hash[1] ?? '']
  const length = (hash ?? colon)?.[0].length ?? 0
  return found === undefined ? null : { is: 'label', label: found, from: at, to: at + length }
}

function initials(text: string, at: number): Convention | null {
  const found = matchAt(INITIALS, text, at)?.[1]
  if (found === undefined || NO_INITIALS.has(found)) return null
  return { is: 'speaker', initials: found, from: at, to: at + found.length + 1 }
}

function addressBehind(text: string, { label, to }: LabelFound): Convention[] {
  const [written, address] = label === 'link' ? (matchAt(ADDRESS, text, to) ?? []) : []
  const url = address?.replace(/[.,;:!?]+$/, '')
  const href = safeHref(url)
  if (written === undefined || address === undefined || url === undefined || href === undefined) return []
  const from = to + written.length - address.length
  return [{ is: 'address', url: href, from, to: from + url.length }]
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}

const spaceFrom = (text: string, at: number): number => at + (text.length - at - text.slice(at).trimStart().length)
