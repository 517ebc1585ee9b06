// @vitest-environment happy-dom
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InsideLines, lineDecorations } from './editor/line-decorations.ts'
import { line } from './line.ts'
import { twoPeople } from './testing/two-people.ts'

const { ada } = twoPeople({ blocks: Array.from({ length: 12 }, (_, i) => line('text', `line ${i}`)) })
const { doc } = ada.editor.state
const places = fc.array(fc.boolean(), { minLength: doc.childCount, maxLength: doc.childCount })

test('a set that is made and asked quickly is the one that ProseMirror makes', () => {
  fc.assert(
    fc.property(places, places, fc.array(fc.nat(doc.childCount - 1)), (isWhole, isInside, asked) => {
      const whole: Decoration[] = []
      const inside: InsideLines = []
      const all: Decoration[] = []
      doc.forEach((node, pos, place) => {
        if (isWhole[place]) whole.push(Decoration.node(pos, pos + node.nodeSize, { class: 'whole' }))
        if (!isInside[place]) return
        inside.push(pos, pos + node.nodeSize, lineDecorations([Decoration.inline(0, 2, { class: 'inside' })]))
        all.push(Decoration.inline(pos + 1, pos + 3, { class: 'inside' }))
      })
      const quick = lineDecorations(whole, inside)
      const plain = DecorationSet.create(doc, [...whole, ...all])

      expect(placesIn(quick)).toEqual(placesIn(plain))
      const starts = doc.children.map((_, place) => startOf(place))
      for (const place of [...starts.keys(), ...asked]) {
        const [pos = 0, node] = [starts[place], doc.child(place)]
        expect(placesIn(quick.forChild(pos, node))).toEqual(placesIn(plain.forChild(pos, node)))
      }
    }),
  )
})

const placesIn = (set: Pick<DecorationSet, 'forEachSet'>): string[] => {
  const found: string[] = []
  set.forEachSet((one) => found.push(...one.find().map(({ from, to }) => `${from}-${to}`)))
  return found.sort()
}

function startOf(place: number): number {
  let pos = 0
  for (let before = 0; before < place; before++) pos += doc.child(before).nodeSize
  return pos
}
