import { typeKey } from '@forumpad/api'
import { readKeptCredits } from '@forumpad/sync'
import { FILES } from './archive-files.ts'
import type { BesideFile, EventFile, Manifest, PadFile } from './archive-format.ts'
import { damaged, shown } from './damaged-archive.ts'

/** Throws unless no two of a file's entries are the same. */
export function requireUnique<Entry>(
  path: string,
  what: string,
  entries: readonly Entry[],
  of: (entry: Entry) => string | number,
): void {
  const known = new Set<string | number>()
  for (const entry of entries) {
    const key = of(entry)
    if (known.has(key)) throw damaged(path, `names the ${what} ${shown(String(key))} twice`)
    known.add(key)
  }
}

/** What `event.json` says must fit together, since links and keys lead from one part to another. */
export function checkEvent({ event, sessions, questions, templates = [] }: EventFile, named: Manifest['event']): void {
  const path = FILES.event
  if (event.slug !== named.slug || event.title !== named.title || event.timeZone !== named.timeZone)
    throw damaged(path, 'is of another event than the manifest')
  if (!isTimeZone(event.timeZone)) throw damaged(path, `has the time zone ${shown(event.timeZone)}, which is none`)
  requireUnique(path, 'session', sessions, ({ session }) => session.id)
  requireUnique(path, 'pad', sessions, ({ session }) => session.pad)
  requireUnique(
    path,
    'key',
    sessions.flatMap(({ keys }) => keys),
    (key) => key,
  )
  requireUnique(path, 'question', questions, ({ incoming, session }) => JSON.stringify([incoming, session]))
  requireUnique(path, 'template', templates, ({ type }) => typeKey(type))
  const ids = new Set(sessions.map(({ session }) => session.id))
  for (const { session } of questions)
    if (!ids.has(session)) throw damaged(path, `asks about the session ${shown(session)}, which is not there`)
  for (const { session } of sessions) {
    if (session.event !== event.slug) throw damaged(path, `has a session of the event ${shown(session.event)}`)
    if (session.url !== null && !/^https?:\/\//i.test(session.url))
      throw damaged(path, `has a session at ${shown(session.url)}, which is no web address`)
    for (const instant of [session.start, session.end])
      if (instant !== null && Number.isNaN(Date.parse(instant)))
        throw damaged(path, `has a session at ${shown(instant)}, which is no time`)
  }
}

function isTimeZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** What `pad.json` says must fit together, and be of the pad in whose folder it lies. */
export function checkPadFacts(path: string, { name, clients, images, keptCredits }: PadFile, expected: string): void {
  if (name !== expected) throw damaged(path, `is of the pad ${shown(name)}`)
  if (name !== name.normalize('NFC')) throw damaged(path, 'has a name that no address can have')
  requireUnique(path, 'client', clients, ({ client }) => client)
  requireUnique(path, 'image', images, ({ name: image }) => image)
  if (keptCredits !== undefined && !areCredits(keptCredits))
    throw damaged(path, 'says unreadably whose redacted words were')
}

function areCredits(base64: string): boolean {
  try {
    return readKeptCredits(Buffer.from(base64, 'base64')).size > 0
  } catch {
    return false
  }
}

/** What `beside.json` says must fit together, and be of no later revision than the pad's last one. */
export function checkBeside(path: string, beside: BesideFile, revision: number): void {
  const { saved, chat, comments, attendees, versions, redactions = [] } = beside
  requireUnique(path, 'saved revision', saved, (each) => each.revision)
  requireUnique(path, 'attendee', attendees, ({ person }) => person)
  for (const each of [...saved, ...versions, ...redactions])
    if (each.revision > revision)
      throw damaged(path, `speaks of revision ${each.revision}, and the last one is ${revision}`)
  for (const [what, said] of [
    ['message', chat],
    ['comment', comments],
  ] as const) {
    said.forEach(({ id }, index) => {
      if (id !== index + 1) throw damaged(path, `has ${what} ${id} where ${index + 1} belongs`)
    })
    requireUnique(path, `change of a ${what}`, said, ({ change }) => change)
    requireUnique(path, `key of a ${what}`, said, ({ person, key }) => `${person} ${key}`)
  }
  for (const { id, thread, anchor } of comments) {
    const first = comments[thread - 1]
    if (thread > id || first?.thread !== thread) throw damaged(path, `has comment ${id} in a thread that is not there`)
    if ((anchor === null) !== (thread !== id))
      throw damaged(path, `has comment ${id} without its place, or with one too many`)
  }
  redactions.forEach(({ id }, index) => {
    if (id !== index + 1) throw damaged(path, `has redaction ${id} where ${index + 1} belongs`)
  })
  versions.forEach(({ number, before = [] }, index) => {
    if (number !== index + 1) throw damaged(path, `has version ${number} where ${index + 1} belongs`)
    requireUnique(path, 'redaction of a version', before, ({ redaction }) => redaction)
    for (const { redaction } of before)
      if (!redactions[redaction - 1]) throw damaged(path, `has a version of redaction ${redaction}, which is not there`)
  })
}
