import { line, markdownToDocument, ROOT } from '@forumpad/pad-schema'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type RunningApp, runApp } from '../testing/running-app.ts'
import { readZip } from './testing/read-zip.ts'
import { changeLines, remadeWell } from './testing/remade.ts'
import { AS_ORGANISER, archiveOf, brings, makeWholeEvent, type WholeEvent, writes } from './testing/whole-event.ts'

let first: RunningApp
let second: RunningApp
let pads: WholeEvent
let zip: Buffer

beforeAll(async () => {
  first = await runApp()
  second = await runApp()
  pads = await makeWholeEvent(first)
  zip = await archiveOf(first)
}, 60_000)
afterAll(async () => {
  await first.end()
  await second.end()
})

const manifestOf = (bytes: Buffer) => JSON.parse(readZip(bytes).get('manifest.json')?.toString('utf8') ?? 'null')

test('an event comes whole to another server, and its archive there is the same', async () => {
  const { counts, contents } = manifestOf(zip)
  expect(counts).toEqual({
    ...{ sessions: 3, pads: 3, revisions: 3, chat: 2, comments: 2, images: 1, versions: 1, people: 2 },
  })
  const answer = await brings(second, zip)
  expect(answer).toMatchObject({ status: 201, body: { event: { slug: 'forum' }, counts, contents } })
  const again = await archiveOf(second)
  expect(manifestOf(again)).toMatchObject({ counts, contents })
  const [one, other] = [readZip(zip), readZip(again)]
  expect([...other.keys()]).toEqual([...one.keys()])
  for (const [path, bytes] of one)
    if (path !== 'manifest.json')
      expect([path, other.get(path)?.toString('latin1')]).toEqual([path, bytes.toString('latin1')])
})

test('what came is what was: texts, revisions and whose they are, what was said, what was frozen, who may read', async () => {
  const told = async (server: RunningApp, path: string, api = true) => {
    const answer = await fetch(`${server.url}${api ? '/api/v1' : ''}${path}`, { headers: AS_ORGANISER })
    expect([path, answer.status]).toEqual([path, 200])
    return (await answer.text()).replaceAll(server.url, '')
  }
  const { written, closed, untouched } = pads
  const paths = [
    '/events/forum/sessions',
    ...[written, closed].flatMap((pad) => [`/pads/${pad}`, `/pads/${pad}/text`, `/pads/${pad}/revisions`]),
    ...[1, 2].map((revision) => `/pads/${written}/history?from=${revision}`),
  ]
  const settled = (text: string) => text.replace(/"words":\d+/g, '')
  for (const path of paths)
    expect([path, settled(await told(second, path))]).toEqual([path, settled(await told(first, path))])
  for (const path of [`/p/${written}/1/export/json`, `/p/${written}/versions/1.md`, `/e/forum/schedule.json`])
    expect(await told(second, path, false)).toBe(await told(first, path, false))
  const beside = async ({ chat, comments, room, revisions, redactions, versions }: RunningApp) => ({
    chat: await chat.changedSince(written, 0, 10),
    comments: await comments.changedSince(written, 0, 10),
    readersMay: await comments.readersMay(written),
    attendees: await room.attendees(written),
    saved: await revisions.saved(written),
    versions: await versions.versions(written),
    redactions: await redactions.redactions(written),
  })
  expect(await beside(second)).toEqual(await beside(first))
  expect((await beside(second)).redactions).toMatchObject([{ characters: 8, reason: 'Private' }])
  expect([...readZip(zip).values()].some((bytes) => bytes.includes('555-0199'))).toBe(false)
  expect((await second.pads.find(written))?.authorsShown).toBe('text')
  expect(await second.freezeSettings.hoursAfterEnd('forum')).toBe(900)
  const templates = await first.templates.ofEvent('forum')
  expect(templates).toMatchObject([{ type: null, markdown: 'About {title}' }])
  expect(await second.templates.ofEvent('forum')).toEqual(templates)

  const stranger = (pad: string) => fetch(`${second.url}/api/v1/pads/${pad}/text`)
  expect([(await stranger(closed)).status, (await stranger(written)).status]).toEqual([
    (await fetch(`${first.url}/api/v1/pads/${closed}/text`)).status,
    200,
  ])
  expect((await stranger(closed)).ok).toBe(false)
  expect((await second.pads.find(untouched))?.template).toBe((await first.pads.find(untouched))?.template)
})

test('the import of the agenda that came with it cannot be undone there, and nobody is offered to', async () => {
  const last = async ({ importHistory }: RunningApp) => (await importHistory.imports('forum', 1))[0]
  expect(await last(first)).toMatchObject({ state: 'applied', undoable: true })
  const came = await last(second)
  expect(came).toMatchObject({ state: 'applied', undoable: false })
  const asked = { method: 'DELETE', headers: AS_ORGANISER }
  expect((await fetch(`${second.url}/api/v1/events/forum/imports/${came?.id}`, asked)).status).toBe(404)
})

