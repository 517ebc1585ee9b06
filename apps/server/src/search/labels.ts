import type { Label } from '@forumpad/pad-schema'

const WRITTEN: Record<string, Label> = {
  topic: 'topic',
  topics: 'topic',
  action: 'action',
  actions: 'action',
  decision: 'decision',
  decisions: 'decision',
  agreed: 'decision',
  resolved: 'decision',
  question: 'question',
  questions: 'question',
  info: 'info',
  idea: 'idea',
  ideas: 'idea',
  help: 'help',
  link: 'link',
  links: 'link',
}

/** The label that somebody means by `#action`; undefined for any other word. */
export function readLabel(word: string): Label | undefined {
  const name = word.toLowerCase()
  return Object.hasOwn(WRITTEN, name) ? WRITTEN[name] : undefined
}
