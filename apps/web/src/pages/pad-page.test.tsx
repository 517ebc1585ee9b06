// @vitest-environment happy-dom
import type { PadData, PageData, SessionFacts } from '@forumpad/api'
import { SCHEMA_VERSION } from '@forumpad/pad-schema'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { PadPage } from './pad-page.tsx'

const facts: SessionFacts = {
  event: { slug: 'boston', title: 'Boston', timeZone: 'America/New_York' },
  session: {
    id: '1',
    event: 'boston',
    title: 'Telecom/NFV',
    description: 'For operators.',
    start: '2017-05-10T18:40:00Z',
    end: '2017-05-10T19:20:00Z',
    sampleTime: true,
    room: 'Hynes 102',
    track: 'Forum',
    people: ['Ana', 'Ben'],
    url: 'https://example.org/1',
    state: 'cancelled',
    pad: 'nfv',
  },
  previous: { title: 'Zones', start: '2017-05-10T17:50:00Z', end: null, room: 'Hynes 102', pad: 'zones' },
  next: null,
  clashes: [{ title: 'Helm', start: '2017-05-10T18:40:00Z', end: null, room: 'Hynes 104', pad: 'helm' }],
}

function pageData(change: Partial<PadData> = {}): PageData & PadData {
  return {
    page: 'pad',
    me: { id: 'ada', name: 'Ada', hue: 3 },
    now: '2017-05-10T18:50:00Z',
    theme: 'auto',
    language: 'en',
    pad: {
      name: 'nfv',
      title: 'nfv',
      url: 'http://x/p/nfv',
      revision: 3,
      words: 2,
      createdAt: '2017-05-01T00:00:00Z',
      changedAt: null,
      frozenAt: null,
    },
    facts,
    html: '<p data-kind="text" data-level="0" dir="auto">Hello there</p>',
    epoch: 1,
    schemaVersion: SCHEMA_VERSION,
    role: 'editor',
    authorsShown: 'margin',
    ...change,
  }
}

describe('the pad’s page', () => {
  it('holds the facts and the text before any script has run', () => {
    const html = renderToString(<PadPage data={pageData()} />)
    const text = html
      .replaceAll('<!-- -->', '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    for (const words of [
      'Telecom/NFV',
      'Wed 10 May',
      '14:40–15:20',
      'sample time',
      'Hynes 102',
      'Forum',
      'Ben',
      'Hello there',
    ]) {
      expect(text).toContain(words)
    }
    expect(text).toContain('This session is cancelled.')
    for (const way of ['/e/boston', '/e/boston#day-2017-05-10', '/p/zones', '/p/helm', 'https://example.org/1']) {
      expect(html).toContain(`href="${way}"`)
    }
  })

  it('has no style attribute, which the Content-Security-Policy would forbid', () => {
    expect(renderToString(<PadPage data={pageData()} />)).not.toContain('style=')
  })

  it('shows a free-standing pad with its title only', () => {
    const html = renderToString(<PadPage data={pageData({ facts: null })} />)
    expect(html).toMatch(/<h1[^>]*>nfv<\/h1>/)
  })

  it('of a frozen pad says so before any script has run', () => {
    const { pad, ...rest } = pageData()
    const frozen = { ...rest, pad: { ...pad, frozenAt: '2017-05-10T19:40:00Z' } }
    const html = renderToString(<PadPage data={frozen} />)
    expect(html).toMatch(/role="status"[^>]*>(<[^>]*>)*Frozen</)
    expect(html).toContain('This pad is frozen. Ask the moderator to reopen it.')
  })

  it('of a reader says so before any script has run', () => {
    const html = renderToString(<PadPage data={pageData({ role: 'reader' })} />)
    expect(html).toMatch(/role="status"[^>]*>(<[^>]*>)*Reading only</)
    expect(html).toContain('You may read this pad, not write in it.')
    expect(html).not.toMatch(/>Share</)
    expect(renderToString(<PadPage data={pageData({ role: 'moderator' })} />)).toMatch(/>Share</)
  })

  it('offers organisers, and nobody else, to freeze the pad or to reopen it', () => {
    const { pad } = pageData()
    const frozen = { ...pad, frozenAt: '2017-05-10T19:40:00Z' }
    expect(renderToString(<PadPage data={pageData({ role: 'moderator' })} />)).toContain('Freeze this pad')
    expect(renderToString(<PadPage data={pageData({ role: 'moderator', pad: frozen })} />)).toContain('Reopen this pad')
    expect(renderToString(<PadPage data={pageData()} />)).not.toMatch(/Freeze this pad|Reopen this pad/)
  })

  it('of another schema keeps the text, asks to reload, and touches neither the storage nor the server', async () => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true)
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        observe() {}
        disconnect() {}
      },
    )
    const touched: string[] = []
    vi.stubGlobal('indexedDB', { open: (name: string) => touched.push(name) })
    vi.stubGlobal('WebSocket', function socket(url: string) {
      touched.push(url)
    })
    const place = document.body.appendChild(document.createElement('div'))
    const root = createRoot(place)
    await act(() => root.render(<PadPage data={pageData({ schemaVersion: SCHEMA_VERSION + 1 })} />))
    await vi.dynamicImportSettled()
    expect(place.textContent).toContain('This page is older than the server. Reload to write.')
    expect(place.textContent).toContain('Hello there')
    expect(place.querySelector('[contenteditable="true"]')).toBeNull()
    expect(touched).toEqual([])
    await act(() => root.unmount())
    vi.unstubAllGlobals()
  })
})
