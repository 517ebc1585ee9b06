// @vitest-environment happy-dom
import type { AgendaData, SessionWithActivity } from '@forumpad/api'
import { act } from 'react'
import { hydrateRoot, type Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FirstMoment } from '../ui/use-now.tsx'
import { Agenda } from './agenda.tsx'
import { at } from './testing/a-session.ts'

const now = '2017-05-10T18:50:00Z'
const ana = { id: 'ana', name: 'Ana Castro', hue: 3 }
const nfv = at('14:40', '15:20', 'Hynes 102', { title: 'Telecom/NFV', people: ['Curtis Collicutt'] })
const helm = at('14:40', '16:10', 'Hynes 101', { title: 'OpenStack Helm' })

let page: Root
let complaints: unknown[]

/** What the server answers from now on; an agenda, or nothing because the line is dead. */
const serverSays = (sessions: SessionWithActivity[] | null) =>
  vi.stubGlobal('fetch', async () => {
    if (sessions === null) throw new TypeError('The line is dead.')
    return Response.json(sessions)
  })
const passes = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))
const shown = () => [...document.querySelectorAll('h3')].map((title) => title.textContent)
const text = () => document.body.textContent ?? ''

/** The browser takes over what the server has rendered. */
const open = (sessions: SessionWithActivity[]) => {
  const data: AgendaData = {
    page: 'agenda',
    mayManage: false,
    event: { slug: 'bos', title: 'Boston', timeZone: 'America/New_York' },
    sessions,
  }
  const tree = (
    <FirstMoment value={now}>
      <Agenda data={data} />
    </FirstMoment>
  )
  document.body.innerHTML = `<div id="root">${renderToString(tree)}</div>`
  const root = document.getElementById('root') as HTMLElement
  return act(() => {
    page = hydrateRoot(root, tree, { onRecoverableError: (error) => complaints.push(error) })
  })
}

const types = (words: string) =>
  act(() => {
    const field = document.querySelector('input[type=search]') as HTMLInputElement
    // React listens for a change that did not come from itself: set the value past its own setter.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
  vi.useFakeTimers({ now: Date.parse(now) })
  complaints = []
  serverSays([nfv, helm])
})

afterEach(() => {
  act(() => page.unmount())
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('the browser takes over the server’s agenda without a difference', async () => {
  await open([nfv, helm])
  expect(complaints).toEqual([])
  expect(shown()).toEqual(['OpenStack Helm', 'Telecom/NFV'])
})

test('typing finds sessions, and says how many', async () => {
  await open([nfv, helm])
  await types('collicutt')
  expect(shown()).toEqual(['Telecom/NFV'])
  expect(text()).toContain('1 of 2')
})

test('when nothing matches, one button shows all again', async () => {
  await open([nfv, helm])
  await types('gardening')
  expect(text()).toContain('No session matches.')
  await act(() =>
    [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Show all sessions')?.click(),
  )
  expect(shown()).toHaveLength(2)
})

test('within ten seconds the page shows who came into a pad and how much is written', async () => {
  await open([nfv])
  const busy = { ...nfv, activity: { words: 312, revisions: 40, changedAt: now, present: [ana], presentCount: 9 } }
  serverSays([busy])
  await passes(10_500)
  expect(text()).toContain('312 words')
  expect(document.querySelector('[aria-label="Ana Castro"]')?.textContent).toBe('AC')
  expect(text()).toContain('+8')
})

test('a dead line is told, and what was there stays', async () => {
  await open([nfv])
  serverSays(null)
  await passes(10_500)
  expect(text()).toContain('Not connected.')
  expect(shown()).toEqual(['Telecom/NFV'])
  serverSays([nfv])
  await passes(10_500)
  expect(text()).not.toContain('Not connected.')
})

test('a session that ends is no longer called on now', async () => {
  serverSays([nfv])
  await open([nfv])
  expect(document.querySelector('a[href="#now"]')).not.toBeNull()
  await passes(31 * 60_000)
  expect(document.querySelector('a[href="#now"]')).toBeNull()
})
