import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { documentUpdate, line } from '../../packages/pad-schema/src/index.ts'
import { Editor } from './editor.ts'

test('An editor hears of the next change of somebody else after an undo, though the pad has become shorter', () => {
  const ada = new Y.Doc()
  const grace = new Y.Doc()
  const seed = documentUpdate({ blocks: [line('text', 'a line of many, many words')] }, 1)
  for (const doc of [ada, grace]) Y.applyUpdate(doc, seed)
  const editor = new Editor(ada)
  const hers = new Editor(grace)
  const meet = () => {
    Y.applyUpdate(ada, Y.encodeStateAsUpdate(grace, Y.encodeStateVector(ada)))
    Y.applyUpdate(grace, Y.encodeStateAsUpdate(ada, Y.encodeStateVector(grace)))
  }
  editor.selects(0, 26)
  editor.types('!')
  meet()
  hers.selects(0, 6, 26)
  hers.deletesSelection()
  meet()
  editor.undoes()
  hers.selects(0, 6)
  hers.types('b')
  meet()
  expect(editor.lines).toEqual(['a lineb'])
  expect(hers.lines).toEqual(['a lineb'])
})
