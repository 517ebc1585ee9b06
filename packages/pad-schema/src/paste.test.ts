import { describe, expect, test } from 'vitest'
import { line } from './line.ts'
import { meet, twoPeople } from './testing/two-people.ts'

const pad = { blocks: [line('text', 'first line'), line('bullet', 'second line'), line('text')] }

describe('pasting', () => {
  test('words stay within the line', () => {
    const { ada } = twoPeople(pad)
    const element = ada.line('second')
    ada.goesTo('second', 6).pastes({ html: '<span>, the <b>bold</b></span>' })
    expect(ada.text).toBe('first line\n* second, the bold line')
    expect(ada.line('second')).toBe(element)
  })

  test('a nested list fills the empty line and goes on below', () => {
    const { ada } = twoPeople(pad)
    ada.editor.commands.focus('end')
    ada.pastes({ html: '<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>' }).types('!')
    expect(ada.text).toBe('first line\n* second line\n* a\n  1. b\n* c!')
  })

  test('lines in the middle of a line: what follows goes on behind them', () => {
    const { ada } = twoPeople(pad)
    const element = ada.line('first')
    ada.goesTo('first', 5).pastes({ text: ' one\ntwo' }).types('!')
    expect(ada.text).toBe('first one\ntwo! line\n* second line')
    expect(ada.line('first')).toBe(element)
  })

  test('a list in the middle of a line stands between its halves', () => {
    const { ada } = twoPeople(pad)
    ada.goesTo('first', 5).pastes({ html: '<ul><li>a</li></ul>' })
    expect(ada.text).toBe('first\n* a\n line\n* second line')
  })

  test('plain Markdown becomes what it says; plain text does not', () => {
    const { ada } = twoPeople(pad)
    ada.editor.commands.focus('end')
    ada.pastes({ text: '# Goals\n\n- [x] done **well**' })
    expect(ada.text).toBe('first line\n* second line\nGoals\n[x] done well')
    ada.presses('Enter')
    ada.pastes({ text: 'a * b * c\nd_e_f' })
    expect(ada.text).toContain('a * b * c\nd_e_f')
  })

  test('in code everything is code', () => {
    const { ada } = twoPeople({ blocks: [line('code', 'a')] })
    ada.goesTo('a').pastes({ html: '<b>x</b>', text: '\n# b\n**c**' })
    expect(ada.pad.blocks).toEqual([line('code', 'a'), line('code', '# b'), line('code', '**c**')])
  })

  test('addresses in plain text become links', () => {
    const { ada } = twoPeople(pad)
    ada.goesTo('first').pastes({ text: ' see https://example.org/a.' })
    expect(ada.editor.view.dom.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a')
  })
})

test('what is copied here and pasted here is the same', () => {
  const document = {
    blocks: [
      line('heading', 'h', { level: 2 }),
      line('bullet', 'a', { level: 1 }),
      line('task', 'b', { checked: true }),
      line('code', ' c'),
      line('callout', 'd'),
    ],
  }
  const people = twoPeople(document)
  people.ada.selects('h', 'd')
  const { html, text } = people.ada.copies()
  expect(text).toBe('## h\n\n- - a\n- [x] b\n\n```\n c\n```\n\n> [!NOTE]\n> d')
  const other = twoPeople({ blocks: [line('text')] }).grace
  other.pastes({ html, text })
  expect(other.pad).toEqual(document)
  meet(people)
})

test('words copied out of one line carry no line with them', () => {
  const { ada } = twoPeople(pad)
  ada.selects('second', 'second')
  expect(ada.copies().text).toBe('second line')
  expect(ada.copies().html).toMatch(/^<span data-pm-slice="[^"]*">second line<\/span>$/)
})

describe('a pasted table', () => {
  const rows = 'who | what\nAda | engine\n'
  test.each([
    [
      'of a spreadsheet',
      { html: '<table><tr><td>who</td><td>what</td></tr><tr><td>Ada</td><td>engine</td></tr></table>', text: 'x' },
    ],
    ['divided by tabs', { text: 'who\twhat\nAda\tengine\n' }],
    ['in Markdown', { text: '| who | what |\n|---|---|\n| Ada | engine |' }],
  ])('%s is a table', (_what, data) => {
    const { ada } = twoPeople(pad)
    ada.editor.commands.focus('end')
    ada.pastes(data)
    expect(ada.text).toContain(rows.trim())
    expect(ada.pad.blocks.filter(({ type }) => type === 'table')).toHaveLength(1)
  })

  test('in a cell is its rows as lines: there are no tables within tables', () => {
    const { ada } = twoPeople({
      blocks: [{ type: 'table', header: false, rows: [[[line('text', 'a')], [line('text', 'b')]]] }],
    })
    ada.goesToCell('a').presses('Enter')
    ada.pastes({ text: 'who\twhat\nAda\tengine\n' })
    expect(ada.text).toBe('a / who | what / Ada | engine | b')
  })

  test('is copied as one, a part of it too', () => {
    const { ada } = twoPeople({
      blocks: [
        { type: 'table', header: false, rows: [1, 2].map((n) => [[line('text', `a${n}`)], [line('text', `b${n}`)]]) },
      ],
    })
    expect(ada.selectsCells('a1', 'b1').copies().html).toContain('<tr><td>a1</td><td>b1</td></tr>')
    expect(ada.selectsCells('a1', 'a1').copies()).toMatchObject({ text: 'a1' })
    expect(ada.selectsCells('a1', 'b2').copies().text).toBe('|  |  |\n| --- | --- |\n| a1 | b1 |\n| a2 | b2 |')
  })
})
