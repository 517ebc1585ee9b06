import type { CommentThread } from '@forumpad/api'
import { markdownToDocument } from '@forumpad/pad-schema'
import { expect, it } from 'vitest'
import { commentsHtml } from './comments-html.ts'
import { minutesHtml } from './minutes-html.ts'

const hostile = '<img src=x onerror=alert(1)>'
const thread: CommentThread = {
  quote: hostile,
  settledBy: hostile,
  entries: [
    { person: { id: 'ada', name: hostile, hue: 3 }, at: '2017-05-10T18:40:00.000Z', text: hostile },
    { person: { id: 'ben', name: 'Ben', hue: 4 }, at: '2017-05-10T18:41:00.000Z', text: null },
  ],
}

it('says what was said about a line, by whom and when, and lets nobody write HTML', () => {
  const html = commentsHtml([thread], 'America/New_York')
  expect(html).not.toContain('<img')
  expect(html).toContain('Wed 10 May 2017, 14:40 EDT')
  expect(html).toContain('<span data-said dir="auto">Deleted</span>')
  // It stands in paragraphs, which hold nothing but phrases.
  expect([...html.matchAll(/<(\w+)/g)].every(([, name]) => ['span', 'q', 'time'].includes(name ?? ''))).toBe(true)
})

it('stands beside lines of all kinds, behind their words', () => {
  const document = markdownToDocument('# One\n\ntwo\n\n- three\n    - four\n\n> five\n\n```\nsix\n```\n')
  const lines = document.blocks.map((_, index) => ({ name: `line-1-${index}`, by: new Map<string, number>() }))
  const html = minutesHtml({ document, lines }, new Map(), (index) => `<span>beside ${index}</span>`)
  const words = ['One', 'two', 'three', 'four', 'five', 'six']
  expect(document.blocks).toHaveLength(words.length)
  for (const [index, word] of words.entries()) {
    expect(html.split(`<span>beside ${index}</span>`)).toHaveLength(2)
    expect(html.indexOf(`beside ${index}`)).toBeGreaterThan(html.indexOf(word))
  }
})
