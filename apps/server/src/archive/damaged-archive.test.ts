import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ProblemError } from '../http/problem-error.ts'
import { type RunningApp, runApp } from '../testing/running-app.ts'
import { ARCHIVE_LIMITS } from './archive-limits.ts'
import { checkArchive } from './check-archive.ts'
import { openArchive } from './open-archive.ts'
import { readZip } from './testing/read-zip.ts'
import { changeJson, changeLines, type Files, jsonOf, remade, remadeWell, zipOf } from './testing/remade.ts'
import { archiveOf, brings, makeWholeEvent } from './testing/whole-event.ts'

let fresh: RunningApp
let zip: Buffer
let pad = ''
let folder = ''

beforeAll(async () => {
  const first = await runApp()
  fresh = await runApp()
  folder = await mkdtemp(join(tmpdir(), 'forumpad-'))
  pad = (await makeWholeEvent(first)).written
  zip = await archiveOf(first)
  await first.end()
}, 120_000)
afterAll(async () => {
  await fresh.end()
  await rm(folder, { recursive: true })
})

/** What the server says of a file; nothing is there afterwards. */
async function said(bytes: Uint8Array): Promise<string> {
  const { status, body } = await brings(fresh, bytes)
  expect(await fresh.agenda.events()).toEqual([])
  expect(await fresh.pads.names()).toEqual([])
  expect(existsSync(fresh.uploads)).toBe(false)
  const detail = String(body.detail)
  expect(detail).toContain('Nothing was imported.')
  return `${status} ${body.code}: ${detail}`
}

test('only an organiser brings an archive', async () => {
  expect(await brings(fresh, zip, {})).toMatchObject({ status: 401 })
})

test('what is no archive is told from one that is damaged', async () => {
  expect(await said(Buffer.alloc(0))).toMatch(/^422 not-an-archive/)
  expect(await said(Buffer.from('BEGIN:VCALENDAR'))).toMatch(/^422 not-an-archive: This file is no ZIP archive/)
  const foreign = await zipOf(new Map([['holiday.jpg', Buffer.from('beach')]]))
  expect(await said(foreign)).toMatch(/^422 not-an-archive: This ZIP file has no manifest.json/)
  const other = await zipOf(new Map([['manifest.json', Buffer.from('{"name":"an extension"}')]]))
  expect(await said(other)).toMatch(/^422 not-an-archive: The manifest.json of this ZIP file is not that of an archive/)
  const older = await remade(zip, (files) =>
    changeJson(files, 'manifest.json', (value) => Object.assign(value, { version: 1 })),
  )
  expect(await said(older)).toMatch(/^422 not-an-archive: This archive is of version 1 and this server reads version 2/)
})

test('an archive that was cut off, at whatever place, is refused', async () => {
  for (const part of [0.1, 0.5, 0.9, 0.999])
    expect(await said(zip.subarray(0, zip.length * part))).toMatch(/^422 not-an-archive/)
})

test('a file that is missing, different, unnamed or there under another checksum is named', async () => {
  const history = `pads/${pad}/history.jsonl`
  const damage = async (change: (files: Files) => void) => said(await remade(zip, change))
  expect(await damage((files) => files.delete(history))).toContain(`"${history}" is missing`)
  const flipped = Buffer.from(readZip(zip).get(history) ?? [])
  flipped[20] = (flipped[20] ?? 0) ^ 1
  expect(await damage((files) => files.set(history, flipped))).toContain(`"${history}" does not have the checksum`)
  expect(await damage((files) => files.set('more.txt', Buffer.from('!')))).toContain('"more.txt" is not named')
  expect(await damage((files) => files.set('index.html', Buffer.from('<p>')))).toContain(
    '"index.html" has another length',
  )
  const wrongSum = (manifest: { files: { path: string; sha256: string }[] }) => {
    for (const file of manifest.files) if (file.path === 'people.json') file.sha256 = '0'.repeat(64)
  }
  expect(await damage((files) => changeJson(files, 'manifest.json', wrongSum))).toContain('"people.json" does not have')
})

test('a path that leads out of the archive ends it', async () => {
  const outside = await remade(zip, (files) => files.set('aa/evil.txt', Buffer.from('!')))
  const renamed = Buffer.from(outside.toString('latin1').replaceAll('aa/evil.txt', '../evil.txt'), 'latin1')
  expect(await said(renamed)).toMatch(/^422 damaged-archive: .*invalid relative path: \.\.\/evil\.txt/)
})

