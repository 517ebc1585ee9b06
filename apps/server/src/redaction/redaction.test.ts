import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ReviewData, TimesliderData, VersionData } from '@forumpad/api'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { agendaText } from '../agenda/testing/agenda-text.ts'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'
import { type StockClient, stockClient } from '../testing/stock-client.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }
const SECRET = 'hunter2-Überraschung'
const MARKS = '█'.repeat(SECRET.length)

let app: RunningApp
const clients: StockClient[] = []
beforeEach(async () => {
  app = await runApp()
  await app.makePad('edge', 'Welcome')
}, 30_000)
afterEach(async () => {
  for (const client of clients.splice(0)) client.leaves()
  await app.end()
})

async function joins(pad = 'edge'): Promise<StockClient> {
  const client = await stockClient(app.url, pad)
  clients.push(client)
  return client
}

/** Writes a line, and comes back once it is stored. */
async function written(client: StockClient, line: string): Promise<void> {
  client.writes(line)
  await expect.poll(() => textOf(), { timeout: 10_000 }).toContain(line)
}

const textOf = async (pad = 'edge') => await (await fetch(`${app.url}/api/v1/pads/${pad}/text`)).text()
const redact = (wish: unknown, pad = 'edge', headers: Record<string, string> = ORGANISER) =>
  app.api('POST', `/pads/${pad}/redactions`, wish, headers)
const page = async <Data>(path: string) => (await app.page(path)).data as unknown as Data

/** The bytes of the database and of the log of its writes. */
async function onDisk(): Promise<Buffer> {
  const file = join(dirname(app.uploads), 'forumpad.sqlite')
  return Buffer.concat([await readFile(file), await readFile(`${file}-wal`).catch(() => Buffer.alloc(0))])
}

/** A word as an index that folds its letters may have it. */
const forms = (words: string) => [words, words.toLowerCase(), 'hunter2', 'uberraschung', 'überraschung']

