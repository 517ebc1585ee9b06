import type { MarkedLine } from '@forumpad/api'
import { documentToMarkdown, documentToText } from '@forumpad/pad-schema'
import type { FrozenMinutes } from './frozen-minutes.ts'
import { inWords } from './times-in-words.ts'
import type { VersionFile } from './version-store.ts'

/** The files of a version. Equal minutes give equal bytes. */
export function versionFiles(minutes: FrozenMinutes): Record<VersionFile, Uint8Array> {
  const encoder = new TextEncoder()
  return {
    json: encoder.encode(`${JSON.stringify(minutes, null, 1)}\n`),
    md: encoder.encode(asMarkdown(minutes)),
    txt: encoder.encode(asText(minutes)),
  }
}

const SECTIONS = [
  { is: 'decision', title: 'Decisions' },
  { is: 'action', title: 'Actions' },
  { is: 'question', title: 'Open questions' },
] as const

function asMarkdown(minutes: FrozenMinutes): string {
  const outcomes = SECTIONS.flatMap(({ is, title }) => {
    const lines = minutes.outcomes.filter((each) => each.is === is)
    return lines.length === 0
      ? []
      : [`## ${title}\n\n${lines.map((line) => `- ${box(line)}${escaped(outcomeWords(line))}`).join('\n')}`]
  })
  return `${[
    `# ${escaped(minutes.title)}`,
    facts(minutes).map(escaped).join('  \n'),
    ...outcomes,
    '---',
    documentToMarkdown({ blocks: minutes.lines.map(({ block }) => block) }).trimEnd(),
  ].join('\n\n')}\n`
}

function asText(minutes: FrozenMinutes): string {
  const outcomes = SECTIONS.flatMap(({ is, title }) => {
    const lines = minutes.outcomes.filter((each) => each.is === is)
    return lines.length === 0 ? [] : [[title, ...lines.map((line) => `* ${box(line)}${outcomeWords(line)}`)].join('\n')]
  })
  const text = documentToText({ blocks: minutes.lines.map(({ block }) => block) }).trimEnd()
  return `${[minutes.title, facts(minutes).join('\n'), ...outcomes, '----', text].join('\n\n')}\n`
}

function box({ is, isDone }: MarkedLine): string {
  return is === 'action' ? (isDone ? '[x] ' : '[ ] ') : ''
}

function outcomeWords({ words, due }: MarkedLine): string {
  return `${words}${due === null || words.includes('due') ? '' : ` (due ${due})`}`
}

function facts({ session, contributors, frozenAt, frozenBy, version, revision, address }: FrozenMinutes): string[] {
  const of =
    session === null
      ? []
      : [
          ...(session.start === null ? [] : [inWords(session.start, session.end, session.timeZone)]),
          [session.room, session.track, session.event].filter((each) => each !== null).join(', '),
          ...(session.people.length === 0 ? [] : [`With: ${session.people.join(', ')}`]),
        ]
  const writers = contributors.map(({ person }) => person.name).join(', ')
  return [
    ...of,
    ...(writers === '' ? [] : [`Written by: ${writers}`]),
    `Version ${version} (revision ${revision}), frozen ${frozenAt}${frozenBy === null ? '' : ` by ${frozenBy}`}: ${address}`,
  ]
}

/** What Markdown would take for its own signs. */
const escaped = (text: string): string => text.replace(/\s+/g, ' ').replace(/([\\`*_[\]<>#|~])/g, '\\$1')