test('an archive is refused for its size before it is unpacked', async () => {
  const bomb = join(folder, 'bomb.zip')
  await writeFile(bomb, await zipOf(new Map([['manifest.json', Buffer.alloc(2_000_000)]])))
  const limited = (limits: object) => openArchive(bomb, { ...ARCHIVE_LIMITS, ...limits })
  await expect(limited({ unpackedBytes: 1_000_000 })).rejects.toMatchObject({ code: 'archive-too-large', status: 413 })
  await expect(limited({ wholeBytes: 1_000_000 })).rejects.toMatchObject({ code: 'archive-too-large' })
  await expect(limited({ files: 0 })).rejects.toMatchObject({ code: 'archive-too-large' })
})

test('checksums that somebody made to fit help nothing where the files do not fit together', async () => {
  const history = `pads/${pad}/history.jsonl`
  const forge = async (change: (files: Files) => void) => said(await remadeWell(zip, change))
  const lines = (change: (lines: string[]) => string[]) => forge((files) => changeLines(files, history, change))
  expect(await lines((all) => all.slice(1))).toContain('which is not the next one')
  expect(await lines((all) => all.slice(0, 1))).toContain('has 1 revisions, and its pad says that there are 2')
  const second = (line: string | undefined) => JSON.stringify({ ...JSON.parse(line ?? ''), revision: 1 })
  expect(await lines((all) => [second(all[1])])).toContain('builds on something that no earlier one brought')
  const garbage = (line: string | undefined) => JSON.stringify({ ...JSON.parse(line ?? ''), update: 'Zm9v' })
  expect(await lines((all) => [garbage(all[0]), ...all.slice(1)])).toContain('cannot be read')
  expect(await lines((all) => ['{"revision":1}', ...all.slice(1)])).toContain('has a line that is no revision')

  const says = (path: string, change: (value: ReturnType<typeof jsonOf>) => void) =>
    forge((files) => changeJson(files, path, change))
  const session = (change: object) => says('event.json', (file) => Object.assign(file.sessions[0].session, change))
  // A link that a reader might press.
  expect(await session({ url: 'javascript:alert(1)' })).toContain('no web address')
  expect(await session({ event: 'other' })).toContain('has a session of the event "other"')
  expect(await session({ pad: 'elsewhere' })).toContain('"pads/elsewhere/pad.json" is missing')
  expect(await session({ pad: '../../etc' })).toContain('is missing')
  expect(await says('event.json', ({ event }) => Object.assign(event, { slug: 'other' }))).toContain('of another event')
  expect(await says('event.json', (file) => Object.assign(file, { access: 'wide' }))).toContain(
    'says what it cannot at /access',
  )
  expect(await says(`pads/${pad}/pad.json`, (file) => file.clients.push(file.clients[0]))).toContain('twice')
  expect(await says(`pads/${pad}/beside.json`, ({ chat }) => chat.pop())).toContain('counts 2 chat, and there are 1')
  expect(await says(`pads/${pad}/beside.json`, ({ comments }) => Object.assign(comments[1], { thread: 9 }))).toContain(
    'a thread that is not there',
  )
  expect(
    await says(`pads/${pad}/beside.json`, ({ versions }) => Object.assign(versions[0].sha256, { md: '0'.repeat(64) })),
  ).toContain('is not what was frozen')
  const image = jsonOf(readZip(zip), `pads/${pad}/pad.json`).images[0].name
  expect(await forge((files) => files.set(`pads/${pad}/images/${image}`, Buffer.from('<svg>')))).toContain(
    'another length',
  )
  const page = Buffer.alloc(jsonOf(readZip(zip), `pads/${pad}/pad.json`).images[0].bytes, '<script>')
  expect(await forge((files) => files.set(`pads/${pad}/images/${image}`, page))).toContain(
    'is no image that a pad keeps',
  )
})

test('whatever byte is different, an archive is refused or is the same', async () => {
  const path = join(folder, 'flipped.zip')
  const parts = { limits: ARCHIVE_LIMITS, whyNoImage: () => undefined, now: () => 0 }
  /** All that would be written but images and the words of the log, which make `checkpoint`. */
  const read = async (bytes: Buffer): Promise<string> => {
    await writeFile(path, bytes)
    const archive = await openArchive(path, ARCHIVE_LIMITS)
    try {
      const { event, people, pads, ...told } = await checkArchive(parts, archive)
      const texts = pads.map(({ checkpoint, ...pad }) => [pad, Buffer.from(checkpoint?.state ?? []).toString('base64')])
      return JSON.stringify([{ ...event, numbers: [...event.numbers] }, people, told, texts])
    } finally {
      archive.close()
    }
  }
  const whole = await read(zip)
  let refused = 0
  const step = Math.floor(zip.length / 150)
  for (let at = 0; at < zip.length; at += step) {
    const flipped = Buffer.from(zip)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    const other = await read(flipped).catch((error: unknown) => {
      if (!(error instanceof ProblemError)) throw error
      refused += 1
    })
    if (other !== undefined) expect([at, other]).toEqual([at, whole])
  }
  expect(refused).toBeGreaterThan(75)
}, 60_000)
