import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { PadDocument } from './document.ts'
import { line } from './line.ts'
import { ROOT } from './schema-version.ts'
import { mendDocument } from './yjs/mend-document.ts'
import { readDocument } from './yjs/read-document.ts'
import { documentUpdate } from './yjs/write-document.ts'

/** A server's copy of a pad that is checked after every update, as the live core does it. */
function checkedPad(document: PadDocument = { blocks: [line('text', 'before'), line('text', 'after')] }) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, documentUpdate(document, 1))
  const root = doc.getXmlFragment(ROOT)
  const mends: number[] = []
  doc.on('afterTransaction', (transaction) => {
    if (transaction.origin === 'mend') mends.push(transaction.changed.size)
    else mendDocument(doc, new Set(transaction.changed.keys()) as Set<Y.AbstractType<unknown>>, 'mend')
  })
  mendDocument(doc, new Set([root as unknown as Y.AbstractType<unknown>]), 'mend')
  return { doc, root, mends, blocks: () => readDocument(root).blocks }
}

type Tree = { [name: string]: unknown }

/** `{ heading: ['words'], level: 2 }` as the element a stock editor writes. */
function tree(from: Tree | string): Y.XmlElement | Y.XmlText {
  if (typeof from === 'string') return new Y.XmlText(from)
  const [[name, children] = ['', []], ...attributes] = Object.entries(from)
  const element = new Y.XmlElement(name)
  for (const [key, value] of attributes) element.setAttribute(key, value as string)
  element.insert(0, (children as (Tree | string)[]).map(tree))
  return element
}

const p = (words: string): Tree => ({ paragraph: [words] })

describe('what a stock editor writes becomes lines', () => {
  const cases: [string, Tree, PadDocument['blocks']][] = [
    ['a heading', { heading: ['Goals'], level: 2 }, [line('heading', 'Goals', { level: 2 })]],
    [
      'nested lists',
      {
        bulletList: [
          { listItem: [p('one'), { orderedList: [{ listItem: [p('deep')] }, { listItem: [p('deeper')] }], start: 4 }] },
        ],
      },
      [line('bullet', 'one'), line('number', 'deep', { level: 1, start: 4 }), line('number', 'deeper', { level: 1 })],
    ],
    [
      'tasks',
      { taskList: [{ taskItem: [p('done')], checked: true }, { taskItem: [p('open')] }] },
      [line('task', 'done', { checked: true }), line('task', 'open')],
    ],
    ['a quotation', { blockquote: [p('said'), p('more')] }, [line('quote', 'said'), line('quote', 'more')]],
    ['code', { codeBlock: ['a\nb'], language: 'js' }, [line('code', 'a'), line('code', 'b')]],
    ['a rule', { horizontalRule: [] }, [{ type: 'rule' }]],
    [
      'a table',
      {
        table: [
          { tableRow: [{ tableHeader: [p('a')] }, { tableCell: [p('b')] }] },
          { tableRow: [{ tableCell: [p('c')] }] },
        ],
      },
      [
        {
          type: 'table',
          header: false,
          rows: [
            [[line('text', 'a')], [line('text', 'b')]],
            [[line('text', 'c')], [line('text')]],
          ],
        },
      ],
    ],
    [
      'an image',
      { image: [], src: 'https://example.org/a.png', alt: 'a map' },
      [line('text', [{ type: 'text', text: 'a map', marks: { link: { href: 'https://example.org/a.png' } } }])],
    ],
    ['something never heard of', { widget: [{ part: ['one'] }, 'two'] }, [line('text', 'one'), line('text', 'two')]],
  ]
  test.each(cases)('%s', (_what, element, lines) => {
    const { root, blocks } = checkedPad()
    root.insert(1, [tree(element)])
    expect(blocks()).toEqual([line('text', 'before'), ...lines, line('text', 'after')])
    expect(
      root
        .toArray()
        .every((child) => child instanceof Y.XmlElement && ['paragraph', 'rule', 'table'].includes(child.nodeName)),
    ).toBe(true)
  })
})

test('marks are kept, unknown ones and unsafe links are taken off', () => {
  const { root, blocks } = checkedPad({ blocks: [] })
  const text = new Y.XmlText()
  text.applyDelta([
    { insert: 'a', attributes: { bold: true, 'italic--abcdefgh': {}, highlight: { color: 'red' } } },
    { insert: 'b', attributes: { link: { href: 'javascript:alert(1)' } } },
    { insert: 'c', attributes: { link: { href: 'https://example.org/', target: '_blank', class: null } } },
  ])
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [text])
  root.insert(0, [element])
  expect(blocks()).toEqual([
    line('text', [
      { type: 'text', text: 'a', marks: { bold: true, italic: true } },
      { type: 'text', text: 'b', marks: {} },
      { type: 'text', text: 'c', marks: { link: { href: 'https://example.org/' } } },
    ]),
  ])
  expect(text.toDelta()).toEqual([
    { insert: 'a', attributes: { bold: {}, italic: {} } },
    { insert: 'b' },
    { insert: 'c', attributes: { link: { href: 'https://example.org/' } } },
  ])
})

test('wrong attributes are mended on the element itself', () => {
  const { root, blocks } = checkedPad()
  const [first] = root.toArray() as Y.XmlElement[]
  const id = first?._item?.id
  first?.doc?.transact(() => {
    for (const [name, value] of [
      ['kind', 'marquee'],
      ['level', 99],
      ['checked', 'x'],
      ['start', -1],
      ['onclick', 'alert(1)'],
    ] as const) {
      first.setAttribute(name, value as string)
    }
  })
  expect(blocks()[0]).toEqual(line('text', 'before', { level: 15 }))
  expect(first?.getAttributes()).toEqual({ level: 15 })
  expect(root.get(0)._item?.id).toEqual(id)
})

