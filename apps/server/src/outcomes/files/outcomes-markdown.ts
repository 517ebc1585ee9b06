import type { Outcome, OutcomeKind } from '@forumpad/api'
import { type Block, documentToMarkdown, type Inline, line } from '@forumpad/pad-schema'
import { addressOf, type OutcomeFile } from './told-outcomes.ts'

const WORDS: Record<OutcomeKind, string> = {
  action: 'Action',
  decision: 'Decision',
  question: 'Question',
  hashtag: 'Marked',
  link: 'Link',
}

/** Outcomes as Markdown: a heading for each session, what is to be done as tasks, everything with the way to its line. */
export function outcomesMarkdown({ title, origin, list }: OutcomeFile): string {
  const blocks: Block[] = [line('heading', `Outcomes: ${title}`, { level: 1 })]
  const ofPad = new Map<string, Outcome[]>()
  for (const outcome of list.outcomes) ofPad.set(outcome.pad, [...(ofPad.get(outcome.pad) ?? []), outcome])
  for (const pad of list.pads) {
    blocks.push(line('heading', [linked(pad.title, `${origin}/p/${encodeURIComponent(pad.name)}`)], { level: 2 }))
    for (const outcome of ofPad.get(pad.name) ?? []) blocks.push(entry(outcome, origin))
  }
  return documentToMarkdown({ blocks })
}

function entry(outcome: Outcome, origin: string): Block {
  const { kind, done, text, url, due } = outcome
  const words = url === null ? plain(text) : linked(text, url)
  const mark: Inline = { type: 'text', text: `${WORDS[kind]}: `, marks: { bold: true } }
  const until = due === null ? [] : [plain(` [due ${due}]`)]
  const content = [mark, words, ...until, plain(' '), linked('↗', addressOf(origin, outcome))]
  return done === null ? line('bullet', content) : line('task', content, { checked: done })
}

const plain = (text: string): Inline => ({ type: 'text', text, marks: {} })
const linked = (text: string, href: string): Inline => ({ type: 'text', text, marks: { link: { href } } })
