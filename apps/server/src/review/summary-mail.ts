import type { MarkedLine, SessionFacts, SummaryMail } from '@forumpad/api'
import { inWords } from './times-in-words.ts'

/** What a mail about minutes tells. `url` is the whole address of the minutes, `frozen` the one of the newest version, if there is one. */
export type ToMail = {
  title: string
  facts: SessionFacts | null
  marked: readonly MarkedLine[]
  url: string
  frozen: { number: number; url: string } | null
}

const SECTIONS = [
  { is: 'decision', title: 'Decisions' },
  { is: 'action', title: 'Actions' },
  { is: 'question', title: 'Open questions' },
] as const

/** A mail that a moderator may send: nothing sends it by itself. */
export function summaryMail(mail: ToMail): SummaryMail {
  const { title, facts, url, frozen } = mail
  const where = factLines(facts)
  const sections = SECTIONS.flatMap(({ is, title: heading }) => {
    const lines = mail.marked.filter((each) => each.is === is)
    return lines.length === 0 ? [] : [{ heading, lines: lines.map(words) }]
  })
  const nothing = sections.length === 0 ? ['No decisions, actions or open questions are marked in the notes.'] : []
  const version = frozen === null ? [] : [`Version ${frozen.number}, which stays as it is: ${frozen.url}`]
  const text = [
    [title, ...where].join('\n'),
    ...nothing,
    ...sections.map(({ heading, lines }) => [heading, ...lines.map((line) => `- ${line}`)].join('\n')),
    [`The minutes: ${url}`, ...version].join('\n'),
  ].join('\n\n')
  return { subject: oneLine(`Minutes: ${title}`), text: `${text}\n`, html: asHtml(mail, where, [...nothing], sections) }
}

type Section = { heading: string; lines: string[] }

function asHtml({ title, url, frozen }: ToMail, where: string[], nothing: string[], sections: Section[]): string {
  const link = (href: string, name: string) => `<a href="${escaped(href)}">${escaped(name)}</a>`
  return [
    `<h2>${escaped(title)}</h2>`,
    ...(where.length === 0 ? [] : [`<p>${where.map(escaped).join('<br>')}</p>`]),
    ...nothing.map((sentence) => `<p>${escaped(sentence)}</p>`),
    ...sections.map(
      ({ heading, lines }) =>
        `<h3>${heading}</h3>\n<ul>\n${lines.map((line) => `<li>${escaped(line)}</li>`).join('\n')}\n</ul>`,
    ),
    `<p>${link(url, 'The minutes')}${frozen === null ? '' : ` · ${link(frozen.url, `version ${frozen.number}`)}, which stays as it is`}</p>`,
  ].join('\n')
}

function factLines(facts: SessionFacts | null): string[] {
  if (facts === null) return []
  const { event, session } = facts
  const place = [session.room, session.track, event.title].filter((each) => each !== null).join(', ')
  return [...(session.start === null ? [] : [inWords(session.start, session.end, event.timeZone)]), place]
}

function words({ is, words: said, due, isDone }: MarkedLine): string {
  const until = due === null ? '' : ` (by ${due})`
  return `${said}${until}${is === 'action' && isDone ? ' (done)' : ''}`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
