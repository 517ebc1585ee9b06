import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { agendaOf, HOSTILE, listed } from '../testing/full-session.ts'
import { padsCsv } from './csv-table.ts'
import { padsHtml } from './html-table.ts'
import { padsMarkdown } from './markdown-table.ts'
import { whole } from './pieces.ts'
import { padsWiki } from './wiki-table.ts'

const calm = agendaOf(
  listed('Telecom and NFV', { words: 12 }),
  listed('Fog', { start: null, end: null, room: null, state: 'cancelled' }),
)
const hostile = agendaOf(listed(HOSTILE, { room: HOSTILE, track: HOSTILE, people: [HOSTILE] }), listed('After it'))

test('Markdown: a table with a line for each session', () => {
  expect(whole(padsMarkdown(calm))).toBe(
    [
      '| Day | Time | Room | Session | Notes | State |',
      '| --- | --- | --- | --- | --- | --- |',
      '| 2017-05-10 | 14:40–15:20 | Hynes 102 | Telecom and NFV | [notes](https://pads.example.org/p/one) | 12 words |',
      '|  |  |  | Fog | [notes](https://pads.example.org/p/one) | cancelled |',
      '',
    ].join('\n'),
  )
})

test('MediaWiki: a sortable table between comments', () => {
  expect(whole(padsWiki(calm)).split('\n').slice(0, 5)).toEqual([
    '<!-- notes: begin -->',
    '{| class="wikitable sortable"',
    '! Day !! Time !! Room !! Session !! Notes !! State',
    '|-',
    '| 2017-05-10 || 14:40–15:20 || Hynes 102 || Telecom and NFV || [https://pads.example.org/p/one notes] || 12 words',
  ])
})

test('CSV: instants, and nothing that a spreadsheet takes for a formula', () => {
  const rows = parse(whole(padsCsv(hostile)), { bom: true, columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatchObject({ Title: `'${HOSTILE}`, Room: `'${HOSTILE}`, Notes: 'https://pads.example.org/p/one' })
  expect(rows[1]).toMatchObject({ Date: '2017-05-10', Start: '2017-05-10T18:40:00Z', Title: 'After it' })
  for (const begin of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1', '\r=1']) {
    const [row] = parse(whole(padsCsv(agendaOf(listed(begin)))), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    expect(row?.Title).toBe(`'${begin}`)
  }
})

test('no title leaves its cell or does anything in it', () => {
  const wiki = whole(padsWiki(hostile))
  expect(wiki.split('\n').filter((line) => line === '|-')).toHaveLength(2)
  const [, row = ''] = wiki.split('|-\n')
  expect(row.split(' || ')).toHaveLength(6)
  expect(row.replaceAll('[https://pads.example.org/p/one notes]', '')).not.toMatch(/[[\]{}<>~'_]|&(?!#\d+;)/)

  const markdown = whole(padsMarkdown(hostile)).split('\n')
  expect(markdown).toHaveLength(5)
  expect(markdown[2]?.match(/(?<!\\)\|/g)).toHaveLength(7)
  expect(markdown[2]).not.toMatch(/[<>]|(?<!\\)[`*_]|(?<!\\)\[(?!notes)/)

  const html = whole(padsHtml(hostile))
  expect(html.match(/<(?!\/?(table|caption|thead|tbody|tr|th|td|a)\b)/g)).toBeNull()
  expect(html.match(/<tr>/g)).toHaveLength(3)
})

test('an address stays in its place', () => {
  const odd = agendaOf(listed('One', { url: "https://pads.example.org/p/a'')_[x]~~~~|b\"><script>" }))
  expect(whole(padsWiki(odd))).toContain(
    '[https://pads.example.org/p/a%27%27)%5F%5Bx%5D%7E%7E%7E%7E%7Cb%22%3E%3Cscript%3E notes]',
  )
  expect(whole(padsMarkdown(odd))).toContain(
    '](https://pads.example.org/p/a%27%27%29%5F%5Bx%5D~~~~%7Cb%22%3E%3Cscript%3E)',
  )
  expect(whole(padsHtml(odd))).not.toContain('<script>')
})
