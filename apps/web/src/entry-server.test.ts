import type { PageData } from '@forumpad/api'
import { Window } from 'happy-dom'
import { describe, expect, test } from 'vitest'
import { aSession, at } from './agenda/testing/a-session.ts'
import { renderPage } from './entry-server.tsx'

const me = { id: 'me', name: 'Ana Castro', hue: 3 }
const base = { me, now: '2017-05-10T18:50:00Z', theme: 'auto' as const }
const event = { slug: 'bos', title: 'Forum Boston', timeZone: 'America/New_York' }
const hostile = '<img src=x onerror=alert(1)> & "co"'

const pages: Record<PageData['page'], PageData> = {
  home: {
    ...base,
    page: 'home',
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
    pad: {
      name: 'nfv',
      title: 'Telecom/NFV',
      url: 'http://x/p/nfv',
      revision: 3,
      words: 2,
      createdAt: base.now,
      changedAt: null,
      frozenAt: null,
    },
    facts: null,
    html: '<p>Goals of today</p>',
    epoch: 1,
    schemaVersion: 1,
    role: 'editor',
  },
  'no-such-pad': {
    ...base,
    page: 'no-such-pad',
    name: hostile,
    creatable: 'nvf',
    nearest: [{ name: 'nfv', title: 'Telecom/NFV', changedAt: null }],
    onNow: [{ title: 'Helm', start: null, end: null, room: 'Hynes 101', pad: 'helm' }],
  },
  manage: { ...base, page: 'manage', event, sessions: [at('09:00', '09:40', 'Hynes 102', { title: hostile })] },
  offline: { ...base, page: 'offline' },
  error: { ...base, page: 'error', status: 429, title: 'Too many requests', detail: 'Wait a minute.' },
}

const open = (data: PageData) => {
  const html = renderPage(data)
  const { document } = new Window()
  document.write(html)
  return { html, document, text: document.getElementById('root')?.textContent ?? '' }
}

describe.each(Object.values(pages))('the page $page', (data) => {
  test('is a whole document that the Content-Security-Policy lets through', () => {
    const { html, document } = open(data)
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(document.querySelectorAll('style, [style], img')).toHaveLength(0)
    const inline = [...document.querySelectorAll('script:not([src])')].map((script) => script.getAttribute('type'))
    expect(inline).toEqual(['application/json'])
    expect(
      [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
    ).toEqual([])
  })

  test('has one main part, one first heading, and a title', () => {
    const { document } = open(data)
    expect(document.querySelectorAll('main')).toHaveLength(1)
    expect(document.querySelectorAll('h1')).toHaveLength(1)
    expect(document.title).toMatch(/Forumpad$/)
  })

  test('gives every control a name', () => {
    const { document } = open(data)
    for (const control of document.querySelectorAll('input, select')) {
      const label = control.closest('label') ?? document.querySelector(`label[for="${control.id}"]`)
      expect(label?.textContent).toBeTruthy()
    }
    for (const pressed of document.querySelectorAll('button, a')) {
      expect(pressed.getAttribute('aria-label') || pressed.textContent).toBeTruthy()
    }
  })
})

test('home reads without script: a field, the events, recent pads', () => {
  const { document, text } = open(pages.home)
  expect(document.querySelector('form')?.getAttribute('action')).toBe('/open')
  expect(text).toContain('8–11 May 2017')
  expect(text).toContain('21 sessions')
  expect(text).toContain('10 min ago')
  expect(document.querySelector('a[href="/p/a%20b"]')?.textContent).toContain('Yesterday’s notes')
})

test('an agenda reads without script: days, times, rooms, people, states', () => {
  const { document, text } = open(pages.agenda)
  const cell = document.querySelector('a[href="/p/nfv"]')?.closest('article')
  expect(cell?.textContent).toContain('sample time 14:40–15:20')
  expect(cell?.textContent).toContain('now')
  expect(cell?.textContent).toContain('Hynes 102')
  expect(cell?.textContent).toContain('Curtis')
  expect(text).toContain('Wed 10 May today')
  expect(text).toContain('Cancelled')
  expect(text).toContain('Without a time yet')
})

test('an unknown pad offers what was meant, what is on now, and a button that posts', () => {
  const { document, text } = open(pages['no-such-pad'])
  expect(text).toContain(hostile)
  expect(document.querySelector('a[href="/p/nfv"]')).not.toBeNull()
  expect(document.querySelector('a[href="/p/helm"]')).not.toBeNull()
  const form = document.querySelector('form')
  expect([form?.getAttribute('method'), form?.getAttribute('action')]).toEqual(['post', '/p/nvf'])
})

test('a name of which no pad can be made gets no button', () => {
  expect(open({ ...pages['no-such-pad'], creatable: null } as PageData).document.querySelector('form')).toBeNull()
})

test('a pad’s text is in the page that the server sends', () => {
  expect(open(pages.pad).text).toContain('Goals of today')
})
