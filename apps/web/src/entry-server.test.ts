import type { Pad, PageData } from '@forumpad/api'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { aSession, at } from './agenda/testing/a-session.ts'
import { renderPage } from './entry-server.tsx'
import { aTimeslider } from './history/testing/a-timeslider.ts'
import { recordPages } from './outcomes/testing/record-pages.ts'
import { eventPages } from './pages/testing/event-pages.ts'
import { minutesPages } from './review/testing/minutes-pages.ts'

const me = { id: 'me', name: 'Ana Castro', hue: 3 }
const base = { me, now: '2017-05-10T18:50:00Z', theme: 'auto' as const, language: 'en' as const }
const event = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }
const hostile = '<img src=x onerror=alert(1)> & "co"'

const padNamed = (name: string): Pad => ({
  name,
  title: 'Telecom/NFV',
  url: `http://x/p/${name}`,
  revision: 3,
  words: 2,
  createdAt: base.now,
  changedAt: null,
  frozenAt: null,
})

const pages: Record<PageData['page'], PageData> = {
  ...recordPages,
  ...eventPages,
  ...minutesPages,
  home: {
    ...base,
    page: 'home',
    mayMakeEvents: true,
    events: [
      { ...event, sessions: 21, firstStart: '2017-05-08T13:00:00Z', lastEnd: '2017-05-11T20:00:00Z' },
      { ...event, slug: 'x', title: hostile, sessions: 1, firstStart: null, lastEnd: null },
    ],
    recent: [{ name: 'a b', title: 'Yesterday’s notes', changedAt: '2017-05-10T18:40:00Z' }],
  },
  agenda: {
    ...base,
    page: 'agenda',
    mayManage: false,
    event,
    sessions: [
      at('14:40', '15:20', 'Hynes 102', { title: 'Telecom/NFV', people: ['Curtis'], pad: 'nfv', sampleTime: true }),
      at('15:30', '16:00', 'Hynes 101', { title: 'ONAP', state: 'cancelled' }),
      aSession({ title: hostile }),
    ],
  },
  pad: {
    ...base,
    page: 'pad',
    pad: padNamed('nfv'),
    facts: null,
    html: '<p>Goals of today</p>',
    epoch: 1,
    schemaVersion: 1,
    role: 'editor',
    authorsShown: 'margin',
  },
  projector: {
    ...base,
    page: 'projector',
    pad: padNamed('nfv'),
    facts: null,
    html: '<p>Goals of today</p>',
    epoch: 1,
    schemaVersion: 1,
    role: 'reader',
    authorsShown: 'margin',
  },
  timeslider: aTimeslider(base, hostile),
  'no-such-pad': {
    ...base,
    page: 'no-such-pad',
    name: hostile,
    creatable: 'nvf',
    nearest: [{ name: 'nfv', title: 'Telecom/NFV', changedAt: null }],
    onNow: [{ title: 'Helm', start: null, end: null, room: 'Hynes 101', pad: 'helm' }],
  },
  manage: {
    ...base,
    page: 'manage',
    event,
    mayImport: true,
    hoursAfterEnd: 5,
    audit: {
      entries: [
        {
          ...{ id: 3, at: base.now, act: 'link-made', pad: 'nfv', person: 'ana', name: hostile, role: 'moderator' },
          about: hostile,
        },
      ],
      next: 3,
    },
    sessions: [at('09:00', '09:40', 'Hynes 102', { title: hostile })],
  },
  imports: { ...base, page: 'imports', event, proposed: 'https://example.org/a.ics?a="><b>' },
  'new-event': { ...base, page: 'new-event' },
  search: {
    ...base,
    page: 'search',
    ...{ q: hostile, event: 'bos', day: null, track: null, room: hostile, person: null },
    events: [{ slug: 'bos', title: hostile }],
    outcome: {
      is: 'found',
      results: {
        ...{ total: 2, page: 1, pages: 1 },
        pads: [
          {
            ...{ pad: 'nfv', title: hostile, titleFound: [[0, 4]], changedAt: null, moreLines: 2 },
            session: { event, start: base.now, end: null, room: hostile, people: [] },
            passages: [
              { in: 'notes', line: 'line-1-2-x', text: hostile, found: [[5, 8]] },
              { in: 'chat', message: 1, by: hostile, at: base.now, text: hostile, found: [] },
            ],
          },
        ],
      },
    },
  },
  join: { ...base, page: 'join', person: { id: 'other', name: hostile, hue: 1 } },
  changes: {
    ...base,
    page: 'changes',
    pad: padNamed('nfv'),
    facts: null,
    from: { revision: 1, at: '2017-05-10T18:40:00Z' },
    to: { revision: 2, at: '2017-05-10T18:45:00Z' },
    changers: [{ person: { ...me, name: hostile }, places: 2 }],
    only: null,
    left: { shared: 1, already: 2 },
    places: 2,
    html: '<p>we meet on <del>Monday</del><ins>Tuesday</ins></p>',
    role: 'moderator',
  },
  offline: { ...base, page: 'offline' },
  error: { ...base, page: 'error', status: 429, title: 'Too many requests', detail: 'Wait a minute.' },
}

const open = async (data: PageData) => {
  const html = await renderPage(data)
  const { document } = new Window()
  document.write(html)
  return { html, document, text: document.getElementById('root')?.textContent ?? '' }
}

