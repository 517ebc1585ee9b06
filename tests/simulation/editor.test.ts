import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentUpdate, line } from '../../packages/pad-schema/src/index.ts'
import { Editor } from './editor.ts'

test('An editor hears of the next change of somebody else after an undo, though the pad has become shorter', () => {
  const { ada, grace, meet } = twoEditors(line('text', 'a line of many, many words'))
  ada.selects(0, 26)
  ada.types('!')
  meet()
  grace.selects(0, 6, 26)
  grace.deletesSelection()
  meet()
  ada.undoes()
  grace.selects(0, 6)
  grace.types('b')
  meet()
  expect(ada.lines).toEqual(['a lineb'])
  expect(grace.lines).toEqual(['a lineb'])
})

test('A caret in the only heading of a pad stays at its character while somebody types before it', () => {
  const { ada, grace, meet } = twoEditors(line('heading', 'Notes'), line('text', 'Who is here'))
  grace.selects(0, 5)
  grace.types('𠀀')
  meet()
  ada.selects(0, 0)
  for (const character of 'AB') {
    ada.types(character)
    meet()
  }
  expect(grace.caret).toEqual({ line: 0, offset: 9 })
  grace.types('!')
  meet()
  expect([ada.lines[0], grace.lines[0]]).toEqual(['ABNotes𠀀!', 'ABNotes𠀀!'])
})

test('A caret never stands between the two halves of a character', () => {
  const { ada } = twoEditors(line('text', 'a𠀀b'))
  const offsets = [0, 1, 2, 3].map((offset) => ada.selects(0, offset).caret.offset)
  expect(offsets).toEqual([0, 1, 3, 3])
})

function twoEditors(...blocks: ReturnType<typeof line>[]) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  for (const doc of docs) Y.applyUpdate(doc, documentUpdate({ blocks }, 1))
  const [hers, theirs] = docs
  const meet = () => {
    Y.applyUpdate(hers, Y.encodeStateAsUpdate(theirs, Y.encodeStateVector(hers)))
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(hers, Y.encodeStateVector(theirs)))
  }
  return { ada: new Editor(hers), grace: new Editor(theirs), meet }
}
