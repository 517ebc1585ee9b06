import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RedactionReport } from '@forumpad/api'
import { markdownToDocument, ROOT, writeDocument } from '@forumpad/pad-schema'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ORGANISER_KEY, type RunningApp, runApp } from '../testing/running-app.ts'

const ORGANISER = { authorization: `Bearer ${ORGANISER_KEY}` }
const SECRET = 'hunter2-Überraschung'
const MARKS = '█'.repeat(SECRET.length)
const PERSON = { id: 'p', name: 'Eve', hue: 1 }

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'BEGIN:VEVENT',
  ...['UID:telecom', 'SUMMARY:Telecom call', 'DTSTART;TZID=America/New_York:20170502T140000', 'DURATION:PT1H'],
  'RRULE:FREQ=WEEKLY;COUNT=4',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n')

let app: RunningApp
beforeEach(async () => {
  app = await runApp()
}, 30_000)
afterEach(() => app.end())

const textOf = async (pad: string) => await (await fetch(`${app.url}/api/v1/pads/${pad}/text`)).text()
const redact = async (pad: string, wish: unknown, headers: Record<string, string> = ORGANISER) => {
  const { status, body } = await app.api('POST', `/pads/${pad}/redactions`, wish, headers)
  return { status, body: body as RedactionReport & { code?: string; detail?: string } }
}

async function writes(pad: string, markdown: string): Promise<void> {
  await app.app.livePads.edit(pad, 'ana', (doc) => {
    writeDocument(doc.getXmlFragment(ROOT), markdownToDocument(markdown))
  })
}

async function saysBeside(pad: string, text: string, key = 'k'): Promise<void> {
  await app.chat.add(pad, { at: 1, person: PERSON, text, key })
  const anchor = { first: { client: 1, clock: 0 }, last: { client: 1, clock: 0 } }
  await app.comments.add(pad, { at: 1, person: PERSON, text, key, thread: null, anchor, quote: 'x' })
}

async function onDisk(): Promise<string> {
  const file = join(dirname(app.uploads), 'forumpad.sqlite')
  const bytes = [await readFile(file), await readFile(`${file}-wal`).catch(() => Buffer.alloc(0))]
  return Buffer.concat(bytes).toString('latin1').toLowerCase()
}

describe('Words that are redacted', () => {
  test('go from the chat and from comments of the pad too, and from what is searched of them', async () => {
    await app.makePad('edge')
    await writes('edge', `Here: ${SECRET}`)
    await saysBeside('edge', `Why is ${SECRET} here?`)
    await saysBeside('edge', 'Nothing of that is secret', 'other')
    const found = async () => JSON.stringify((await app.api('GET', '/search?q=hunter2')).body)
    await expect.poll(found, { timeout: 20_000 }).toContain('"chat"')
    await expect.poll(found, { timeout: 20_000 }).toContain('"comment"')

    const dry = await redact('edge', { words: SECRET, dryRun: true })
    expect(dry.body.elsewhere).toEqual({ chat: 1, comments: 1, pads: [] })
    expect((await app.chat.find('edge', 1))?.text).toContain(SECRET)
    const done = await redact('edge', { words: SECRET })
    expect(done.body.elsewhere).toEqual({ chat: 1, comments: 1, pads: [] })

    expect(await app.chat.find('edge', 1)).toMatchObject({ text: `Why is ${MARKS} here?`, change: 3, deletedBy: null })
    expect(await app.comments.find('edge', 1)).toMatchObject({ text: `Why is ${MARKS} here?`, change: 3 })
    expect((await app.chat.find('edge', 2))?.change).toBe(2)
    await expect.poll(found, { timeout: 20_000 }).not.toContain('edge')
    expect(await onDisk()).not.toContain('hunter2')
  }, 60_000)

  test('go from the other calls of the series that they were carried to, if whoever asks moderates these', async () => {
    await app.api('POST', '/events', { slug: 'wg', title: 'Groups', timeZone: 'America/New_York' }, ORGANISER)
    await app.api('POST', '/events/wg/imports', { text: CALENDAR, confirm: true }, ORGANISER)
    const [first = '', second = '', third = ''] = (await app.agenda.sessions('wg')).map(({ pad }) => pad)
    await writes(first, `- [ ] #action Ana changes ${SECRET}`)
    await writes(second, `- [ ] #action Ana changes ${SECRET}\n\nDone so far`)
    await saysBeside(second, `Ana changes ${SECRET}`)
    await writes(third, 'Nothing of that')

    const [, title] = await Promise.all([app.pads.find(first), app.pads.find(second)]).then((all) =>
      all.map((pad) => pad?.title),
    )
    const others = [{ pad: second, title, places: 1, asides: 2 }]
    expect((await redact(first, { words: SECRET, dryRun: true })).body.elsewhere.pads).toEqual(others)
    const moderator = { cookie: await moderatorOf(first), origin: app.url }
    expect((await redact(first, { words: SECRET, dryRun: true }, moderator)).body.elsewhere.pads).toEqual([])
    expect((await redact(first, { words: SECRET, alsoIn: [second] }, moderator)).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
    expect((await redact(first, { words: SECRET, alsoIn: ['elsewhere'] })).body).toMatchObject({ code: 'no-such-pad' })
    expect(await textOf(first)).toContain(SECRET)

    const done = await redact(first, { words: SECRET, alsoIn: [second, third], reason: 'A password' })
    expect(done.body.elsewhere.pads).toEqual(others)
    expect(await textOf(first)).toContain(`Ana changes ${MARKS}`)
    expect(await textOf(second)).toContain(`Ana changes ${MARKS}`)
    expect((await app.chat.find(second, 1))?.text).toBe(`Ana changes ${MARKS}`)
    const noted = (await app.api('GET', `/pads/${second}/redactions`)).body.redactions
    expect(noted).toMatchObject([{ id: 1, characters: SECRET.length, reason: 'A password' }])
    expect((await app.api('GET', `/pads/${third}/redactions`)).body.redactions).toEqual([])
    await app.app.livePads.edit(second, 'ana', (doc) => void doc.getXmlFragment(ROOT).delete(0, 1))
    expect(await onDisk()).not.toContain('hunter2')
  }, 60_000)
})

/** The cookie of somebody who moderates only this pad. */
async function moderatorOf(pad: string): Promise<string> {
  const link = await app.api('POST', `/pads/${pad}/links`, { role: 'moderator' }, ORGANISER)
  const cookie = (await fetch(app.url)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
  await fetch(String(link.body.url), { headers: { cookie }, redirect: 'manual' })
  return cookie
}
