import type { PageData } from '@forumpad/api'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { renderPage } from '../entry-server.tsx'
import { eventPages, hostile } from './testing/event-pages.ts'

const open = async (data: PageData) => {
  const html = await renderPage(data)
  const { document } = new Window()
  document.write(html)
  return { html, document, text: document.getElementById('root')?.textContent ?? '' }
}

test('a shared agenda reads without script: clashes, and the way to both pads', async () => {
  const { document, text } = await open(eventPages['my-agenda'])
  expect(text).toContain(`Clashes with ${hostile}`)
  expect(document.querySelector('a[href="/e/bos/both?one=nfv&other=helm"]')).not.toBeNull()
})

test('a board without script looks again by itself, and its filters are a form', async () => {
  const { html, document, text } = await open(eventPages.now)
  expect(html).toContain('<noscript><meta http-equiv="refresh" content="30"></noscript>')
  expect(document.querySelector('main form')?.getAttribute('action')).toBe('/e/bos/now')
  expect(text).toContain(`Now: ${hostile}`)
  expect(text).toContain('10 minutes late')
})
