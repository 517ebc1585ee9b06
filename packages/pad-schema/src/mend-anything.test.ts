import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { LINE_KINDS } from './document.ts'
import { plainText } from './out/text.ts'
import { ROOT } from './schema-version.ts'
import { linesOf } from './table.ts'
import { isGoodBlock, wrongAttributes } from './yjs/good-block.ts'
import { mendDocument } from './yjs/mend-document.ts'
import { readDocument } from './yjs/read-document.ts'

type Tree = { name: string; attributes: Record<string, unknown>; children: (Tree | string)[] }

const NAMES = [
  'paragraph',
  'rule',
  'hardBreak',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'taskItem',
  'blockquote',
  'codeBlock',
  'table',
  'table',
  'tableRow',
  'tableRow',
  'tableCell',
  'tableCell',
  'tableHeader',
  'image',
  'mention',
  'x',
]

const { anyTree } = fc.letrec<{ anyTree: Tree; child: Tree | string }>((tie) => ({
  anyTree: fc.record({
    name: fc.constantFrom(...NAMES),
    attributes: fc.dictionary(
      fc.constantFrom('kind', 'level', 'checked', 'start', 'onclick', 'header', 'colspan', 'src'),
      fc.oneof(fc.constantFrom<unknown>(...LINE_KINDS, 'x', true, 99, -1, 1.5, 3)),
      { maxKeys: 3 },
    ),
    children: fc.array(tie('child'), { maxLength: 3 }),
  }),
  child: fc.oneof({ depthSize: 'small' }, fc.stringMatching(/^[a-z]{1,4}$/), tie('anyTree')),
}))

function element({ name, attributes, children }: Tree): Y.XmlElement {
  const made = new Y.XmlElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string)
  made.insert(
    0,
    children.map((child) => (typeof child === 'string' ? new Y.XmlText(child) : element(child))),
  )
  return made
}

const lettersIn = (tree: Tree): string =>
  tree.children.map((child) => (typeof child === 'string' ? child : lettersIn(child))).join('')

function words(root: Y.XmlFragment): string {
  return linesOf(readDocument(root))
    .map(({ content }) => plainText(content))
    .join('')
    .replace(/[^a-z]/g, '')
}

test('whatever comes in, there are only good lines afterwards, with the same words, and nothing is left to mend', () => {
  fc.assert(
    fc.property(fc.array(anyTree, { minLength: 1, maxLength: 4 }), (trees) => {
      const doc = new Y.Doc()
      const root = doc.getXmlFragment(ROOT)
      root.insert(0, trees.map(element))
      const touched = new Set([root as unknown as Y.AbstractType<unknown>])
      mendDocument(doc, touched, 'mend')
      for (const child of root.toArray()) {
        expect(child instanceof Y.XmlElement && isGoodBlock(child) && wrongAttributes(child)).toEqual([])
      }
      expect(words(root)).toBe(trees.map(lettersIn).join(''))
      const before = Y.encodeStateVector(doc)
      mendDocument(doc, touched, 'mend')
      expect(Y.encodeStateVector(doc)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})
