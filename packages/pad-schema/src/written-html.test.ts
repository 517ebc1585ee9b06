import { expect, test } from 'vitest'
import type { Block } from './document.ts'
import { line } from './line.ts'
import { writtenBlockHtml } from './out/written-html.ts'

const by = (from: number, to: number, name: string) => ({ from, to, attributes: { 'data-by': name } })

test('who wrote what stands inside of marks and never parts the words of others', () => {
  const block = line('text', [
    { type: 'text', text: 'a<b', marks: {} },
    { type: 'hardBreak' },
    { type: 'text', text: 'cd', marks: { bold: true } },
  ])
  const html = writtenBlockHtml(block, {}, [[by(1, 5, 'ada'), by(5, 6, 'grace')]], { 'data-hue': '3' })
  expect(html).toBe(
    '<p data-kind="text" data-level="0" dir="auto" data-hue="3">a<span data-by="ada">&lt;b</span><br>' +
      '<strong><span data-by="ada">c</span><span data-by="grace">d</span></strong></p>',
  )
})

test('in tables each cell has its own words', () => {
  const block: Block = { type: 'table', header: false, rows: [[[line('text', 'one')], [line('text', 'two')]]] }
  const html = writtenBlockHtml(block, {}, [[by(0, 3, 'ada')], [by(0, 1, 'grace')]], {})
  expect(html).toContain('<span data-by="ada">one</span>')
  expect(html).toContain('<span data-by="grace">t</span>wo')
})