describe('Words that are redacted', () => {
  test('are gone from the text, every revision, the search, what came out, comments, frozen minutes and the file on disk', async () => {
    const ada = await joins()
    await written(ada, `ACTION: Ben to change ${SECRET} by Friday`)
    await written(ada, 'Nothing of that is secret')
    const { provider, doc } = ada
    const line = doc.getXmlFragment('default').get(1) as Y.XmlElement
    const text = line.get(0) as Y.XmlText
    const first = text._start?.id ?? { client: 0, clock: 0 }
    const at = text.toString().indexOf(SECRET)
    await app.comments.add('edge', {
      at: 1,
      person: { id: 'p', name: 'Eve', hue: 1 },
      text: 'Is that wise?',
      key: 'k',
      thread: null,
      anchor: {
        first: { client: first.client, clock: first.clock + at },
        last: { client: first.client, clock: first.clock + at + SECRET.length - 1 },
      },
      quote: SECRET,
    })
    await app.api('POST', '/pads/edge/freeze', undefined, ORGANISER)
    const found = async () => JSON.stringify((await app.api('GET', '/search?q=hunter2')).body)
    const outcomes = async () => JSON.stringify((await app.api('GET', '/pads/edge/outcomes')).body)
    await expect.poll(found, { timeout: 20_000 }).toContain('hunter2')
    await expect.poll(outcomes, { timeout: 20_000 }).toContain('hunter2')
    const before = await page<VersionData>('/p/edge/versions/1')
    expect(JSON.stringify(before)).toContain(SECRET)

    const dry = await redact({ words: SECRET, dryRun: true })
    const { revision } = (await app.pads.find('edge')) ?? { revision: 0 }
    expect(dry.body).toMatchObject({
      words: [SECRET],
      characters: SECRET.length,
      all: SECRET.length,
      places: 1,
      visible: [{ from: 2, to: revision }],
      redaction: null,
    })
    expect(await textOf()).toContain(SECRET)

    const closed = new Promise<number>((resolve) =>
      provider.once('connection-close', (event) => resolve(event?.code ?? 0)),
    )
    const done = await redact({ words: SECRET, reason: 'A password' })
    expect(done.status).toBe(201)
    expect(done.body).toMatchObject({
      words: [],
      redaction: { id: 1, revision, by: null, characters: SECRET.length, reason: 'A password' },
    })
    expect(await closed).toBe(4410)

    expect(await textOf()).toContain(`ACTION: Ben to change ${MARKS} by Friday`)
    for (let number = 2; number <= revision; number++) {
      const past = JSON.stringify((await app.api('GET', `/pads/edge/history?from=${number}`)).body)
      expect(past).toContain(MARKS)
      expect(past).not.toContain('hunter2')
    }
    await expect.poll(outcomes, { timeout: 20_000 }).toContain(MARKS)
    expect(await found()).not.toContain('hunter2')
    expect((await app.comments.find('edge', 1))?.quote).toBe(MARKS)

    const version = await page<VersionData>('/p/edge/versions/1')
    expect(version.html).toContain(MARKS)
    expect(version.marked).toMatchObject([{ is: 'action', words: `Ben to change ${MARKS} by Friday`, people: ['Ben'] }])
    expect(version.version.checksums).not.toEqual(before.version.checksums)
    expect(version.version.redactions).toMatchObject([{ before: before.version.checksums }])
    for (const type of ['md', 'txt', 'json']) {
      const file = await (await fetch(`${app.url}/p/edge/versions/1.${type}`)).text()
      expect(file).toContain(MARKS)
      expect(file.toLowerCase()).not.toContain('hunter2')
    }
    expect((await page<ReviewData>('/p/edge/review')).redactions).toMatchObject([{ id: 1, reason: 'A password' }])
    expect((await page<ReviewData>('/p/edge/review')).versions, 'no new version is made').toHaveLength(1)
    const { marks } = await page<TimesliderData>('/p/edge/timeslider')
    expect(marks.filter(({ is }) => is === 'redacted')).toMatchObject([{ revision, characters: SECRET.length }])

    for (const address of [
      'export/txt',
      'export/md',
      'export/html',
      'export/json',
      `changes?from=0&to=${revision}`,
      'changes.atom',
    ])
      expect((await (await fetch(`${app.url}/p/edge/${address}`)).text()).toLowerCase()).not.toContain('hunter2')
    const disk = await onDisk()
    for (const form of forms(SECRET)) expect(disk.includes(form), form).toBe(false)
    app = await app.restart()
    expect(await textOf()).toContain(MARKS)
    expect((await app.api('GET', '/pads/edge/redactions')).body).toMatchObject({ redactions: [{ id: 1 }] })
  }, 60_000)

  test('are gone when they were deleted long ago', async () => {
    const ada = await joins()
    await written(ada, `Here: ${SECRET}`)
    const { revision = 0 } = (await app.pads.find('edge')) ?? {}
    ada.doc.getXmlFragment('default').delete(1, 1)
    await expect.poll(() => textOf()).not.toContain(SECRET)
    expect((await redact({ words: SECRET })).body).toMatchObject({ code: 'no-such-place' })
    expect((await redact({ words: SECRET, revision })).status).toBe(201)
    expect(await textOf()).not.toContain('█')
    const past = await (await fetch(`${app.url}/p/edge/${revision}/export/txt`)).text()
    expect(past).toContain(`Here: ${MARKS}`)
    expect((await onDisk()).includes('hunter2')).toBe(false)
  }, 30_000)

  test('go from every place where they stand, and links to them lose their address', async () => {
    const ada = await joins()
    await written(ada, `One ${SECRET} and x`)
    await written(ada, `Two ${SECRET}`)
    const fragment = ada.doc.getXmlFragment('default')
    const textIn = (line: number) => (fragment.get(line) as Y.XmlElement).get(0) as Y.XmlText
    ada.doc.transact(() => {
      textIn(1).format(4, SECRET.length, { link: { href: 'https://example.org/private' }, bold: true })
      textIn(2).insert(0, 'elsewhere ', { link: { href: `https://example.org/?q=${encodeURIComponent(SECRET)}` } })
    })
    await expect.poll(async () => await (await fetch(`${app.url}/p/edge/export/md`)).text()).toContain('/private')
    expect(
      (await redact({ from: { line: 2, offset: 4 }, to: { line: 2, offset: 4 + SECRET.length } })).body,
    ).toMatchObject({
      places: 2,
    })
    const markdown = await (await fetch(`${app.url}/p/edge/export/md`)).text()
    expect(markdown).toContain(`One <strong>${MARKS}</strong> and x`)
    expect(markdown).toContain(`Two ${MARKS}`)
    expect(markdown).not.toContain('private')
    const disk = await onDisk()
    for (const words of ['hunter2', '/private']) expect(disk.includes(words), words).toBe(false)
  }, 30_000)

  test('do not come back with whoever has an old copy', async () => {
    const ada = await joins()
    await written(ada, `Here: ${SECRET}`)
    const copy = Y.encodeStateAsUpdate(ada.doc)
    await redact({ words: SECRET })
    // As a stock client of another program, which knows of no epochs and brings all that it has.
    const grace = await joins()
    expect(grace.lines()).toContain(`Here: ${MARKS}`)
    const closed = new Promise<number>((resolve) =>
      grace.provider.once('connection-close', (event) => resolve(event?.code ?? 0)),
    )
    const old = new Y.Doc()
    Y.applyUpdate(old, copy)
    old.getXmlFragment('default').push([new Y.XmlElement('paragraph')])
    sendUpdate(grace, Y.encodeStateAsUpdate(old))
    expect(await closed).toBeGreaterThan(4399)
    expect(await textOf()).toContain(MARKS)
    expect((await onDisk()).includes('hunter2')).toBe(false)
  }, 30_000)

  test('are redacted once by two who ask at the same moment, and words beside them by two as well', async () => {
    const ada = await joins()
    await written(ada, `One ${SECRET}`)
    await written(ada, 'Another-secret two')
    const answers = await Promise.all([
      redact({ words: SECRET }),
      redact({ words: SECRET }),
      redact({ words: 'Another-secret' }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 404])
    expect(await textOf()).toContain(`One ${MARKS}\n${'█'.repeat(14)} two`)
    expect((await app.api('GET', '/pads/edge/redactions')).body).toMatchObject({ redactions: [{ id: 2 }, { id: 1 }] })
  }, 30_000)
})

describe('Somebody who redacts', () => {
  test('needs to be a moderator, and is told what is wrong', async () => {
    const ada = await joins()
    await written(ada, `Here: ${SECRET}`)
    const anybody = await redact({ words: SECRET }, 'edge', { origin: app.url })
    expect(anybody.status).toBe(401)
    expect(anybody.body.detail).toContain('Only a moderator or an organiser may do that')
    expect((await redact({ words: 'not there' })).body).toMatchObject({ status: 404, code: 'no-such-place' })
    expect((await redact({})).body).toMatchObject({ status: 404, code: 'no-such-place' })
    expect((await redact({ from: { line: 9, offset: 0 }, to: { line: 9, offset: 4 } })).body).toMatchObject({
      status: 404,
    })
    expect((await redact({ words: SECRET, revision: 99 })).body).toMatchObject({ code: 'no-such-revision' })
    expect((await redact({ words: SECRET }, 'nowhere')).body).toMatchObject({ code: 'no-such-pad' })
    await written(ada, 'x'.repeat(5_001))
    const long = await redact({ from: { line: 3, offset: 0 }, to: { line: 3, offset: 5_001 } })
    expect(long.body).toMatchObject({ status: 413, code: 'passage-too-long' })
    expect(ada.provider.wsconnected, 'nobody is sent away for nothing').toBe(true)
    await redact({ words: SECRET })
    expect((await redact({ words: MARKS })).body).toMatchObject({ status: 409, code: 'redacted-already' })
  }, 30_000)

  test('is in the audit log, without the words, and a look is not', async () => {
    await app.api('POST', '/events', { slug: 'bos', title: 'Boston', timeZone: 'UTC' }, ORGANISER)
    await app.api('POST', '/events/bos/imports', { text: agendaText([{ uid: 'fog', title: 'Fog' }]) }, ORGANISER)
    const ada = await joins('bos-fog')
    ada.writes(`Here: ${SECRET}`)
    await expect.poll(() => textOf('bos-fog')).toContain(SECRET)
    await redact({ words: SECRET, dryRun: true }, 'bos-fog')
    await redact({ words: SECRET, reason: 'A password' }, 'bos-fog')
    const { body } = await app.api('GET', '/events/bos/audit', undefined, ORGANISER)
    const [entry, before] = body.entries as Record<string, unknown>[]
    expect(entry).toMatchObject({ act: 'redacted', pad: 'bos-fog', about: `${SECRET.length} characters: A password` })
    expect(before).toMatchObject({ act: 'import-applied' })
  }, 30_000)
})

function sendUpdate({ provider }: StockClient, update: Uint8Array): void {
  const doc = new Y.Doc()
  doc.on('update', (bytes: Uint8Array) => {
    const message = [0, 2, ...varUint(bytes.length), ...bytes]
    provider.ws?.send(new Uint8Array(message))
  })
  Y.applyUpdate(doc, update)
}

function varUint(number: number): number[] {
  return number < 128 ? [number] : [(number & 127) | 128, ...varUint(number >>> 7)]
}
