import type { PageData } from '@forumpad/api'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { renderPage } from '../entry-server.tsx'
import { hostile, recordPages as pages } from './testing/record-pages.ts'

const open = async (data: PageData) => {
  const { document } = new Window()
  document.write(await renderPage(data))
  return { document, text: document.getElementById('root')?.textContent ?? '' }
}

test('outcomes read and tick without script: words that lead to their line, a box that is a form, what is late', async () => {
  const { document, text } = await open(pages.outcomes)
  const line = document.querySelector('a[href="/p/nfv#line-1-2-ask"]')
  expect(line?.textContent).toBe(hostile)
  expect(text).toContain('due Mon 1 May, overdue')
  const form = document.querySelector('form[method="post"]')
  const back = encodeURIComponent(`/e/bos/outcomes?${new URLSearchParams({ tag: hostile })}`)
  expect(form?.getAttribute('action')).toBe(`/p/nfv/outcomes/line-1-2-ask/done?back=${back}`)
  expect(form?.querySelector('[role="checkbox"]')?.getAttribute('aria-checked')).toBe('false')
  expect(document.querySelector('select[name="tag"]')?.textContent).toContain(hostile)
})

test('a report tells in words what there is, who wrote, and which pads are empty', async () => {
  const { document, text } = await open(pages.report)
  expect(text).toContain('2 sessions')
  expect(text).toContain('1 pad is closed to you')
  expect(text).toContain('62 %')
  expect(document.querySelector('a[href="/p/helm"]')?.textContent).toBe(hostile)
})
