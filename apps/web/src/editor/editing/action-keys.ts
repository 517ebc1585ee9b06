import { Extension } from '@tiptap/core'
import { ACTIONS, worksInText } from './actions.ts'

/** Binds the keys of all actions in the text. */
export const ActionKeys = Extension.create({
  name: 'actionKeys',
  // Before the keys of TipTap and of the lines, so that the list is what counts.
  priority: 1100,
  addKeyboardShortcuts() {
    return Object.fromEntries(
      ACTIONS.flatMap(({ keys = [], run }) => keys.filter(worksInText).map((chord) => [chord, () => run(this.editor)])),
    )
  },
})
