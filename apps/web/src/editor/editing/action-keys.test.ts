// @vitest-environment happy-dom
import { line } from '@forumpad/pad-schema'
import { getExtensionField } from '@tiptap/core'
import { expect, test, vi } from 'vitest'
import { NoteTaker } from '../testing/note-taker.ts'
import { ACTIONS, worksInText } from './actions.ts'
import { panelOf } from './open-panel.ts'
import { saidIn } from './said.ts'

const pad = { blocks: [line('text', 'first line'), line('task', 'second line'), line('text', 'third line')] }

const everyKey = ACTIONS.flatMap(({ name, keys = [] }) => keys.filter(worksInText).map((chord) => ({ name, chord })))

test.each(everyKey.filter(({ chord }) => !chord.includes('F9')))('$chord does it: $name', async ({ chord }) => {
  const ada = new NoteTaker(pad).selects('second')
  if (chord === 'Shift-Tab') ada.presses('Tab')
  // Something to take back, and to bring back.
  ada.editor.commands.toggleMark('bold')
  if (/-(?:Shift-z|y)$/.test(chord)) ada.editor.commands.undo()
  const before = state(ada)
  expect(ada.presses(chord)).toBe(true)
  // The clipboard answers later.
  await vi.waitFor(() => expect(state(ada)).not.toBe(before))
})

function state({ editor, pad }: NoteTaker): string {
  return JSON.stringify([pad, panelOf(editor.state), saidIn(editor.state)])
}

test('no chord is given twice', () => {
  const chords = everyKey.map(({ chord }) => chord)
  expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([])
})

/** Keys of every text field. They need no line in a list. */
const OF_ANY_FIELD =
  /^(?:(?:Shift-|Mod-|Alt-|Ctrl-)*(?:Enter|Backspace|Delete)|Mod-a|Ctrl-[hdaekno]|Alt-d|Arrow\w+|Escape)$/i

test('no key works that is not in the list', () => {
  const { editor } = new NoteTaker(pad)
  const listed = new Set(everyKey.map(({ chord }) => sorted(chord)))
  const bound = editor.extensionManager.extensions.flatMap((extension) => {
    const { name, options, storage } = extension
    const read = getExtensionField<(() => object) | undefined>(extension, 'addKeyboardShortcuts', {
      name,
      options,
      storage,
      editor,
    })
    return Object.keys(read?.() ?? {})
  })
  expect(bound.length).toBeGreaterThan(20)
  expect(bound.filter((chord) => !listed.has(sorted(chord)) && !OF_ANY_FIELD.test(chord))).toEqual([])
})

const sorted = (chord: string): string => chord.toLowerCase().split('-').sort().join('-')

test('a line goes up and down and is doubled and deleted by keys', () => {
  const ada = new NoteTaker(pad).goesTo('second')
  ada.presses('Alt-ArrowUp')
  ada.presses('Mod-Shift-d')
  expect(ada.lines).toEqual(['second line', 'second line', 'first line', 'third line'])
  ada.presses('Mod-Shift-k')
  ada.presses('Alt-Shift-ArrowDown')
  expect(ada.lines).toEqual(['second line', 'third line', 'first line'])
})
