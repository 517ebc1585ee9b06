import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { leaveFormats } from '@forumpad/api'
import { documentToText, line, markdownToDocument, ROOT, readDocument, writeDocument } from '@forumpad/pad-schema'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { readZip } from './testing/read-zip.ts'

const asOrganiser = { authorization: `Bearer ${ORGANISER_KEY}` }
const AGENDA = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//x//x//EN
BEGIN:VEVENT
UID:nfv
SUMMARY:Größe <b> & "co"
DTSTART:20260510T184000Z
DURATION:PT40M
END:VEVENT
BEGIN:VEVENT
UID:edge
SUMMARY:Edge
DTSTART:20260511T150000Z
END:VEVENT
END:VCALENDAR`
/** One pixel, which is an image. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: RunningApp
let pad = ''
let zip: Buffer
let files: Map<string, Buffer>

beforeAll(async () => {
  server = await runApp()
  await server.api('POST', '/events', { slug: 'forum', title: 'Forum', timeZone: 'America/New_York' }, asOrganiser)
  await server.api('POST', '/events/forum/imports', { text: AGENDA }, asOrganiser)
  pad = (await server.agenda.sessions('forum')).find(({ title }) => title.startsWith('Gr'))?.pad ?? ''
  const writes = (person: string, markdown: string) =>
    server.app.livePads.edit(pad, person, (doc) =>
      writeDocument(doc.getXmlFragment(ROOT), markdownToDocument(markdown)),
    )
  await writes('ada', '# Goals\n\n- ACTION: Ana to ask <script>alert(1)</script>')
  const headers = { ...asOrganiser, 'content-type': 'image/png' }
  const image = await fetch(`${server.url}/api/v1/pads/${pad}/images`, { method: 'POST', headers, body: PIXEL })
  const { src, width, height } = await image.json()
  await server.app.livePads.edit(pad, 'bob', (doc) =>
    writeDocument(doc.getXmlFragment(ROOT), {
      blocks: [{ type: 'image', src, alt: 'a dot', width, height }, line('text', 'after it')],
    }),
  )
  const answer = await fetch(`${server.url}/e/forum/archive.zip`, { headers: asOrganiser })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip'])
  zip = Buffer.from(await answer.arrayBuffer())
  files = readZip(zip)
})
afterAll(() => server.end())

const jsonOf = (path: string) => JSON.parse(files.get(path)?.toString('utf8') ?? 'null')

test('the archive is for organisers', async () => {
  const status = async (event: string, headers = {}) =>
    (await fetch(`${server.url}/e/${event}/archive.zip`, { headers })).status
  expect(await status('forum')).toBe(401)
  expect(await status('nowhere', asOrganiser)).toBe(404)
})

test('the manifest counts what there is, and knows the checksum of every file', () => {
  const manifest = jsonOf('manifest.json')
  expect(manifest.counts).toEqual({
    ...{ sessions: 2, pads: 2, revisions: 2, chat: 0, comments: 0, images: 1, versions: 0, people: 2 },
  })
  expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual(
    [...files.keys()].filter((path) => path !== 'manifest.json'),
  )
  for (const { path, bytes, sha256 } of manifest.files) {
    const content = files.get(path) ?? Buffer.alloc(0)
    expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([path, bytes, sha256])
  }
  expect(jsonOf('event.json').sessions.map(({ keys }: { keys: string[] }) => keys.length)).toEqual([1, 1])
})

test('the history gives the text again, and says whose each revision is', async () => {
  const rows = files
    .get(`pads/${pad}/history.jsonl`)
    ?.toString('utf8')
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row))
  expect(rows?.map(({ revision, person }) => [revision, person])).toEqual([
    [1, 'ada'],
    [2, 'bob'],
  ])
  const doc = leaveFormats(new Y.Doc())
  for (const { update } of rows ?? []) Y.applyUpdate(doc, Buffer.from(update, 'base64'))
  const text = await (await fetch(`${server.url}/api/v1/pads/${pad}/text`)).text()
  expect(documentToText(readDocument(doc.getXmlFragment(ROOT)))).toBe(text)
  expect(documentToText(jsonOf(`pads/${pad}/text.json`))).toBe(text)
})

test('the pages need no server: every link leads to a file, and no words become markup', () => {
  const pages = [...files].filter(([path]) => path.endsWith('.html'))
  expect(pages).toHaveLength(3)
  for (const [path, content] of pages) {
    const html = content.toString('utf8')
    expect(html).not.toMatch(/<script|<b>/i)
    for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"#]+)"/g)) {
      const target = decodeURIComponent(new URL(link, `file:///${path}`).pathname.slice(1))
      expect([...files.keys()]).toContain(target)
    }
  }
  expect(files.get(`pads/${pad}/index.html`)?.toString('utf8')).toContain('Größe &amp; &quot;co&quot;')
})

test('another program finds the archive whole', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  await writeFile(join(folder, 'forum.zip'), zip)
  try {
    const program = 'import sys, zipfile; print(zipfile.ZipFile(sys.argv[1]).testzip())'
    const said = await Promise.resolve()
      .then(() => execFileSync('python3', ['-c', program, join(folder, 'forum.zip')], { encoding: 'utf8' }))
      .catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error
        console.info('There is no Python here: nothing was tried.')
        return 'None\n'
      })
    expect(said).toBe('None\n')
  } finally {
    await rm(folder, { recursive: true })
  }
})
