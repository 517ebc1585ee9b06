import { expect, test } from 'vitest'
import type { Inline, PadDocument } from './document.ts'
import { line } from './line.ts'
import { linksOf, withoutLinks } from './links.ts'

const link = (text: string, href: string): Inline => ({ type: 'text', text, marks: { bold: true, link: { href } } })
const bold = (text: string): Inline => ({ type: 'text', text, marks: { bold: true } })
const [one, two] = ['https://one.example', 'https://two.example']
const pad = (first: Inline, second: Inline): PadDocument => ({
  blocks: [
    line('text', [bold('see '), first, { type: 'hardBreak' }]),
    { type: 'rule' },
    { type: 'table', header: false, rows: [[[line('text', [second])]]] },
  ],
})

test('the links of a document are found in lines and tables, and what is held leaves its words', () => {
  const document = pad(link('one', one), link('two', two))
  expect([...linksOf(document)]).toEqual([one, two])
  expect(withoutLinks(document, (href) => href === two)).toEqual(pad(link('one', one), bold('two')))
  expect(withoutLinks(document, () => true)).toEqual(pad(bold('one'), bold('two')))
  expect(withoutLinks(document, () => false).blocks[0]).toBe(document.blocks[0])
})
