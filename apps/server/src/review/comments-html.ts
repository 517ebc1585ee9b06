import type { CommentThread } from '@forumpad/api'
import { escaped } from './escaped.ts'
import { inWords } from './times-in-words.ts'

/** What was said about a line, as it stands beside it. Nothing but spans, since it is inside a paragraph. `zone` is an IANA name. */
export function commentsHtml(threads: readonly CommentThread[], zone: string): string {
  return threads.map((thread) => threadHtml(thread, zone)).join('')
}

function threadHtml({ quote, settledBy, entries }: CommentThread, zone: string): string {
  const settled = settledBy === null ? '' : `<span data-settled dir="auto">Settled by ${escaped(settledBy)}</span>`
  const said = entries.map(({ person, at, text }) => {
    const who = `<span data-who dir="auto" data-hue="${person.hue}">${escaped(person.name)}</span>`
    const time = `<time datetime="${at}">${inWords(at, null, zone)}</time>`
    const words = text === null ? 'Deleted' : escaped(text)
    return `<span data-entry>${who} ${time} <span data-said dir="auto">${words}</span></span>`
  })
  const about = `<span data-quote dir="auto"><span>Comment on </span><q>${escaped(quote)}</q></span>`
  return `<span data-comment>${about}${said.join('')}${settled}</span>`
}