test('what does not belong into a line becomes words in it, and the line keeps its element', () => {
  const { root, blocks } = checkedPad()
  const first = root.get(0) as Y.XmlElement
  first.push([tree({ mention: ['@ada'] }), tree({ bulletList: [{ listItem: [p('x')] }, { listItem: [p('y')] }] })])
  expect(blocks()[0]).toEqual(
    line('text', [
      { type: 'text', text: 'before@adax', marks: {} },
      { type: 'hardBreak' },
      { type: 'text', text: 'y', marks: {} },
    ]),
  )
  expect(root.get(0)).toBe(first)
})

test('strings, maps, texts and documents that stand where only lines should', () => {
  const { doc, root, blocks } = checkedPad()
  const map = new Y.Map([['a', new Y.Text('in a map')]])
  const strays = [new Y.XmlText('stray'), map, new Y.Doc(), { some: 'json' }, new Uint8Array([1])]
  Y.transact(doc, () => root.insertAfter(root.get(0), strays as never))
  expect(blocks()).toEqual([
    line('text', 'before'),
    line('text', 'stray'),
    line('text', 'in a map'),
    line('text', 'after'),
  ])
  expect(root.toArray().every((child) => child instanceof Y.XmlElement)).toBe(true)
})

test('an embed in a text goes, the words around it stay', () => {
  const { root, blocks } = checkedPad()
  const text = (root.get(0) as Y.XmlElement).get(0) as Y.XmlText
  text.insertEmbed(3, { image: 'x' })
  expect(blocks()[0]).toEqual(line('text', 'before'))
})

test('where all is well nothing is written', () => {
  const { doc, root, mends } = checkedPad()
  const first = root.get(0) as Y.XmlElement
  const text = first.get(0) as Y.XmlText
  text.insert(0, 'well ')
  first.setAttribute('kind', 'bullet')
  doc.transact(() =>
    root.insert(2, [tree({ paragraph: ['new', { hardBreak: [] }], kind: 'task', level: 2, checked: true } as Tree)]),
  )
  root.delete(0, 1)
  expect(mends).toEqual([])
})

test('ten thousand levels deep, and the words are still there', () => {
  const { doc, root, blocks } = checkedPad()
  doc.transact(() => {
    let at: Y.XmlFragment = root
    for (let depth = 0; depth < 10_000; depth++) {
      const element = new Y.XmlElement('blockquote')
      at.insert(0, [element])
      at = element
    }
    at.insert(0, [new Y.XmlText('deep')])
  })
  expect(blocks()).toEqual([line('quote', 'deep', { level: 15 }), line('text', 'before'), line('text', 'after')])
})

describe('a table that somebody leaves in disorder', () => {
  const t = (...rows: Tree[]): Tree => ({ table: rows })
  const r = (...cells: Tree[]): Tree => ({ tableRow: cells })
  const c = (...words: string[]): Tree => ({ tableCell: words.map(p) })
  const cells = (...words: string[]) => words.map((word) => [line('text', word)])

  test.each<[string, Tree, PadDocument['blocks']]>([
    [
      'short rows are filled up',
      t(r(c('a'), c('b')), r(c('d'))),
      [{ type: 'table', header: false, rows: [cells('a', 'b'), cells('d', '')] }],
    ],
    ['rows without cells go', t(r(c('a'), c('b')), r()), [{ type: 'table', header: false, rows: [cells('a', 'b')] }]],
    ['a cell without lines gets one', t(r(c('a'), c())), [{ type: 'table', header: false, rows: [cells('a', '')] }]],
    [
      'a table in a cell is lines',
      t(r(c('a'), { tableCell: [t(r(c('b'), c('d')))] })),
      [{ type: 'table', header: false, rows: [cells('a', 'b | d')] }],
    ],
    [
      'header cells of a stock editor name the columns',
      t(r({ tableHeader: [p('a')], colspan: 1 }, { tableHeader: [p('b')] }), r(c('d'), c('e'))),
      [{ type: 'table', header: true, rows: [cells('a', 'b'), cells('d', 'e')] }],
    ],
    ['without any row it goes', t(), []],
    [
      'one of 101 columns is lines',
      t(r(...Array.from({ length: 101 }, () => c('x')))),
      [line('text', Array.from({ length: 101 }, () => 'x').join(' | '))],
    ],
  ])('%s', (_what, element, expected) => {
    const { root, blocks } = checkedPad()
    root.insert(1, [tree(element)])
    expect(blocks()).toEqual([line('text', 'before'), ...expected, line('text', 'after')])
  })

  test('a row of 5,000 cells among many rows is not filled up: that would be millions', () => {
    const { root, blocks } = checkedPad({ blocks: [] })
    const long = r(...Array.from({ length: 5_000 }, () => c('x')))
    root.insert(0, [tree(t(long, ...Array.from({ length: 200 }, () => r(c('y')))))])
    expect(blocks()).toHaveLength(201)
    expect(blocks().every(({ type }) => type === 'paragraph')).toBe(true)
  })

  test('an image from elsewhere is a link; one of a pad stays, without what does not belong to it', () => {
    const { root, blocks } = checkedPad({ blocks: [] })
    const src = `/p/edge/images/${'0a'.repeat(32)}.png`
    const image = { image: [], src, alt: 'a map', width: 640, height: -1, onerror: 'x' }
    root.insert(0, [tree(image as unknown as Tree), tree({ image: [], src: 'javascript:alert(1)', alt: 'bad' })])
    expect(blocks()).toEqual([{ type: 'image', src, alt: 'a map', width: 0, height: 0 }, line('text', 'bad')])
  })
})
