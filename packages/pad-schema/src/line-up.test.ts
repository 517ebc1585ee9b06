import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { lineUp, rising } from './editor/line-up.ts'

/** Children called 0, 1, 2, ... of a parent, of which some lines are to be made. */
function parentOf(count: number): { parent: Y.XmlFragment; children: Y.XmlElement[] } {
  const parent = new Y.Doc().getXmlFragment('default')
  const children = Array.from({ length: count }, () => new Y.XmlElement('paragraph'))
  parent.insert(0, children)
  return { parent, children }
}

const nodesOf = (count: number): Node[] =>
  Array.from({ length: count }, () => ({ type: { name: 'paragraph' } }) as Node)

test('as many as can stay in order do, and the others make room', () => {
  const { parent, children } = parentOf(4)
  // The last goes to the top, and a line is new.
  const to = [1, 2, 4, 0]
  lineUp(parent, 0, children, nodesOf(5), (child) => to[children.indexOf(child as Y.XmlElement)] ?? -1)
  const lines = parent.toArray()
  expect(lines).toHaveLength(5)
  expect([lines[1], lines[2], lines[4]]).toEqual([children[0], children[1], children[2]])
  expect(children).not.toContain(lines[0])
  expect(children).not.toContain(lines[3])
})

test('there is one for each node, whatever comes, goes and moves, and what is outside stays', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 9 }), { maxLength: 12 }), fc.nat(9), (to, last) => {
      const { parent, children } = parentOf(to.length + 2)
      const inside = children.slice(1, -1)
      const places = to.map((place, index) => (place > last || to.indexOf(place) < index ? -1 : place))
      const nodes = nodesOf(last + 1)
      lineUp(parent, 1, inside, nodes, (child) => places[inside.indexOf(child as Y.XmlElement)] ?? -1)
      const lines = parent.toArray()
      expect(lines).toHaveLength(nodes.length + 2)
      expect([lines[0], lines.at(-1)]).toEqual([children[0], children.at(-1)])
      for (const { place, value } of rising(places)) expect(lines[1 + value]).toBe(inside[place])
    }),
  )
})

test('what rises is as long as can be', () => {
  const longest = (values: readonly number[], above = -1): number =>
    values.reduce((best, value, index) => {
      return value > above ? Math.max(best, 1 + longest(values.slice(index + 1), value)) : best
    }, 0)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 8 }), { maxLength: 9 }), (values) => {
      const chosen = rising(values)
      expect(chosen).toHaveLength(longest(values))
      for (const [index, { place, value }] of chosen.entries()) {
        expect(values[place]).toBe(value)
        const before = chosen[index - 1]
        if (before) expect(before.place < place && before.value < value).toBe(true)
      }
    }),
  )
})
