import { line, markdownToDocument, type PadDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import { ORGANISER_KEY, type RunningApp } from '../../testing/running-app.ts'

export const AS_ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }

const AGENDA = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
X-WR-CALNAME:Forum
BEGIN:VEVENT
UID:nfv
SUMMARY:Größe <b> & "co"
DTSTART:20260510T184000Z
DURATION:PT40M
END:VEVENT
BEGIN:VEVENT
UID:edge
SUMMARY:Edge
URL:https://example.org/edge
DTSTART:20260511T150000Z
END:VEVENT
BEGIN:VEVENT
UID:empty
SUMMARY:Nobody came
DTSTART:20260511T160000Z
END:VEVENT
END:VCALENDAR`
/** One pixel, which is an image. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** The pads of `makeWholeEvent`, by what was done in them. */
export type WholeEvent = { written: string; closed: string; untouched: string }

/** Makes an event "forum" with a bit of everything that an archive keeps. */
export async function makeWholeEvent(server: RunningApp): Promise<WholeEvent> {
  await asks(server, 'POST', '/events', { slug: 'forum', title: 'Forum', timeZone: 'America/New_York' })
  await asks(server, 'POST', '/events/forum/imports', { text: AGENDA })
  const sessions = await server.agenda.sessions('forum')
  const padOf = (title: string) => sessions.find((session) => session.title.startsWith(title))?.pad ?? ''
  const [written, closed, untouched] = [padOf('Gr'), padOf('Edge'), padOf('Nobody')]
  const [ada, bob] = [
    { id: 'ada', name: 'Ada', hue: 3 },
    { id: 'bob', name: 'Bob', hue: 7 },
  ]
  await server.persons.save(ada, 1)
  await server.persons.save(bob, 2)

  await writes(server, written, 'ada', markdownToDocument('# Goals\n\n- ACTION: Ana to ask <script>alert(1)</script>'))
  const headers = { ...AS_ORGANISER, 'content-type': 'image/png' }
  const image = await fetch(`${server.url}/api/v1/pads/${written}/images`, { method: 'POST', headers, body: PIXEL })
  const { src, width, height } = await image.json()
  await writes(server, written, 'bob', {
    blocks: [
      line('heading', 'Goals', { level: 1 }),
      { type: 'image', src, alt: 'a dot', width, height },
      line('text', 'a zebra after it'),
      line('text', 'her phone is 555-0199'),
    ],
  })
  await server.revisions.save(written, { revision: 1, label: 'first draft', person: 'ada', at: 1_000 }, 10)
  for (const [person, key, text] of [
    [ada, 'key-of-ada', 'hello'],
    [bob, 'key-of-bob', 'to be deleted'],
  ] as const)
    await server.chat.add(written, { at: 5_000, person, key, text })
  await server.chat.delete(written, 2, 'author')
  const anchor = { first: { client: 1, clock: 2 }, last: { client: 1, clock: 4 } }
  await server.comments.add(written, {
    ...{ at: 6_000, person: bob, key: 'comment-1', text: 'Which?', thread: null, anchor, quote: 'Goals' },
  })
  await server.comments.add(written, { at: 7_000, person: ada, key: 'comment-2', text: 'All.', thread: 1 })
  await server.comments.settle(written, 1, 'Ada')
  await server.comments.allowReaders(written, true)
  await server.room.attend(written, { person: bob, affiliation: 'Operators', at: 8_000 }, 10)
  await asks(server, 'PUT', `/pads/${written}/authors-shown`, { authorsShown: 'text' })
  await asks(server, 'POST', `/pads/${written}/freeze`)
  await asks(server, 'POST', `/pads/${written}/redactions`, { words: '555-0199', reason: 'Private' })

  await writes(server, closed, 'bob', markdownToDocument('Among ourselves'))
  await asks(server, 'PUT', `/pads/${closed}/access`, { access: 'closed' })
  await asks(server, 'PUT', '/events/forum/templates', { markdown: 'About {title}' })
  await asks(server, 'PUT', '/events/forum/freezing', { hoursAfterEnd: 900 })
  return { written, closed, untouched }
}

/** What a person makes of a pad's text. */
export async function writes(server: RunningApp, pad: string, person: string, document: PadDocument): Promise<void> {
  await server.app.livePads.edit(pad, person, (doc) => writeDocument(doc.getXmlFragment(ROOT), document))
}

async function asks(server: RunningApp, method: string, path: string, body?: unknown): Promise<void> {
  const answer = await server.api(method, path, body, AS_ORGANISER)
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
}

/** The bytes of an event's archive. */
export async function archiveOf(server: RunningApp, event = 'forum'): Promise<Buffer> {
  const answer = await fetch(`${server.url}/e/${event}/archive.zip`, { headers: AS_ORGANISER })
  if (!answer.ok) throw new Error(await answer.text())
  return Buffer.from(await answer.arrayBuffer())
}

/** Hands a file to a server as an archive. */
export async function brings(server: RunningApp, zip: Uint8Array, headers: Record<string, string> = AS_ORGANISER) {
  const answer = await fetch(`${server.url}/api/v1/archives`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/zip' },
    body: new Uint8Array(zip),
  })
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> }
}
