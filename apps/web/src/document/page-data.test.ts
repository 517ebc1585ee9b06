import type { PageData } from '@forumpad/api'
import { Window } from 'happy-dom'
import { expect, test } from 'vitest'
import { pageDataElement, readPageData } from './page-data.ts'

const hostile = '</script><script>alert(1)</script><!-- \u2028 \u2029 & "quotes"'
const data: PageData = {
  page: 'error',
  me: { id: 'a', name: hostile, hue: 1 },
  now: '2017-05-10T18:40:00Z',
  theme: 'auto',
  language: 'en',
  status: 500,
  title: hostile,
  detail: '',
}

test('no text can end the element that holds the data', () => {
  const html = pageDataElement(data)
  expect(html.match(/<\/?script|<!--/g)).toEqual(['<script', '</script'])
  expect(html).not.toMatch(/[\u2028\u2029]/)
})

test('what the server wrote is what the browser reads', () => {
  const { document } = new Window()
  document.body.innerHTML = pageDataElement(data)
  expect(readPageData(document as unknown as Document)).toEqual(data)
})

test('a page without data says so', () => {
  const { document } = new Window()
  expect(() => readPageData(document as unknown as Document)).toThrow('no #page-data')
})

test('a pad’s text goes into the page once, and is read from where it stands', () => {
  const pad: PageData = {
    page: 'pad',
    me: data.me,
    now: data.now,
    theme: 'auto',
    language: 'en',
    pad: {
      name: 'nfv',
      title: 'NFV',
      url: '/p/nfv',
      revision: 1,
      words: 1,
      createdAt: data.now,
      changedAt: null,
      frozenAt: null,
    },
    facts: null,
    html: '<p>Hello &amp; welcome</p>',
    epoch: 1,
    schemaVersion: 1,
    role: 'editor',
    authorsShown: 'margin',
  }
  const element = pageDataElement(pad)
  expect(element).not.toContain('welcome')
  const { document } = new Window()
  document.body.innerHTML = `<div class="pad-text">${pad.html}</div>${element}`
  expect(readPageData(document as unknown as Document)).toEqual(pad)
})