test('search and outcomes pick up what came, and people write on', async () => {
  const { written, closed } = pads
  const found = async (path: string) => (await second.api('GET', path, undefined, AS_ORGANISER)).body
  await expect.poll(async () => JSON.stringify(await found('/search?q=zebra')), { timeout: 20_000 }).toContain(written)
  await writes(second, closed, 'ada', markdownToDocument('Among ourselves\n\nDECISION: to go on'))
  await expect
    .poll(async () => JSON.stringify(await found('/events/forum/outcomes')), { timeout: 20_000 })
    .toContain('to go on')
  expect((await second.pads.find(closed))?.revision).toBe(2)
}, 60_000)

test('an event that is there already stays as it is', async () => {
  const before = manifestOf(await archiveOf(first)).contents
  const { status, body } = await brings(first, zip)
  expect([status, body.code]).toEqual([409, 'event-exists'])
  expect(body.detail).toBe('The event "Forum" is here already, at /e/forum. Nothing was imported.')
  expect(manifestOf(await archiveOf(first)).contents).toBe(before)
})

test('pads of others keep their names: the archive is refused, and names them', async () => {
  const other = await runApp()
  await other.makePad(pads.written, 'mine')
  const { status, body } = await brings(other, zip)
  expect([status, body.code]).toEqual([409, 'pads-exist'])
  expect(body.detail).toContain(`"${pads.written}"`)
  expect(await other.agenda.events()).toEqual([])
  expect(await other.pads.names()).toEqual([pads.written])
  await other.end()
}, 60_000)

test('what no pad may contain comes as lines with the same words, as from a stock client', async () => {
  const doc = new Y.Doc()
  const element = new Y.XmlElement('marquee')
  element.insert(0, [new Y.XmlText('strange words')])
  doc.getXmlFragment(ROOT).insert(0, [element])
  const update = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
  const strange = await remadeWell(zip, (files) =>
    changeLines(files, `pads/${pads.closed}/history.jsonl`, ([line]) => [
      JSON.stringify({ ...JSON.parse(line ?? ''), update }),
    ]),
  )
  const other = await runApp()
  expect(await brings(other, strange)).toMatchObject({ status: 201 })
  const text = await fetch(`${other.url}/api/v1/pads/${pads.closed}/text`, { headers: AS_ORGANISER })
  expect((await text.text()).trim()).toBe('strange words')
  const log = (await other.api('GET', `/pads/${pads.closed}/revisions`, undefined, AS_ORGANISER)).body
  expect(log).toMatchObject({ newest: 2, revisions: [{ person: { id: 'bob' } }, { person: { id: 'forumpad' } }] })
  await other.end()
}, 60_000)

test('no key, no cookie and no link leaves with an archive', async () => {
  await first.api('POST', `/pads/${pads.written}/links`, { role: 'moderator' }, AS_ORGANISER)
  const files = [...readZip(await archiveOf(first)).values()].map((bytes) => bytes.toString('utf8')).join('\n')
  expect(files).not.toMatch(/secret_hash|role_link|the-key-of-the/)
})

/** Pads, and who makes what of them in which order. */
const histories = fc.array(
  fc.array(
    fc.record({
      person: fc.constantFrom('ada', 'bob', 'forumpad'),
      lines: fc.array(fc.string({ unit: 'grapheme', maxLength: 20 }), { maxLength: 6 }),
    }),
    { maxLength: 6 },
  ),
  { minLength: 1, maxLength: 3 },
)

test('whatever was written comes back, and back again', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async (made) => {
      const [one, other] = [await runApp(), await runApp()]
      try {
        const sessions = made.map(
          (_, index) => `BEGIN:VEVENT\nUID:${index}\nSUMMARY:S ${index}\nDTSTART:20260511T150000Z\nEND:VEVENT`,
        )
        const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...sessions, 'END:VCALENDAR'].join('\n')
        await one.api('POST', '/events', { slug: 'forum', title: 'Forum', timeZone: 'UTC' }, AS_ORGANISER)
        await one.api('POST', '/events/forum/imports', { text }, AS_ORGANISER)
        const agenda = await one.agenda.sessions('forum')
        for (const [index, edits] of made.entries())
          for (const { person, lines } of edits)
            await writes(one, agenda[index]?.pad ?? '', person, { blocks: lines.map((words) => line('text', words)) })
        const archive = await archiveOf(one)
        expect(await brings(other, archive)).toMatchObject({
          status: 201,
          body: { contents: manifestOf(archive).contents },
        })
        const { contents, counts } = manifestOf(await archiveOf(other))
        expect({ contents, counts }).toEqual({
          contents: manifestOf(archive).contents,
          counts: manifestOf(archive).counts,
        })
        for (const { pad } of agenda) {
          const textOf = async ({ url }: RunningApp) => (await fetch(`${url}/api/v1/pads/${pad}/text`)).text()
          expect(await textOf(other)).toBe(await textOf(one))
        }
      } finally {
        await one.end()
        await other.end()
      }
    }),
    { numRuns: 6 },
  )
}, 180_000)