describe.each(Object.values(pages))('the page $page', (data) => {
  test('is a whole document that the Content-Security-Policy lets through', async () => {
    const { html, document } = await open(data)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/)
    expect(document.querySelectorAll('style, [style], img')).toHaveLength(0)
    const inline = [...document.querySelectorAll('script:not([src])')].map((script) => script.getAttribute('type'))
    expect(inline).toEqual(document.querySelector('script[src]') ? ['application/json'] : [])
    expect(
      [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
    ).toEqual([])
  })

  test('has one main part, one first heading, and a title', async () => {
    const { document } = await open(data)
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title).toMatch(/Forumpad$/)
  })

  test('gives every control a name', async () => {
    const { document } = await open(data)
    for (const control of document.querySelectorAll('input:not([type=hidden]), select, textarea')) {
      const label = control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`)
      expect(label?.textContent).toBeTruthy()
    }
    for (const pressed of document.querySelectorAll('button, a')) {
      expect(pressed.getAttribute('aria-label') || pressed.textContent).toBeTruthy()
    }
  })
})

test('home reads without script: a field, the events, recent pads', async () => {
  const { document, text } = await open(pages.home)
  expect(document.querySelector('main form')?.getAttribute('action')).toBe('/open')
  expect(text).toContain('8–11 May 2017')
  expect(text).toContain('21 sessions')
  expect(text).toContain('10 min ago')
  expect(document.querySelector('a[href="/p/a%20b"]')?.textContent).toContain('Yesterday’s notes')
})

test('an agenda reads without script: days, times, rooms, people, states', async () => {
  const { document, text } = await open(pages.agenda)
  const cell = document.querySelector('a[href="/p/nfv"]')?.closest('article')
  expect(cell?.textContent).toContain('sample time 14:40–15:20')
  expect(cell?.textContent).toContain('now')
  expect(cell?.textContent).toContain('Hynes 102')
  expect(cell?.textContent).toContain('Curtis')
  expect(text).toContain('Wed 10 May today')
  expect(text).toContain('Cancelled')
  expect(text).toContain('Without a time yet')
})

test('an unknown pad offers what was meant, what is on now, and a button that posts', async () => {
  const { document, text } = await open(pages['no-such-pad'])
  expect(text).toContain(hostile)
  expect(document.querySelector('a[href="/p/nfv"]')).not.toBeNull()
  expect(document.querySelector('a[href="/p/helm"]')).not.toBeNull()
  const form = document.querySelector('main form')
  expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['post', '/p/nvf'])
})

test('a name of which no pad can be made gets no button', async () => {
  const { document } = await open({ ...pages['no-such-pad'], creatable: null } as PageData)
  expect(document.querySelector('main form')).toBeNull()
})

test('a pad’s text is in the page that the server sends', async () => {
  expect((await open(pages.pad)).text).toContain('Goals of today')
})

test('changes are whole without any script: what came and went, by whom, and for moderators the way back', async () => {
  const { document, text } = await open(pages.changes)
  expect(document.querySelectorAll('script')).toHaveLength(0)
  expect(text).toContain('What changed from revision 1 (Wed 10 May 2017, 18:40 UTC) to revision 2')
  expect(text).toContain('we meet on MondayTuesday')
  expect(document.querySelector('.changers a[href*="author=me"]')?.textContent).toBe(`${hostile} 2`)
  const actions = [...document.querySelectorAll('form[method="post"]')].map((form) => form.getAttribute('action'))
  expect(actions).toEqual(['/p/nfv/restore/1', '/p/nfv/restore/2'])
  const reader = await open({ ...pages.changes, role: 'editor' } as PageData)
  expect(reader.document.querySelectorAll('form[method="post"]')).toHaveLength(0)
})

test('minutes are whole without any script: facts, outcomes, who was there, who wrote', async () => {
  const { document, text } = await open(pages.review)
  expect(document.querySelectorAll('script')).toHaveLength(0)
  expect(text).toContain('Wed 10 May 2017, 14:40–15:20 EDT')
  expect(text).toContain('Present' + 'Ana Castro (Bell Labs)')
  expect(text).toContain('In review: open for corrections, and frozen by itself Thu 11 May 2017, 14:50 EDT.')
  expect(document.querySelector('a[href="#line-1-2"]')?.textContent).toContain('Ben to ask')
  expect(text).toContain('due 1 Jun 2017')
  expect(text).toContain('62 %')
  expect(text).toContain('Goals of today')
})

test('a page speaks another language, from its right side where it is read from there', async () => {
  const german = await open({ ...pages.agenda, language: 'de' } as PageData)
  expect(german.html).toContain('<html lang="de" dir="ltr">')
  expect(german.text).toContain('ungefähre Zeit 14:40–15:20')
  expect(german.text).toContain('Mi., 10. Mai heute')
  const arabic = await open({ ...pages.home, language: 'ar', theme: 'dark' } as PageData)
  expect(arabic.html).toContain('<html lang="ar" dir="rtl" data-theme="dark">')
  expect(arabic.text).toContain('8–11 مايو 2017')
  expect(arabic.text).toContain('21 جلسة')
})

test('a page without script speaks it too', async () => {
  const { html, text, document } = await open({ ...pages.review, language: 'de' } as PageData)
  expect(html).toContain('<html lang="de" dir="ltr">')
  expect(document.title).toMatch(/^Protokoll · /)
  expect(text).toContain('fällig 1. Juni 2017')
})

test('what the server says is said in the language too, and a title that somebody chose stays', async () => {
  const error = { ...base, page: 'error', status: 404, language: 'de' } as const
  const missing = await open({ ...error, title: 'Not Found', detail: 'There is no event "Not Found".' })
  expect(missing.text).toContain('Nicht gefunden')
  expect(missing.text).toContain('Es gibt keine Veranstaltung „Not Found“.')
  const closed = await open({ ...error, title: 'Questions', detail: 'Nobody knows why.' })
  expect(closed.text).toContain('QuestionsNobody knows why.')
})
